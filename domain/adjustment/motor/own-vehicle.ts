import { add, fen } from '../../money.ts'
import type { OwnDamageInput } from '../coverage-input.ts'
import { type CoverageAmounts, byClaimant } from '../lines.ts'
import { salvageRecovery } from '../property/salvage.ts'
import { one } from '../rational.ts'
import type { CompulsoryPart, Recoverable } from '../sheet-types.ts'
import { type MotorCase, insuredVehicle } from './accident-facts.ts'
import type { BucketLoss } from './losses.ts'
import { type VehicleLoss, lossForOthersCover, payOwnDamage, vehicleLoss } from './own-damage.ts'
import { afterLostRights, subrogate } from '../subrogation.ts'

/** The insured vehicle as a loss of its own, for which the other vehicles' compulsory covers answer first. */
export interface OwnVehicle {
  readonly terms: OwnDamageInput
  readonly vehicle: VehicleLoss
  readonly loss: BucketLoss
}

export function ownVehicleOf(motorCase: MotorCase, terms: OwnDamageInput): OwnVehicle {
  const vehicle = vehicleLoss(motorCase, terms)
  const claimantId = terms.lines[0]?.claimantId ?? insuredVehicle
  const loss = lossForOthersCover(terms, vehicle)
  return { terms, vehicle, loss: { claimantId, bucket: 'property', loss, ownVehicle: insuredVehicle } }
}

/** Pays own damage and works out what comes back: salvage, the others' compulsory covers, subrogation. */
export function settleOwnVehicle(
  motorCase: MotorCase,
  { terms, vehicle, loss }: OwnVehicle,
  parts: readonly CompulsoryPart[],
): { readonly coverage: CoverageAmounts; readonly recoverables: readonly Recoverable[] } {
  const { trace, facts } = motorCase
  const forVehicle = parts.filter((part) => part.bucket === 'property' && part.claimantId === loss.claimantId)
  const isAdvanced = terms.method === 'fullAdvance' && terms.othersCompulsory === 'payAndRecover'
  const deducted = isAdvanced ? [] : forVehicle
  const compulsory = add(...deducted.map((part) => fen(part.amountMinor)))
  const { coverage, damagePaid } = payOwnDamage(motorCase, terms, vehicle, compulsory)
  const paid = add(...coverage.amounts.map(({ payableMinor }) => fen(payableMinor)))
  const salvage = salvageRecovery(trace, 'ownDamage', terms.salvage, one, damagePaid)
  // The insured's own share leaves the others' part to the insured, so there is nothing to step into.
  if (terms.method === 'share') return { coverage, recoverables: salvage }
  const rights = subrogate(trace, 'ownDamage', facts.others, paid, isAdvanced ? forVehicle : [], salvage)
  const owed = byClaimant(motorCase.claimants, coverage.amounts)
  const amounts = afterLostRights(trace, 'ownDamage', owed, rights.lost)
  return { coverage: { ...coverage, amounts }, recoverables: [...salvage, ...rights.recoverables] }
}
