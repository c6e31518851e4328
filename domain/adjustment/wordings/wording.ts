import type { Text } from '../../text.ts'
import type { CivilDate } from '../../time/instant.ts'
import type { AbsoluteRate, CoverageInput, DepreciationFacts, PropertyInput } from '../coverage-input.ts'
import type { FormulaId } from '../formulas.ts'
import type { Bucket } from '../items.ts'
import type { Rate } from '../rational.ts'
import type { MotorFacts, WordingId } from '../sheet-types.ts'

type Coverage = CoverageInput['coverage']
type Degree = MotorFacts['liability']['degree']

interface WordingBase {
  readonly id: WordingId
  readonly name: Text
  /** First and last day of loss that the row answers for; without a last day it is in force. */
  readonly effectiveFrom: CivilDate
  readonly effectiveTo?: CivilDate
  /** False: written from memory. The sheet says so and a person compares it with the policy. */
  readonly verified: boolean
  readonly source: string
  readonly coverages: readonly Coverage[]
}

/** Limits of compulsory motor cover in fen. Each version of the table is a row of its own. */
export interface CompulsoryWording extends WordingBase {
  readonly kind: 'motorCompulsory'
  readonly limits: Readonly<Record<'atFault' | 'notAtFault', Readonly<Record<Bucket, number>>>>
}

export interface MotorWording extends WordingBase {
  readonly kind: 'motorCommercial'
  readonly defaultLiability: Readonly<Record<Degree, Rate>>
  /** Empty where the wording has no deductible by degree of fault. */
  readonly faultDeductible: Readonly<Partial<Record<Degree, Rate>>>
  /** Absolute rates that the wording fixes; `rider` is fixed by the policy. */
  readonly absoluteRates: Readonly<Partial<Record<AbsoluteRate['reason'], Rate>>>
  /** The forms of the indemnity that this wording uses. */
  readonly formulas: {
    readonly liabilityPay: FormulaId
    readonly ownDamage: FormulaId
    readonly ownDamageShare: FormulaId
  }
  /** Whether the own damage deductible is taken off before or after the rates. */
  readonly deductible: 'beforeRates' | 'afterRates'
  readonly depreciation: {
    readonly monthlyRates: Readonly<Partial<Record<DepreciationFacts['vehicleKind'], Rate>>>
    readonly most: Rate
  }
}

export interface PropertyWording extends WordingBase {
  readonly kind: 'property'
  readonly deductibleOrder: 'beforeAverage' | 'afterAverage'
  /** Subjects that are insured at first loss: no average, no value needed. */
  readonly firstLoss: readonly PropertyInput['subject'][]
}

export interface PersonWording extends WordingBase {
  readonly kind: 'person'
  /** Rate of the sum insured by disability grade, 1 first; several grades: the worst counts. */
  readonly disabilityRates: readonly Rate[]
}

export interface LiabilityWording extends WordingBase {
  readonly kind: 'liability'
}

export type Wording = CompulsoryWording | MotorWording | PropertyWording | LiabilityWording | PersonWording
