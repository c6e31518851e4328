import type { Case } from '../case.ts'
import { delayOf } from './delay.ts'
import { generateLiability } from './liability.ts'
import { generateMotor } from './motor.ts'
import { generatePerson } from './person.ts'
import { generateProperty } from './property.ts'
import { Random } from './random.ts'

const makers: readonly (readonly [string, (random: Random, wordingId: string) => Case])[] = [
  ['motorCompulsory', generateMotor],
  ['motorCommercial2014', generateMotor],
  ['motorCommercial2020', generateMotor],
  ['propertyEnterprise', generateProperty],
  ['propertyHousehold', generateProperty],
  ['liability', generateLiability],
  ['accident', generatePerson],
  ['healthShortTerm', generatePerson],
]

/** So many cases of a seed, every wording in turn. */
export function* generateCases(seed: number, count: number): Generator<Case> {
  for (let index = 0; index < count; index += 1) {
    const [wordingId, make] = makers[index % makers.length] ?? ['motorCompulsory', generateMotor]
    // A seed of its own a case: any single one can be generated again without those before it.
    const random = new Random(seed * 1_000_003 + index)
    const made = make(random, wordingId)
    yield { ...made, ...delayOf(random, made) }
  }
}
