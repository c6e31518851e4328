import type { Fen } from '../money.ts'
import type { Instant } from '../time/instant.ts'

/**
 * What the bank is known to have said about one reference. Only the listed
 * answers are definite; whatever else came back is `unknown`, and an unknown
 * payment is asked about, never sent again.
 */
export type BankAnswer =
  | { readonly status: 'accepted' }
  | { readonly status: 'paid'; readonly at: Instant; readonly amountMinor: Fen }
  | { readonly status: 'rejected'; readonly reason: string }
  | { readonly status: 'returned'; readonly at: Instant; readonly amountMinor: Fen }
  | { readonly status: 'notFound' }
  | { readonly status: 'unknown'; readonly reason: string }
