/** What stands between the losses that were agreed and what is paid for them: the difference, reason by reason. */
import type {
  CalculatedSheet,
  OwedUnder,
  SheetInput,
  Step,
} from '../../../../domain/adjustment/sheet-types.ts'
import {
  payingForLosses,
  type Reason,
  reasonsIn,
  reasonsOf,
  stepsForLosses,
  valueOf,
} from '../../../blocks/step-reasons.ts'

/** One line of the difference; fen, below zero where it takes something off. */
export interface Between {
  readonly minor: number
  /** The step that makes the difference; null where only all of them together do. */
  readonly stepId: string | null
  /** What is paid beside the losses, because the coverage pays a sum and no loss. */
  readonly benefit: OwedUnder | null
  /** The facts that are the reason, by step and place among its inputs. */
  readonly reasons: readonly Reason[]
}

interface Way {
  readonly agreedMinor: number
  readonly between: readonly Between[]
}

/** What a step begins with, by the name of the input. */
const begins = new Set(['loss', 'amount', 'eligible', 'liabilityAmount', 'remainder'])

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)

/**
 * From what was agreed to what is payable. Where the steps follow one another each has its line; where they do not, as
 * where compulsory and commercial cover share a loss, one line has the whole difference and every reason. The lines
 * always add up. Nothing where no losses were counted, or where all that was agreed is paid.
 */
export function fromAgreedToPayable(input: SheetInput, result: CalculatedSheet): Way {
  const agreedMinor = sum(result.lines.map(({ countedMinor }) => countedMinor))
  const paying = payingForLosses(
    input.coverages.flatMap((one) => ('lines' in one && one.lines.length > 0 ? [one.coverage] : [])),
  )
  const benefits = benefitsOf(result, paying)
  const missing = result.payableMinor - sum(benefits.map(({ minor }) => minor)) - agreedMinor
  if (result.lines.length === 0 || (missing === 0 && benefits.length === 0))
    return { agreedMinor, between: [] }
  const bySteps = differences(stepsForLosses(result.steps, paying))
  const addsUp = sum(bySteps.map(({ minor }) => minor)) === missing
  return {
    agreedMinor,
    between: [...(addsUp ? bySteps : inOne(missing, reasonsOf(result.steps, paying))), ...benefits],
  }
}

function benefitsOf({ byCoverage }: CalculatedSheet, paying: ReadonlySet<string>): readonly Between[] {
  return byCoverage
    .filter(({ coverage, payableMinor }) => !paying.has(coverage) && payableMinor !== 0)
    .map(({ coverage, payableMinor }) => ({
      minor: payableMinor,
      stepId: null,
      benefit: coverage,
      reasons: [],
    }))
}

function differences(steps: readonly Step[]): readonly Between[] {
  return steps.flatMap((step) => {
    const from = step.formula === 'rightsLost' ? new Set(['paid']) : begins
    if (!step.inputs.some(({ name }) => from.has(name))) return []
    const minor = step.resultMinor - valueOf(step.inputs, from)
    return minor === 0 ? [] : [{ minor, stepId: step.id, benefit: null, reasons: reasonsIn(step) }]
  })
}

function inOne(minor: number, reasons: readonly Reason[]): readonly Between[] {
  return minor === 0 ? [] : [{ minor, stepId: null, benefit: null, reasons }]
}
