import type { Fen } from '../../money.ts'
import type { LiabilityInput, LineInput } from '../coverage-input.ts'
import { afterDeductible } from '../deductible.ts'
import { bucketOf } from '../items.ts'
import { type CoverageAmounts, type Outcome, amountsOf, counted, weightsByClaimant } from '../lines.ts'
import { traceDerivations } from '../motor/injury-items.ts'
import { type Rational, atLeastNothing, least, minus, parseRate, sum, times, whole } from '../rational.ts'
import type { Claimant, SheetInput } from '../sheet-types.ts'
import type { Share, Weighted } from '../shares.ts'
import { type Trace, stepInput } from '../trace.ts'

const isLegalCost = (line: LineInput): boolean => line.item === 'legalCost'
const isProperty = (line: LineInput): boolean => bucketOf(line.item) === 'property'
const lossOf = (lines: readonly LineInput[]): Rational => sum(...lines.map((line) => whole(counted(line))))

/** What the insured owes each third party: their injury counts up to the limit for one person. */
function owed(trace: Trace, claimants: readonly Claimant[], terms: LiabilityInput): Weighted[] {
  const { rate, basis } = terms.liability
  const perPerson = terms.perPersonLimitMinor === undefined ? [] : [whole(terms.perPersonLimitMinor)]
  return claimants.flatMap(({ claimantId }) => {
    const theirs = terms.lines.filter((line) => line.claimantId === claimantId && !isLegalCost(line))
    if (theirs.length === 0) return []
    const injury = times(lossOf(theirs.filter((line) => !isProperty(line))), parseRate(rate))
    const property = times(lossOf(theirs.filter(isProperty)), parseRate(rate))
    const amount = trace.take({
      id: `liability.owed.${claimantId}`,
      formula: 'owedToThirdParty',
      subject: { zh: claimantId, en: claimantId },
      inputs: [
        ...theirs.map((line) => stepInput('loss', 'fen', counted(line), line.lineId)),
        stepInput('liability', 'rate', rate, basis),
        ...perPerson.map((limit) => stepInput('perPersonLimit', 'fen', limit)),
      ],
      exact: sum(least(injury, ...perPerson), property),
    })
    return [{ name: claimantId, weight: whole(amount) }]
  })
}

function indemnity(trace: Trace, terms: LiabilityInput, amount: Fen, weights: readonly Weighted[]): Share[] {
  const period = terms.periodLeftMinor === undefined ? [] : [whole(terms.periodLeftMinor)]
  const limitLeft = atLeastNothing(minus(whole(terms.sumInsuredMinor), whole(terms.usedMinor ?? 0)))
  return trace.divide(
    {
      id: 'liability.pay',
      formula: 'liabilityCoverPay',
      inputs: [
        stepInput('amount', 'fen', amount),
        stepInput('limit', 'fen', terms.sumInsuredMinor),
        stepInput('used', 'fen', terms.usedMinor ?? 0),
        ...period.map((left) => stepInput('periodLeft', 'fen', left)),
      ],
      exact: least(whole(amount), limitLeft, ...period),
    },
    weights,
  )
}

/** What the dispute with a third party cost the insured, apart from the limits for the third parties. */
function legalCost(trace: Trace, claimants: readonly Claimant[], terms: LiabilityInput): Share[] {
  const lines = terms.lines.filter(isLegalCost)
  if (lines.length === 0) return []
  const limit = terms.legalCostLimitMinor === undefined ? [] : [whole(terms.legalCostLimitMinor)]
  return trace.divide(
    {
      id: 'liability.legalCost',
      formula: 'legalCost',
      inputs: [
        ...lines.map((line) => stepInput('loss', 'fen', counted(line), line.lineId)),
        ...limit.map((most) => stepInput('limit', 'fen', most)),
      ],
      exact: least(lossOf(lines), ...limit),
    },
    weightsByClaimant(claimants, lines),
  )
}

function payLiabilityCover(
  trace: Trace,
  claimants: readonly Claimant[],
  terms: LiabilityInput,
): CoverageAmounts {
  traceDerivations(trace, terms.lines)
  const weights = owed(trace, claimants, terms)
  const total = trace.take({
    id: 'liability.total',
    formula: 'sumOfLines',
    inputs: weights.map(({ name, weight }) => stepInput('liabilityAmount', 'fen', weight, name)),
    exact: sum(...weights.map(({ weight }) => weight)),
  })
  const amount = afterDeductible(trace, 'liability', terms, total)
  const shares = indemnity(trace, terms, amount, weights)
  return {
    coverage: 'liability',
    amounts: amountsOf([...shares, ...legalCost(trace, claimants, terms)]),
  }
}

/**
 * Liability cover outside motor: what the insured owes each third party, less the deductible, up to what is
 * left of the limits; the cost of the dispute apart.
 */
export function calculateLiability({ claimants, coverages }: SheetInput, trace: Trace): Outcome {
  const paid = coverages.flatMap((terms) =>
    terms.coverage === 'liability' ? [payLiabilityCover(trace, claimants, terms)] : [],
  )
  return { coverages: paid, compulsoryParts: [], recoverables: [] }
}
