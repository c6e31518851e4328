import { fen, type Fen } from '../money.ts'
import type { RuleOutputs } from './contracts.ts'

const whole = 10_000n

/**
 * The reserve with which a claim opens: the share of the estimate, rounded up to a whole fen, but never less
 * than the floor, which stands alone while nobody has estimated the loss.
 */
export function openingReserve(
  rule: RuleOutputs['reserveOpening'],
  estimatedMinor: Fen | null,
): { readonly indemnityMinor: Fen; readonly expenseMinor: Fen } {
  const share = BigInt(estimatedMinor ?? 0) * BigInt(rule.indemnityShareBasisPoints)
  const estimated = Number((share + whole - 1n) / whole)
  return {
    indemnityMinor: fen(Math.max(estimated, rule.indemnityFloorMinor)),
    expenseMinor: fen(rule.expenseMinor),
  }
}
