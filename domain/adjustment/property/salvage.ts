import type { Fen } from '../../money.ts'
import type { Salvage } from '../coverage-input.ts'
import { type Rational, least, times, whole } from '../rational.ts'
import type { Recoverable } from '../sheet-types.ts'
import { type Trace, stepInput } from '../trace.ts'

/** Salvage that the insurer keeps, by the proportion in which it pays the loss (Insurance Law 59). */
export function salvageRecovery(
  trace: Trace,
  stepId: string,
  salvage: Salvage | undefined,
  proportion: Rational,
  paid: Fen,
): Recoverable[] {
  if (salvage?.keptBy !== 'insurer' || paid === 0) return []
  const amount = trace.take({
    id: `${stepId}.salvage`,
    formula: 'salvageRecovery',
    inputs: [stepInput('salvage', 'fen', salvage.valueMinor), stepInput('paid', 'fen', paid)],
    exact: least(times(whole(salvage.valueMinor), proportion), whole(paid)),
  })
  return [{ kind: 'salvage', amountMinor: amount }]
}
