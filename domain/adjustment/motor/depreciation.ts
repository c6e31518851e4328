import type { Fen } from '../../money.ts'
import type { DepreciationFacts } from '../coverage-input.ts'
import { least, minus, parseRate, times, whole } from '../rational.ts'
import { stepInput } from '../trace.ts'
import type { MotorCase } from './accident-facts.ts'

/**
 * The actual value of a vehicle: new price less a monthly rate for each full month in use, at most the
 * wording's highest depreciation (80 % in 2014). The rate of a kind of vehicle that the wording does not
 * list is stated with the facts.
 */
export function depreciatedValue({ trace, wording }: MotorCase, facts: DepreciationFacts): Fen {
  const { newPriceMinor, fullMonths, vehicleKind } = facts
  const listed = wording.depreciation.monthlyRates[vehicleKind]
  const monthly = listed ?? facts.monthlyRate ?? '0'
  const price = whole(newPriceMinor)
  const depreciation = trace.take({
    id: 'ownDamage.depreciation',
    formula: 'depreciation',
    inputs: [
      stepInput('newPrice', 'fen', newPriceMinor),
      stepInput('fullMonths', 'months', fullMonths),
      stepInput('monthlyRate', 'rate', monthly, listed ? `${wording.id}: ${vehicleKind}` : vehicleKind),
      stepInput('mostRate', 'rate', wording.depreciation.most, wording.id),
    ],
    exact: least(
      times(price, whole(fullMonths), parseRate(monthly)),
      times(price, parseRate(wording.depreciation.most)),
    ),
  })
  return trace.take({
    id: 'ownDamage.actualValue',
    formula: 'depreciatedValue',
    inputs: [
      stepInput('newPrice', 'fen', newPriceMinor),
      stepInput('depreciation', 'fen', depreciation, 'ownDamage.depreciation'),
    ],
    exact: minus(price, whole(depreciation)),
  })
}
