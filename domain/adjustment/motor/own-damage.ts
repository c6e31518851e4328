import { type Fen, add, fen } from '../../money.ts'
import type { OwnDamageInput } from '../coverage-input.ts'
import { type CoverageAmounts, amountsOf, counted, weightsByClaimant } from '../lines.ts'
import { payRescue } from '../property/rescue.ts'
import {
  type Rational,
  atLeastNothing,
  least,
  minus,
  nothing,
  one,
  parseRate,
  sum,
  times,
  whole,
} from '../rational.ts'
import { stepInput } from '../trace.ts'
import {
  type MotorCase,
  type SourcedRate,
  absoluteRates,
  faultDeductible,
  liabilityRate,
} from './accident-facts.ts'
import { depreciatedValue } from './depreciation.ts'

/** The vehicle's loss, and what it may cost at most. */
export interface VehicleLoss {
  readonly loss: Fen
  readonly sumInsured: Fen
}

/** A total loss counts the sum insured, a partial loss its repair. */
export function vehicleLoss(motorCase: MotorCase, terms: OwnDamageInput): VehicleLoss {
  const { sumInsuredMinor, depreciation } = terms
  const sumInsured = depreciation ? depreciatedValue(motorCase, depreciation) : fen(sumInsuredMinor ?? 0)
  const isTotal = terms.lines.some((line) => line.item === 'vehicleTotalLoss')
  if (isTotal) return { loss: sumInsured, sumInsured }
  const repairs = terms.lines.filter((line) => line.item === 'vehicleRepair')
  const loss = motorCase.trace.take({
    id: 'ownDamage.loss',
    formula: 'sumOfLines',
    inputs: repairs.map((line) => stepInput('loss', 'fen', counted(line), line.lineId)),
    exact: sum(...repairs.map((line) => whole(counted(line)))),
  })
  return { loss, sumInsured }
}

interface Deductions {
  readonly compulsory: Fen
  readonly salvage: Rational
  readonly received: Rational
  readonly deductible: Rational
  readonly fault: SourcedRate | undefined
  readonly absolute: readonly SourcedRate[]
}

function indemnity(
  motorCase: MotorCase,
  terms: OwnDamageInput,
  vehicle: VehicleLoss,
  off: Deductions,
): Rational {
  const afterSalvage = minus(whole(vehicle.loss), off.salvage)
  const afterReceived = atLeastNothing(minus(afterSalvage, off.received))
  const isShare = terms.method === 'share'
  const base = isShare
    ? times(
        atLeastNothing(minus(afterSalvage, whole(off.compulsory))),
        parseRate(liabilityRate(motorCase).rate),
      )
    : minus(afterReceived, whole(off.compulsory))
  const rates = times(
    minus(one, parseRate(off.fault?.rate ?? '0')),
    minus(one, ...off.absolute.map(({ rate }) => parseRate(rate))),
  )
  const paid =
    motorCase.wording.deductible === 'afterRates'
      ? minus(times(base, rates), off.deductible)
      : times(minus(base, off.deductible), rates)
  return least(atLeastNothing(paid), afterReceived, whole(vehicle.sumInsured))
}

/**
 * Own damage in the form that the insured chose: the wording's clause, the insured's share, or all of it
 * in advance with recovery from the others. At most the sum insured, and never more than the loss less
 * what was received for it. Rescue cost is apart.
 * @param compulsory what the other vehicles' compulsory covers pay for this damage
 */
export function payOwnDamage(
  motorCase: MotorCase,
  terms: OwnDamageInput,
  vehicle: VehicleLoss,
  compulsory: Fen,
): { readonly coverage: CoverageAmounts; readonly damagePaid: Fen } {
  const { trace, wording, claimants } = motorCase
  const off: Deductions = {
    compulsory,
    salvage: terms.salvage?.keptBy === 'insured' ? whole(terms.salvage.valueMinor) : nothing,
    received: whole(terms.receivedMinor ?? 0),
    deductible: whole(terms.deductibleMinor ?? 0),
    fault: faultDeductible(motorCase, terms.faultDeductibleWaived),
    absolute: absoluteRates(wording, terms.absoluteRates),
  }
  const isShare = terms.method === 'share'
  const liability = liabilityRate(motorCase)
  const damage = terms.lines.filter((line) => line.item !== 'rescueCost')
  const lossSource = damage.some((line) => line.item === 'vehicleTotalLoss') ? 'sumInsured' : 'ownDamage.loss'
  const shares = trace.divide(
    {
      id: 'ownDamage.pay',
      formula: isShare ? wording.formulas.ownDamageShare : wording.formulas.ownDamage,
      inputs: [
        stepInput('loss', 'fen', vehicle.loss, lossSource),
        stepInput('salvage', 'fen', off.salvage),
        stepInput('received', 'fen', off.received),
        stepInput('compulsory', 'fen', compulsory),
        ...(isShare ? [stepInput('liability', 'rate', liability.rate, liability.source)] : []),
        ...(off.fault ? [stepInput('faultDeductible', 'rate', off.fault.rate, off.fault.source)] : []),
        ...off.absolute.map(({ rate, source }) => stepInput('absoluteRate', 'rate', rate, source)),
        stepInput('deductible', 'fen', off.deductible),
        stepInput('sumInsured', 'fen', vehicle.sumInsured),
      ],
      exact: indemnity(motorCase, terms, vehicle, off),
    },
    // One claimant owns the vehicle, and a total loss may be assessed at nothing while the sum insured is due.
    weightsByClaimant(claimants, damage, () => one),
  )
  const rescue = payRescue(trace, claimants, terms.lines, {
    stepId: 'ownDamage',
    sumInsured: whole(vehicle.sumInsured),
    proportion: one,
    proportionInputs: [],
  })
  return {
    coverage: { coverage: 'ownDamage', amounts: amountsOf([...shares, ...rescue]) },
    damagePaid: add(...shares.map(({ amount }) => amount)),
  }
}

/** The repair and, if we advance everything, the rescue cost: what the others' compulsory covers answer for. */
export function lossForOthersCover(terms: OwnDamageInput, vehicle: VehicleLoss): Fen {
  if (terms.method === 'clause') return fen(0)
  const rescue = terms.lines.filter((line) => line.item === 'rescueCost').map(counted)
  return terms.othersCompulsory === 'payAndRecover' ? add(vehicle.loss, ...rescue) : vehicle.loss
}
