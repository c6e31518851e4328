import { civilDaysBetween } from '../time/civil-date.ts'
import type { DelayInput } from './coverage-input.ts'
import type { CoverageAmounts } from './lines.ts'
import { dividedBy, parseRate, times, whole } from './rational.ts'
import { type Trace, stepInput } from './trace.ts'

const daysOfYear = whole(365)

/**
 * What a late payment has cost those who waited for it (Insurance Law 23): the law owes the loss, and money that is
 * missing loses its interest. It stands beside the indemnity and counts against no limit.
 */
export function lateDamages(trace: Trace, delays: readonly DelayInput[]): readonly CoverageAmounts[] {
  if (delays.length === 0) return []
  const amounts = delays.map(({ claimantId, amountMinor, dueOn, paidOn, yearlyRate, basis }, index) => {
    const days = civilDaysBetween(dueOn, paidOn)
    const payableMinor = trace.take({
      id: `lateDamages.${index + 1}`,
      formula: 'lateDamages',
      inputs: [
        stepInput('amount', 'fen', amountMinor, claimantId),
        stepInput('yearlyRate', 'rate', yearlyRate, basis),
        stepInput('daysLate', 'days', days, `${dueOn} – ${paidOn}`),
      ],
      exact: dividedBy(times(whole(amountMinor), parseRate(yearlyRate), whole(days)), daysOfYear),
    })
    return { claimantId, payableMinor }
  })
  return [{ coverage: 'lateDamages', amounts }]
}
