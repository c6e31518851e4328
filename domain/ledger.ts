import type { ClaimEvent } from './claim/events.ts'
import type { ClaimState } from './claim/state.ts'
import { fen, type Fen } from './money.ts'

export const ledgerAccounts = ['claimsIncurred', 'reserveIndemnity', 'reserveExpense', 'bank'] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

/** One movement: the same amount on both sides, so that a group can never be out of balance. */
export interface Posting {
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  readonly amountMinor: Fen
  readonly reason: 'reserve' | 'payment' | 'return'
  readonly intentId: string | null
}

/**
 * What an event means in the books. A reserve is expected loss put aside; a payment
 * uses it up; a return puts it back, because the claim is owed again.
 */
export function postingOf(event: ClaimEvent, before: ClaimState | null): Posting | null {
  if (event.type === 'reserveRevised') {
    const { from, to, part } = event.data
    const reserve = part === 'indemnity' ? 'reserveIndemnity' : 'reserveExpense'
    const common = { amountMinor: fen(Math.abs(to - from)), reason: 'reserve', intentId: null } as const
    return to > from
      ? { debit: 'claimsIncurred', credit: reserve, ...common }
      : { debit: reserve, credit: 'claimsIncurred', ...common }
  }
  if (event.type !== 'intentAnswered') return null
  const intent = before?.intents.find((one) => one.id === event.data.intentId)
  if (intent === undefined || intent.posted === event.data.posted) return null
  const common = { amountMinor: intent.amountMinor, intentId: intent.id }
  return event.data.posted
    ? { debit: 'reserveIndemnity', credit: 'bank', reason: 'payment', ...common }
    : { debit: 'bank', credit: 'reserveIndemnity', reason: 'return', ...common }
}
