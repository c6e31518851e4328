import type { IntentStatus } from '../../../../domain/claim/state.ts'

/**
 * In the order in which somebody should look: what is in doubt, then the way to the payee, then what did not arrive and
 * may wait for a corrected account, then what needs nobody any more.
 */
export const intentStatuses = [
  'suspense',
  'unknown',
  'held',
  'ready',
  'submitting',
  'accepted',
  'failed',
  'returned',
  'paid',
  'cancelled',
] as const satisfies readonly IntentStatus[]

/** The state to look at first: the foremost that has payments, and what is in doubt where none has. */
export const firstToLookAt = (
  totals: readonly { readonly status: IntentStatus; readonly count: number }[],
): IntentStatus =>
  intentStatuses.find((one) => totals.some(({ status, count }) => status === one && count > 0)) ?? 'suspense'
