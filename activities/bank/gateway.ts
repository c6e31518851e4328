import type { RejectionReason } from '../../bank/protocol.ts'
import type { Fen } from '../../domain/money.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'

export interface PaymentInstruction {
  /** One for ever per intent, at most 30 of A–Z and 0–9: the EndToEndId of ISO 20022. */
  readonly ref: string
  readonly amountMinor: Fen
  readonly currency: 'CNY'
  readonly payeeName: string
  readonly payeeAccount: string
  readonly payeeBank: string
  readonly purpose: string
  /** Posting date, frozen with the intent: a payment that crosses midnight must not change its period or its bytes. */
  readonly requestedOn: CivilDate
}

/** Why we do not know. None of these says that no money moved, except `notSent`. */
export type UnknownReason =
  /** Nothing left this process: the rate limit would have held it back past its deadline. */
  | 'notSent'
  | 'timedOut'
  | 'connectionFailed'
  | 'serverError'
  | 'unexpectedStatus'
  | 'signatureWrong'
  | 'unreadableAnswer'
  | 'otherReference'
  | 'otherAmount'
  /** The bank has this reference with other bytes. It rejects these; the first ones may well be paid. */
  | 'referenceInUse'
  /** A repeated submission of a payment that was paid and has come back since: the query tells. */
  | 'alreadyReturned'

export type Unknown<Discriminator extends string> = Readonly<Record<Discriminator, 'unknown'>> & {
  readonly reason: UnknownReason
}

/** Under a definite rejection no money moves for this reference. */
export type BankRejection = Exclude<RejectionReason, 'referenceInUse'>

export type SubmitAnswer =
  | { readonly outcome: 'accepted' | 'paid'; readonly at: Instant; readonly bankReference: string }
  | { readonly outcome: 'rejected'; readonly at: Instant; readonly reason: BankRejection }
  | Unknown<'outcome'>

/** `at` is the bank's clock. The caller compares `amountMinor` with the intent: a difference goes to suspense. */
export type QueryAnswer =
  | {
      readonly status: 'paid' | 'pending' | 'returned'
      readonly at: Instant
      readonly amountMinor: Fen
      readonly bankReference: string
    }
  | {
      readonly status: 'rejected'
      readonly at: Instant
      readonly amountMinor: Fen
      readonly reason: BankRejection
    }
  | { readonly status: 'notFound'; readonly at: Instant }
  | Unknown<'status'>

export interface StatementLine {
  /** Unique at the bank for ever: the key against lines that come twice. */
  readonly lineId: string
  readonly ref: string
  readonly kind: 'executed' | 'returned'
  readonly amountMinor: Fen
  readonly bankReference: string
  readonly at: Instant
}

export type StatementAnswer =
  | {
      readonly status: 'received'
      readonly day: CivilDate
      /** False while the day still runs: lines may be added. */
      readonly final: boolean
      readonly lines: readonly StatementLine[]
      /** SHA-256 of the bytes in hex: the same statement is taken in once. */
      readonly contentHash: string
    }
  | Unknown<'status'>

/** A bank, whatever it speaks. Answers are never thrown; only a caller's bug is. Every call has a deadline. */
export interface BankGateway {
  /**
   * Sends once and never repeats by itself.
   *
   * @param sendWithinMs what is left of the pay gate's deadline: waiting for the rate limit must not carry an
   *   instruction past it. A duration, because this process's clock may differ from the database's.
   * @throws RangeError for an instruction that no bank could take (amount, reference, empty field); nothing was sent.
   */
  submit(instruction: PaymentInstruction, sendWithinMs?: number): Promise<SubmitAnswer>
  query(ref: string): Promise<QueryAnswer>
  statement(day: CivilDate): Promise<StatementAnswer>
}

/** What was agreed with one bank; durations in milliseconds. */
export interface BankSettings {
  /** How long the bank takes the same reference with the same bytes for the same payment. After it: never resend. */
  readonly dedupWindowMs: number
  /** How long "not found" may still turn into "paid". */
  readonly notFoundGraceMs: number
  readonly referenceLength: number
  /** Agreed ceiling for this process; two workers share the bank's ceiling between them. */
  readonly requestsPerSecond: number
  /** For waiting for the rate limit and again for the exchange itself: a call ends within twice this. */
  readonly submitTimeoutMs: number
  readonly queryTimeoutMs: number
}

export const defaultBankSettings: BankSettings = {
  dedupWindowMs: 86_400_000,
  notFoundGraceMs: 600_000,
  referenceLength: 30,
  requestsPerSecond: 20,
  submitTimeoutMs: 10_000,
  queryTimeoutMs: 10_000,
}
