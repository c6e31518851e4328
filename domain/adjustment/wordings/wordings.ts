import type { CivilDate } from '../../time/instant.ts'
import { liability } from './liability.ts'
import { motorCommercial2014, motorCommercial2020 } from './motor-commercial.ts'
import { motorCompulsory } from './motor-compulsory.ts'
import { accident, healthShortTerm } from './person.ts'
import { propertyEnterprise, propertyHousehold } from './property.ts'
import type { CompulsoryWording, Wording } from './wording.ts'

/** Every wording that the engine knows, one row for each span of days of loss. */
export const wordings: readonly Wording[] = [
  ...motorCompulsory,
  motorCommercial2014,
  motorCommercial2020,
  propertyEnterprise,
  propertyHousehold,
  liability,
  accident,
  healthShortTerm,
]

function inForce(wording: Wording, on: CivilDate): boolean {
  return wording.effectiveFrom <= on && (wording.effectiveTo === undefined || on <= wording.effectiveTo)
}

/** The wording in force on the day of loss. Undefined is never replaced by the nearest one. */
export function wordingOn(id: string, lossDate: CivilDate): Wording | undefined {
  return wordings.find((wording) => wording.id === id && inForce(wording, lossDate))
}

/** The compulsory limits of the day, which every motor coverage needs. */
export function compulsoryWordingOn(lossDate: CivilDate): CompulsoryWording | undefined {
  return motorCompulsory.find((wording) => inForce(wording, lossDate))
}
