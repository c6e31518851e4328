import type { CoverageAmounts, Outcome } from '../lines.ts'
import type { SheetInput } from '../sheet-types.ts'
import type { Trace } from '../trace.ts'
import type { PersonWording } from '../wordings/wording.ts'
import { payDailyAllowance, payDeath, payDisability } from './benefits.ts'
import { payMedical } from './medical.ts'

/** Accident and health coverages, each by itself in the order of the sheet. */
export function calculatePerson(input: SheetInput, wording: PersonWording, trace: Trace): Outcome {
  const { claimants } = input
  const coverages = input.coverages.flatMap((terms): CoverageAmounts[] => {
    switch (terms.coverage) {
      case 'accidentDeath':
        return [payDeath(trace, claimants, terms)]
      case 'accidentDisability':
        return [payDisability(trace, claimants, terms, wording)]
      case 'accidentMedical':
      case 'healthMedical':
        return [payMedical(trace, claimants, terms)]
      case 'dailyAllowance':
        return [payDailyAllowance(trace, claimants, terms)]
      case 'compulsoryMotor':
      case 'thirdParty':
      case 'driverSeat':
      case 'ownDamage':
      case 'property':
      case 'liability':
        return []
    }
  })
  return { coverages, compulsoryParts: [], recoverables: [] }
}
