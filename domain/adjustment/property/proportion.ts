import type { PropertyInput } from '../coverage-input.ts'
import { type Rational, compare, dividedBy, one, sum, whole } from '../rational.ts'
import type { StepInput } from '../sheet-types.ts'
import { stepInput } from '../trace.ts'
import type { PropertyWording } from '../wordings/wording.ts'

/** In what proportion a loss is paid, and by which rule. */
export interface Proportion {
  readonly formula: 'average' | 'doubleInsurance' | 'fullValue' | 'firstLoss'
  readonly rate: Rational
  readonly inputs: readonly StepInput[]
  /** False at first loss: the value plays no part. */
  readonly hasValue: boolean
}

/**
 * The proportion of one insured part: `sum insured / max(value, all sums insured)`. Sums that together
 * stay below the value are no double insurance: each insurer pays by its own average. A sum above the
 * value counts as the value (Insurance Law 55, 56).
 */
export function proportionOf(terms: PropertyInput, wording: PropertyWording): Proportion {
  const others = terms.otherInsurances ?? []
  const own = whole(terms.sumInsuredMinor)
  const all = sum(own, ...others.map((other) => whole(other.sumInsuredMinor)))
  const hasValue = !wording.firstLoss.includes(terms.subject)
  const value = whole(hasValue ? (terms.valueMinor ?? 0) : 0)
  const ownInput = stepInput('sumInsured', 'fen', terms.sumInsuredMinor)
  const valueInputs = hasValue ? [stepInput('value', 'fen', value, terms.valueBasis)] : []
  const otherInputs = others.map((other) =>
    stepInput('otherSumInsured', 'fen', other.sumInsuredMinor, other.insurer),
  )
  const inputs = [ownInput, ...otherInputs, ...valueInputs]
  if (compare(all, own) > 0 && compare(all, value) > 0) {
    return { formula: 'doubleInsurance', rate: dividedBy(own, all), inputs, hasValue }
  }
  if (!hasValue) return { formula: 'firstLoss', rate: one, inputs: [], hasValue }
  if (compare(own, value) < 0) return { formula: 'average', rate: dividedBy(own, value), inputs, hasValue }
  return { formula: 'fullValue', rate: one, inputs: valueInputs, hasValue }
}
