/** Signatures of the bank's HTTP protocol, version 1 (docs/bank-protocol.md). */
import { signatureScheme, type SharedKey } from '../signed-http/signature.ts'

export { clockTolerance, newNonce } from '../signed-http/signature.ts'
export type {
  HeaderFields,
  SignatureFault,
  SignedSubject,
  VerificationRules,
} from '../signed-http/signature.ts'

export type BankKey = SharedKey

export const bankSignature = signatureScheme('bank', 'BANK1')
export const { sign: signMessage, verify: verifyMessage } = bankSignature
