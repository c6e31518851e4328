import type { Case, Delay } from '../case.ts'
import type { Random } from './random.ts'

/** Now and then somebody of the case was paid too late, by a day or by years, and more than once. */
export function delayOf(random: Random, { claimants }: Case): Pick<Case, 'delay'> {
  const late = (): Delay => {
    const dueOn = random.day('2009-10-01', '2026-10-01')
    const after = Date.parse(dueOn) + random.between(1, random.chance(0.8) ? 90 : 1500) * 86_400_000
    return {
      claimantId: random.pick(claimants).claimantId,
      amountMinor: random.amount(),
      dueOn,
      paidOn: new Date(after).toISOString().slice(0, 10),
      yearlyRate: random.rate(24),
      basis: random.pick(['agreement', 'judgment']),
    }
  }
  return random.perhaps(0.15, () => ({ delay: Array.from({ length: random.between(1, 3) }, late) }))
}
