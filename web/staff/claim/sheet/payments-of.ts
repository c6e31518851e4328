import type { Claim } from '../queries.ts'
import type { LatePayment } from './delay-fields.tsx'

/** The day in Shanghai of an instant as it is told. */
const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

/** What has arrived, newest first, with the end of its term: the clock's, or the day itself where none is known. */
export function paymentsOf({ intents, clocks }: Claim): readonly LatePayment[] {
  const due = clocks['payment']?.clock.dueAt
  return intents
    .filter(({ status }) => status === 'paid')
    .map(({ partyId, amountMinor, postingDate }) => ({
      claimantId: partyId,
      amountMinor,
      dueOn: due == null || dayOf(due) > postingDate ? postingDate : dayOf(due),
      paidOn: postingDate,
    }))
    .toReversed()
}
