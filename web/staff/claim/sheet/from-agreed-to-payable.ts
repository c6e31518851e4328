/** What stands between the losses that were agreed and what is paid for them: the difference, reason by reason. */
import type {
  CalculatedSheet,
  OwedUnder,
  SheetInput,
  Step,
} from '../../../../domain/adjustment/sheet-types.ts'
import { besideThePayment, type Reason, reasonsIn, reasonsOf, valueOf } from '../../../blocks/step-reasons.ts'

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
  const benefits = benefitsOf(input, result)
  const missing = result.payableMinor - sum(benefits.map(({ minor }) => minor)) - agreedMinor
  if (result.lines.length === 0 || (missing === 0 && benefits.length === 0))
    return { agreedMinor, between: [] }
  const bySteps = differences(result.steps)
  const addsUp = sum(bySteps.map(({ minor }) => minor)) === missing
  return { agreedMinor, between: [...(addsUp ? bySteps : inOne(result.steps, missing)), ...benefits] }
}

function benefitsOf({ coverages }: SheetInput, { byCoverage }: CalculatedSheet): readonly Between[] {
  const forLosses = new Set<OwedUnder>(
    coverages.flatMap((one) => ('lines' in one && one.lines.length > 0 ? [one.coverage] : [])),
  )
  // A loss of third parties is entered once and paid by both covers of the vehicle.
  if (forLosses.has('thirdParty')) forLosses.add('compulsoryMotor')
  return byCoverage
    .filter(({ coverage, payableMinor }) => !forLosses.has(coverage) && payableMinor !== 0)
    .map(({ coverage, payableMinor }) => ({
      minor: payableMinor,
      stepId: null,
      benefit: coverage,
      reasons: [],
    }))
}

function differences(steps: readonly Step[]): readonly Between[] {
  // What compulsory cover pays of a loss leaves the rest to the commercial cover: only what neither pays is missing.
  const shared = steps.some(({ formula }) => formula === 'remainder')
  return steps.flatMap((step) => {
    const { formula } = step
    if (besideThePayment.has(formula) || (shared && (formula === 'remainder' || formula === 'compulsoryPay')))
      return []
    const from = formula === 'rightsLost' ? new Set(['paid']) : begins
    if (!step.inputs.some(({ name }) => from.has(name))) return []
    const minor = step.resultMinor - valueOf(step.inputs, from)
    return minor === 0 ? [] : [{ minor, stepId: step.id, benefit: null, reasons: reasonsIn(step) }]
  })
}

function inOne(steps: readonly Step[], minor: number): readonly Between[] {
  if (minor === 0) return []
  return [{ minor, stepId: null, benefit: null, reasons: reasonsOf(steps) }]
}
