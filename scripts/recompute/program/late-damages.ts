import type { Answer, Case } from './case.ts'
import { Fraction } from './fraction.ts'

const millisecondsOfDay = 86_400_000

/** Insurance Law 23: whoever waited for their money is owed what its absence cost them, a payment at a time. */
export function lateDamages({ delay = [] }: Case): Answer['coverages'] {
  const byClaimant = new Map<string, number>()
  for (const { claimantId, amountMinor, dueOn, paidOn, yearlyRate } of delay) {
    const days = (Date.parse(paidOn) - Date.parse(dueOn)) / millisecondsOfDay
    const ofTheYear = new Fraction(BigInt(days), 365n)
    const cost = Fraction.of(amountMinor).times(Fraction.rate(yearlyRate)).times(ofTheYear).rounded()
    byClaimant.set(claimantId, (byClaimant.get(claimantId) ?? 0) + cost)
  }
  return byClaimant.size === 0 ? [] : [{ name: 'lateDamages', byClaimant }]
}
