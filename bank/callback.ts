/** Reading what the bank calls back with. A callback is a hint: it passes the same transition as a query. */
import type { Instant } from '../domain/time/instant.ts'
import { isCallback, readJson, type BankCallback } from './protocol.ts'
import { verifyMessage, type BankKey, type HeaderFields, type SignatureFault } from './signature.ts'

export interface IncomingCallback {
  readonly headers: HeaderFields
  /** The path that the bank was told to call, with its query; it is signed. */
  readonly path: string
  /** The bytes as they came: parsed and written again they no longer fit the signature. */
  readonly rawBody: Uint8Array
}

export type CallbackVerification =
  | { readonly valid: true; readonly callback: BankCallback }
  | { readonly valid: false; readonly fault: SignatureFault | 'bodyUnreadable' }

/**
 * Verifies a callback's signature and only then reads its body. The caller keeps (bank, message id) unique:
 * within the clock's tolerance a replayed callback is genuine, and the bank itself repeats until it is answered.
 */
export function verifyCallback(
  incoming: IncomingCallback,
  rules: { readonly keys: readonly BankKey[]; readonly now: Instant; readonly tolerance?: number },
): CallbackVerification {
  const subject = { direction: 'callback', method: 'POST', path: incoming.path } as const
  const verification = verifyMessage(incoming.headers, subject, incoming.rawBody, rules)
  if (!verification.valid) return verification

  const callback = readJson(incoming.rawBody)
  return isCallback(callback) ? { valid: true, callback } : { valid: false, fault: 'bodyUnreadable' }
}
