import { fen } from '../money.ts'
import type { RuleTableId } from './contracts.ts'
import { isOutputOf } from './outputs.ts'
import { openingReserve } from './reserve-opening.ts'
import type { InputRow, OutputRow } from './table.ts'

/** Names of the amounts that follow from an answer, in fen. */
export type DecidedAmounts = Readonly<Record<string, number>>

const none: DecidedAmounts = {}

/**
 * The money that an answer comes to, rather than the figures in its row: the reserve that a claim would open
 * with on its own estimate, and the highest authority that its approval would need.
 */
export function decidedAmounts(
  table: RuleTableId,
  inputs: InputRow,
  outputs: readonly OutputRow[],
): DecidedAmounts {
  const [gives] = outputs
  if (gives === undefined) return none
  if (table === 'reserveOpening' && isOutputOf(table, gives)) {
    const estimated = inputs['estimatedMinor']
    return openingReserve(gives, typeof estimated === 'number' ? fen(estimated) : null)
  }
  if (table === 'authorityLevels' && isOutputOf(table, gives)) {
    return { highestLimitMinor: gives.levels.at(-1) ?? 0 }
  }
  return none
}
