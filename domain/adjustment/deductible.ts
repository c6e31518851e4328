import type { Fen } from '../money.ts'
import { atLeastNothing, greatest, minus, parseRate, times, whole } from './rational.ts'
import { type Trace, stepInput } from './trace.ts'

/** An amount, a rate, or the greater of both, as the policy states it. */
interface Deductible {
  readonly deductibleMinor?: number
  readonly deductibleRate?: string
}

/** What the deductible leaves of an amount. Without a deductible there is no step. */
export function afterDeductible(
  trace: Trace,
  stepId: string,
  { deductibleMinor, deductibleRate }: Deductible,
  amount: Fen,
): Fen {
  if (deductibleMinor === undefined && deductibleRate === undefined) return amount
  const byAmount = whole(deductibleMinor ?? 0)
  const byRate = times(whole(amount), parseRate(deductibleRate ?? '0'))
  return trace.take({
    id: `${stepId}.deductible`,
    formula: 'deductible',
    inputs: [
      stepInput('amount', 'fen', amount),
      ...(deductibleMinor === undefined ? [] : [stepInput('deductible', 'fen', deductibleMinor)]),
      ...(deductibleRate === undefined ? [] : [stepInput('deductibleRate', 'rate', deductibleRate)]),
    ],
    exact: atLeastNothing(minus(whole(amount), greatest(byAmount, byRate))),
  })
}
