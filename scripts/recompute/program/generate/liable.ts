import type { Liable } from '../case.ts'
import type { Random } from './random.ts'

/** Whether someone who is liable is of the household, and what the insured did to the right against them. */
export function standingOf(random: Random): Pick<Liable, 'household' | 'right'> {
  return {
    ...random.perhaps(0.15, () => ({ household: { intent: random.chance(0.3) } })),
    ...random.perhaps(0.25, () => ({
      right: random.pick(['waivedBeforePayment', 'waivedAfterPayment', 'lostByInsured']),
    })),
  }
}
