import { refuse } from '../../errors.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import { owedMinor, paidMinor } from '../reserve.ts'
import { isOpen } from '../stages.ts'
import { reviseReserve } from './entering.ts'

/** Reserves: opened by rule with the report, revised by people at every stage, looked at before the close. */
export const decideReserve = {
  reviseReserve(decision, { indemnityMinor, expenseMinor, reason }) {
    const { state } = decision
    if (!isOpen(state.stage)) refuse('claimClosed', { stage: state.stage })
    const owed = owedMinor(state)
    if (indemnityMinor < owed) refuse('reserveTooLow', { owedMinor: owed, given: indemnityMinor })
    const same =
      indemnityMinor === state.reserve.indemnityMinor && expenseMinor === state.reserve.expenseMinor
    if (same) refuse('alreadyDone', { indemnityMinor, expenseMinor })
    reviseReserve(decision, { indemnityMinor, expenseMinor }, reason)
    return { indemnityMinor, expenseMinor }
  },
} satisfies Partial<Deciders>

/**
 * Before the close: nothing is given back that is still owed, and what was put aside before the amount was known is
 * held against what was paid, so that reserves that are habitually too low are seen.
 */
export function checkAdequacy(decision: Decision): void {
  const { state } = decision
  const { indemnityMinor, estimateMinor = indemnityMinor } = state.reserve
  const owed = owedMinor(state)
  if (indemnityMinor < owed) refuse('reserveTooLow', { owedMinor: owed, given: indemnityMinor })
  const paid = paidMinor(state)
  decision.emit('reserveChecked', { estimateMinor, paidMinor: paid, adequate: paid <= estimateMinor })
}
