import type { Fen } from '../money.ts'
import type { Text } from '../text.ts'
import { type FormulaId, formulas } from './formulas.ts'
import { type InputName, inputNames } from './input-names.ts'
import { type Rational, roundHalfUp, toText } from './rational.ts'
import type { Step, StepInput } from './sheet-types.ts'
import { type Share, type Weighted, share } from './shares.ts'

/** Where amounts are rounded. Stored with each result: a sheet is re-run by the policy it was made with. */
export const roundingPolicy = 'halfUpFenAtEachStep.v1'

export interface StepFacts {
  readonly id: string
  readonly formula: FormulaId
  /** What the step is about when a formula is used more than once: a claimant, a limit, a vehicle. */
  readonly subject?: Text
  readonly inputs: readonly StepInput[]
  readonly exact: Rational
}

/** Collects the steps of one sheet while the formulas run. */
export interface Trace {
  readonly steps: readonly Step[]
  /** Rounds the exact value half-up to the fen, records the step and returns the result. */
  readonly take: (facts: StepFacts) => Fen
  /** As `take`, and divides the result by the weights to the fen. */
  readonly divide: (facts: StepFacts, weights: readonly Weighted[]) => Share[]
}

function stepOf(facts: StepFacts, result: Fen): Step {
  const { label, text, clause } = formulas[facts.formula]
  const subject = facts.subject
  return {
    id: facts.id,
    label: subject ? { zh: `${label.zh}:${subject.zh}`, en: `${label.en}: ${subject.en}` } : label,
    formula: facts.formula,
    formulaText: text,
    clause,
    inputs: facts.inputs,
    exact: toText(facts.exact),
    resultMinor: result,
  }
}

export function createTrace(): Trace {
  const steps: Step[] = []
  return {
    steps,
    take(facts) {
      const result = roundHalfUp(facts.exact)
      steps.push(stepOf(facts, result))
      return result
    },
    divide(facts, weights) {
      const result = roundHalfUp(facts.exact)
      const shares = share(result, weights)
      const shown = shares.map(({ name, exact, amount }) => ({
        name,
        exact: toText(exact),
        amountMinor: amount,
      }))
      steps.push({ ...stepOf(facts, result), shares: shown })
      return shares
    },
  }
}

/** An input of a step. `source` names the line, the wording or the fact that it comes from. */
export function stepInput(
  name: InputName,
  unit: StepInput['unit'],
  value: Rational | number | string,
  source?: string,
): StepInput {
  const text = typeof value === 'object' ? toText(value) : `${value}`
  const input = { name, label: inputNames[name], value: text, unit }
  return source === undefined ? input : { ...input, source }
}
