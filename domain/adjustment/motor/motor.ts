import type { CompulsoryMotorInput, LineInput } from '../coverage-input.ts'
import { type CoverageAmounts, type Outcome, coverageOf, linesOf } from '../lines.ts'
import type { Claimant, CompulsoryPart, MotorFacts, SheetInput } from '../sheet-types.ts'
import type { Trace } from '../trace.ts'
import type { CompulsoryWording, MotorWording } from '../wordings/wording.ts'
import { compulsoryCovers, insuredVehicle } from './accident-facts.ts'
import { payCompulsory } from './compulsory.ts'
import { traceDerivations } from './injury-items.ts'
import { payLiability } from './liability.ts'
import { type BucketLoss, lossesByBucket } from './losses.ts'
import { ownVehicleOf, settleOwnVehicle } from './own-vehicle.ts'
import { recourse } from './recourse.ts'

/** Third parties' losses are one pool, whichever of the two liability coverages they were entered under. */
function thirdPartyLines({ coverages }: SheetInput): LineInput[] {
  return [coverageOf(coverages, 'compulsoryMotor'), coverageOf(coverages, 'thirdParty')].flatMap((each) =>
    each ? each.lines : [],
  )
}

function vehicleOf(claimant: Claimant): string | undefined {
  return claimant.role === 'otherVehicle' ? claimant.partyId : undefined
}

function compulsoryHere(
  terms: CompulsoryMotorInput,
  losses: readonly BucketLoss[],
  parts: readonly CompulsoryPart[],
): CoverageAmounts {
  const paid = parts.filter((part) => terms.insuredHere && part.vehicle === insuredVehicle)
  const amounts = [
    ...losses.map(({ claimantId }) => ({ claimantId, payableMinor: 0 })),
    ...paid.map((part) => ({ claimantId: part.claimantId, payableMinor: part.amountMinor })),
  ]
  return { coverage: 'compulsoryMotor', amounts }
}

/**
 * A motor accident: compulsory covers first, over every loss that they answer for, then commercial cover
 * for what they leave. The other vehicles' covers answer for the insured's own vehicle and driver too.
 * @param wording undefined on a sheet of compulsory cover alone
 */
export function calculateMotor(
  input: SheetInput,
  facts: MotorFacts,
  limits: CompulsoryWording,
  wording: MotorWording | undefined,
  trace: Trace,
): Outcome {
  const { claimants, coverages } = input
  const compulsory = coverageOf(coverages, 'compulsoryMotor')
  const thirdParty = coverageOf(coverages, 'thirdParty')
  const driverSeat = coverageOf(coverages, 'driverSeat')
  const ownDamage = coverageOf(coverages, 'ownDamage')
  traceDerivations(trace, coverages.flatMap(linesOf))
  const victims = lossesByBucket(trace, 'thirdParty.loss', claimants, thirdPartyLines(input), vehicleOf)
  const inVehicle = lossesByBucket(
    trace,
    'driverSeat.loss',
    claimants,
    driverSeat?.lines ?? [],
    () => insuredVehicle,
  )
  const motorCase = wording && { trace, facts, wording, claimants }
  const own = motorCase && ownDamage && ownVehicleOf(motorCase, ownDamage)
  const losses = [...victims, ...inVehicle, ...(own ? [own.loss] : [])]
  const parts = payCompulsory(trace, compulsoryCovers(facts, limits, compulsory), losses)
  const here = compulsory ? [compulsoryHere(compulsory, victims, parts)] : []
  const claimedBack = compulsory?.recourseGround && compulsory.insuredHere ? recourse(trace, parts) : []
  if (!motorCase) return { coverages: here, compulsoryParts: parts, recoverables: claimedBack }
  const settled = own && settleOwnVehicle(motorCase, own, parts)
  return {
    coverages: [
      ...here,
      ...(thirdParty ? [payLiability(motorCase, thirdParty, victims, parts)] : []),
      ...(settled ? [settled.coverage] : []),
      ...(driverSeat ? [payLiability(motorCase, driverSeat, inVehicle, parts)] : []),
    ],
    compulsoryParts: parts,
    recoverables: [...claimedBack, ...(settled ? settled.recoverables : [])],
  }
}
