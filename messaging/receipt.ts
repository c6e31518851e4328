import type { Instant } from '../domain/time/instant.ts'
import { readJson } from '../signed-http/read-json.ts'
import type { HeaderFields, SharedKey, SignatureFault } from '../signed-http/signature.ts'
import { isReceipt, type MessageReceipt } from './protocol.ts'
import { messageSignature } from './signature.ts'

export type ReceiptVerification =
  | { readonly valid: true; readonly receipt: MessageReceipt }
  | { readonly valid: false; readonly fault: SignatureFault | 'bodyUnreadable' }

/** Verifies a receipt over the bytes as they came, and only then reads them. It may come more than once. */
export function verifyReceipt(
  incoming: { readonly headers: HeaderFields; readonly path: string; readonly rawBody: Uint8Array },
  rules: { readonly keys: readonly SharedKey[]; readonly now: Instant },
): ReceiptVerification {
  const subject = { direction: 'callback', method: 'POST', path: incoming.path } as const
  const verification = messageSignature.verify(incoming.headers, subject, incoming.rawBody, rules)
  if (!verification.valid) return verification
  const receipt = readJson(incoming.rawBody)
  return isReceipt(receipt) ? { valid: true, receipt } : { valid: false, fault: 'bodyUnreadable' }
}
