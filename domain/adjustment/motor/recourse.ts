import { sum, whole } from '../rational.ts'
import type { CompulsoryPart, Recoverable } from '../sheet-types.ts'
import { type Trace, stepInput } from '../trace.ts'
import { insuredVehicle } from './accident-facts.ts'

/** Compulsory cover that was paid on a ground of recourse is claimed back from who caused it. */
export function recourse(trace: Trace, parts: readonly CompulsoryPart[]): Recoverable[] {
  const own = parts.filter((part) => part.vehicle === insuredVehicle)
  if (own.length === 0) return []
  const amount = trace.take({
    id: 'compulsory.recourse',
    formula: 'recourse',
    inputs: own.map((part) =>
      stepInput('paid', 'fen', part.amountMinor, `${part.bucket} ${part.claimantId}`),
    ),
    exact: sum(...own.map((part) => whole(part.amountMinor))),
  })
  return [{ kind: 'recourse', amountMinor: amount }]
}
