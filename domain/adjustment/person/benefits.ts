import type {
  Beneficiary,
  DailyAllowanceInput,
  DeathBenefitInput,
  DisabilityBenefitInput,
} from '../coverage-input.ts'
import { type CoverageAmounts, amountsOf } from '../lines.ts'
import { atLeastNothing, least, minus, parseRate, times, whole } from '../rational.ts'
import type { Claimant } from '../sheet-types.ts'
import type { Weighted } from '../shares.ts'
import { type Trace, stepInput } from '../trace.ts'
import type { PersonWording } from '../wordings/wording.ts'

function partsOf(claimants: readonly Claimant[], beneficiaries: readonly Beneficiary[]): Weighted[] {
  return claimants.flatMap(({ claimantId }) =>
    beneficiaries
      .filter((each) => each.claimantId === claimantId)
      .map((each) => ({ name: claimantId, weight: whole(each.parts) })),
  )
}

function sumLeft(terms: DeathBenefitInput | DisabilityBenefitInput) {
  return atLeastNothing(minus(whole(terms.sumInsuredMinor), whole(terms.usedMinor ?? 0)))
}

/** The sum insured, less disability benefit that the same accident has already been paid. */
export function payDeath(
  trace: Trace,
  claimants: readonly Claimant[],
  terms: DeathBenefitInput,
): CoverageAmounts {
  const shares = trace.divide(
    {
      id: 'accidentDeath.pay',
      formula: 'deathBenefit',
      inputs: [
        stepInput('sumInsured', 'fen', terms.sumInsuredMinor),
        stepInput('used', 'fen', terms.usedMinor ?? 0),
      ],
      exact: sumLeft(terms),
    },
    partsOf(claimants, terms.beneficiaries),
  )
  return { coverage: 'accidentDeath', amounts: amountsOf(shares) }
}

/** Sum insured × rate of the grade. Of several grades the worst, which is the lowest number, counts alone. */
export function payDisability(
  trace: Trace,
  claimants: readonly Claimant[],
  terms: DisabilityBenefitInput,
  wording: PersonWording,
): CoverageAmounts {
  const worst = Math.min(...terms.grades)
  const rate = wording.disabilityRates[worst - 1] ?? '0'
  const shares = trace.divide(
    {
      id: 'accidentDisability.pay',
      formula: 'disabilityBenefit',
      inputs: [
        ...terms.grades.map((grade) => stepInput('grade', 'grade', grade)),
        stepInput('sumInsured', 'fen', terms.sumInsuredMinor),
        stepInput('disabilityRate', 'rate', rate, `${wording.id}: ${worst}`),
        stepInput('used', 'fen', terms.usedMinor ?? 0),
      ],
      exact: least(times(whole(terms.sumInsuredMinor), parseRate(rate)), sumLeft(terms)),
    },
    partsOf(claimants, terms.beneficiaries),
  )
  return { coverage: 'accidentDisability', amounts: amountsOf(shares) }
}

/** Daily amount × days after the waiting days, at most the days that are left of the maximum. */
export function payDailyAllowance(
  trace: Trace,
  claimants: readonly Claimant[],
  terms: DailyAllowanceInput,
): CoverageAmounts {
  const days = Math.min(Math.max(0, terms.days - terms.waitingDays), terms.maximumDays)
  const shares = trace.divide(
    {
      id: 'dailyAllowance.pay',
      formula: 'dailyAllowance',
      inputs: [
        stepInput('days', 'days', terms.days),
        stepInput('waitingDays', 'days', terms.waitingDays),
        stepInput('maximumDays', 'days', terms.maximumDays),
        stepInput('daily', 'fen', terms.dailyMinor),
      ],
      exact: times(whole(days), whole(terms.dailyMinor)),
    },
    partsOf(claimants, terms.beneficiaries),
  )
  return { coverage: 'dailyAllowance', amounts: amountsOf(shares) }
}
