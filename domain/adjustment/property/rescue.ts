import type { LineInput } from '../coverage-input.ts'
import { counted, weightsByClaimant } from '../lines.ts'
import { type Rational, dividedBy, least, sum, times, whole } from '../rational.ts'
import type { Claimant, StepInput } from '../sheet-types.ts'
import type { Share } from '../shares.ts'
import { type Trace, stepInput } from '../trace.ts'

interface RescueTerms {
  readonly stepId: string
  readonly sumInsured: Rational
  /** The proportion by which the loss itself is paid, with the inputs that explain it. */
  readonly proportion: Rational
  readonly proportionInputs: readonly StepInput[]
}

function insuredPart(line: LineInput): Rational {
  const cost = whole(counted(line))
  if (!line.saved) return cost
  return times(cost, dividedBy(whole(line.saved.insuredMinor), whole(line.saved.totalMinor)))
}

/**
 * Rescue cost is paid apart from the loss and up to a sum insured of its own (Insurance Law 57), for the
 * share of the insured property in all that was saved.
 */
export function payRescue(
  trace: Trace,
  claimants: readonly Claimant[],
  lines: readonly LineInput[],
  terms: RescueTerms,
): Share[] {
  const rescue = lines.filter((line) => line.item === 'rescueCost')
  if (rescue.length === 0) return []
  return trace.divide(
    {
      id: `${terms.stepId}.rescue`,
      formula: 'rescueCost',
      inputs: [
        ...rescue.flatMap((line) => [
          stepInput('loss', 'fen', counted(line), line.lineId),
          ...(line.saved
            ? [
                stepInput('insuredSaved', 'fen', line.saved.insuredMinor, line.lineId),
                stepInput('totalSaved', 'fen', line.saved.totalMinor, line.lineId),
              ]
            : []),
        ]),
        ...terms.proportionInputs,
        stepInput('sumInsured', 'fen', terms.sumInsured),
      ],
      exact: least(times(sum(...rescue.map(insuredPart)), terms.proportion), terms.sumInsured),
    },
    weightsByClaimant(claimants, rescue, insuredPart),
  )
}
