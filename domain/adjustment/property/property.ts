import { type Fen, add } from '../../money.ts'
import type { PropertyInput } from '../coverage-input.ts'
import { afterDeductible } from '../deductible.ts'
import {
  type CoverageAmounts,
  type Outcome,
  amountsOf,
  byClaimant,
  counted,
  weightsByClaimant,
} from '../lines.ts'
import { atLeastNothing, least, minus, sum, times, whole } from '../rational.ts'
import type { Claimant, Recoverable, SheetInput } from '../sheet-types.ts'
import { type Trace, stepInput } from '../trace.ts'
import { afterLostRights, subrogate } from '../subrogation.ts'
import type { PropertyWording } from '../wordings/wording.ts'
import { type Proportion, proportionOf } from './proportion.ts'
import { payRescue } from './rescue.ts'
import { salvageRecovery } from './salvage.ts'

interface PropertyCase {
  readonly trace: Trace
  readonly terms: PropertyInput
  readonly stepId: string
  readonly proportion: Proportion
}

function lossThatCounts({ trace, terms, stepId }: PropertyCase): Fen {
  const lines = terms.lines.filter((line) => line.item !== 'rescueCost')
  const sublimits = terms.sublimits ?? []
  const items = [...new Set(lines.map((line) => line.item))]
  const byItem = items.map((item) => {
    const loss = sum(...lines.filter((line) => line.item === item).map((line) => whole(counted(line))))
    return least(
      loss,
      ...sublimits.filter((each) => each.item === item).map((each) => whole(each.limitMinor)),
    )
  })
  return trace.take({
    id: `${stepId}.loss`,
    formula: sublimits.length > 0 ? 'lossWithSublimits' : 'sumOfLines',
    inputs: [
      ...lines.map((line) => stepInput('loss', 'fen', counted(line), line.lineId)),
      ...sublimits.map((each) => stepInput('sublimit', 'fen', each.limitMinor, each.item)),
    ],
    exact: sum(...byItem),
  })
}

function afterSalvage({ trace, terms, stepId }: PropertyCase, loss: Fen): Fen {
  if (terms.salvage?.keptBy !== 'insured') return loss
  return trace.take({
    id: `${stepId}.netLoss`,
    formula: 'netLoss',
    inputs: [
      stepInput('loss', 'fen', loss, `${stepId}.loss`),
      stepInput('salvage', 'fen', terms.salvage.valueMinor),
    ],
    exact: atLeastNothing(minus(whole(loss), whole(terms.salvage.valueMinor))),
  })
}

function afterAverage({ trace, terms, stepId, proportion }: PropertyCase, amount: Fen): Fen {
  const upToValue = proportion.hasValue ? least(whole(amount), whole(terms.valueMinor ?? 0)) : whole(amount)
  return trace.take({
    id: `${stepId}.average`,
    formula: proportion.formula,
    inputs: [stepInput('amount', 'fen', amount), ...proportion.inputs],
    exact: times(proportion.formula === 'average' ? whole(amount) : upToValue, proportion.rate),
  })
}

/**
 * Property: `(loss − salvage) × sum insured / value` when under-insured (Insurance Law 55), pro rata with
 * other insurers (56), rescue cost apart (57). Whether the deductible comes before or after average is a
 * setting of the wording or the policy.
 */
function payProperty(
  trace: Trace,
  claimants: readonly Claimant[],
  terms: PropertyInput,
  wording: PropertyWording,
): { readonly coverage: CoverageAmounts; readonly recoverables: readonly Recoverable[] } {
  const stepId = `property.${terms.subject}`
  const proportion = proportionOf(terms, wording)
  const property: PropertyCase = { trace, terms, stepId, proportion }
  const net = afterSalvage(property, lossThatCounts(property))
  const isBefore = (terms.deductibleOrder ?? wording.deductibleOrder) === 'beforeAverage'
  const amount = isBefore
    ? afterAverage(property, afterDeductible(trace, stepId, terms, net))
    : afterDeductible(trace, stepId, terms, afterAverage(property, net))
  const damage = terms.lines.filter((line) => line.item !== 'rescueCost')
  const shares = trace.divide(
    {
      id: `${stepId}.pay`,
      formula: 'limitOfSum',
      inputs: [
        stepInput('amount', 'fen', amount),
        stepInput('sumInsured', 'fen', terms.sumInsuredMinor),
        stepInput('used', 'fen', terms.usedMinor ?? 0),
      ],
      exact: least(
        whole(amount),
        atLeastNothing(minus(whole(terms.sumInsuredMinor), whole(terms.usedMinor ?? 0))),
      ),
    },
    weightsByClaimant(claimants, damage),
  )
  const rescue = payRescue(trace, claimants, terms.lines, {
    stepId,
    sumInsured: whole(terms.sumInsuredMinor),
    proportion: proportion.rate,
    proportionInputs: proportion.inputs,
  })
  const damagePaid = add(...shares.map((share) => share.amount))
  const paid = add(damagePaid, ...rescue.map((share) => share.amount))
  const salvage = salvageRecovery(trace, stepId, terms.salvage, proportion.rate, damagePaid)
  const rights = subrogate(trace, stepId, terms.liableParties ?? [], paid, [], salvage)
  const owed = byClaimant(claimants, amountsOf([...shares, ...rescue]))
  const amounts = afterLostRights(trace, stepId, owed, rights.lost)
  return {
    coverage: { coverage: 'property', subject: terms.subject, amounts },
    recoverables: [...salvage, ...rights.recoverables],
  }
}

/** Every insured part of a property policy by itself: the value of one does not help another. */
export function calculateProperty(input: SheetInput, wording: PropertyWording, trace: Trace): Outcome {
  const parts = input.coverages.flatMap((terms) =>
    terms.coverage === 'property' ? [payProperty(trace, input.claimants, terms, wording)] : [],
  )
  return {
    coverages: parts.map(({ coverage }) => coverage),
    compulsoryParts: [],
    recoverables: parts.flatMap(({ recoverables }) => recoverables),
  }
}
