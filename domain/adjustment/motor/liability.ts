import type { DriverSeatInput, ThirdPartyInput } from '../coverage-input.ts'
import { type CoverageAmounts, amountsOf } from '../lines.ts'
import { atLeastNothing, least, minus, one, parseRate, sum, times, whole } from '../rational.ts'
import type { CompulsoryPart } from '../sheet-types.ts'
import { stepInput } from '../trace.ts'
import { type MotorCase, absoluteRates, faultDeductible, liabilityRate } from './accident-facts.ts'
import { compulsoryFor } from './compulsory.ts'
import type { BucketLoss } from './losses.ts'

function remainders(
  { trace, claimants }: MotorCase,
  coverage: string,
  losses: readonly BucketLoss[],
  parts: readonly CompulsoryPart[],
) {
  return claimants.flatMap(({ claimantId }) => {
    const theirs = losses.filter((loss) => loss.claimantId === claimantId)
    if (theirs.length === 0) return []
    const left = theirs.map((loss) =>
      atLeastNothing(minus(whole(loss.loss), whole(compulsoryFor(parts, loss)))),
    )
    const remainder = trace.take({
      id: `${coverage}.remainder.${claimantId}`,
      formula: 'remainder',
      subject: { zh: claimantId, en: claimantId },
      inputs: theirs.flatMap((loss) => [
        stepInput('loss', 'fen', loss.loss, loss.bucket),
        stepInput('compulsory', 'fen', compulsoryFor(parts, loss), loss.bucket),
      ]),
      exact: sum(...left),
    })
    return [{ name: claimantId, weight: whole(remainder) }]
  })
}

/**
 * Liability cover for third parties or for the people in the insured vehicle: what compulsory cover
 * leaves of each bucket × liability, up to the limit, less the deductibles of the wording. A bucket below
 * its limit leaves nothing, so it does not pay for another.
 */
export function payLiability(
  motorCase: MotorCase,
  terms: ThirdPartyInput | DriverSeatInput,
  losses: readonly BucketLoss[],
  parts: readonly CompulsoryPart[],
): CoverageAmounts {
  const { trace, wording } = motorCase
  const { coverage } = terms
  const weights = remainders(motorCase, coverage, losses, parts)
  const liability = liabilityRate(motorCase)
  const owed = trace.take({
    id: `${coverage}.liability`,
    formula: 'liabilityAmount',
    inputs: [
      ...weights.map(({ name, weight }) => stepInput('remainder', 'fen', weight, name)),
      stepInput('liability', 'rate', liability.rate, liability.source),
    ],
    exact: times(sum(...weights.map(({ weight }) => weight)), parseRate(liability.rate)),
  })
  const fault = faultDeductible(motorCase, terms.faultDeductibleWaived)
  const absolute = absoluteRates(wording, terms.absoluteRates)
  const limitLeft = atLeastNothing(minus(whole(terms.sumInsuredMinor), whole(terms.usedMinor ?? 0)))
  const shares = trace.divide(
    {
      id: `${coverage}.pay`,
      formula: wording.formulas.liabilityPay,
      inputs: [
        stepInput('liabilityAmount', 'fen', owed, `${coverage}.liability`),
        stepInput('limit', 'fen', terms.sumInsuredMinor),
        stepInput('used', 'fen', terms.usedMinor ?? 0),
        ...(fault ? [stepInput('faultDeductible', 'rate', fault.rate, fault.source)] : []),
        ...absolute.map(({ rate, source }) => stepInput('absoluteRate', 'rate', rate, source)),
      ],
      exact: times(
        least(whole(owed), limitLeft),
        minus(one, parseRate(fault?.rate ?? '0')),
        minus(one, ...absolute.map(({ rate }) => parseRate(rate))),
      ),
    },
    weights,
  )
  return { coverage, amounts: amountsOf(shares) }
}
