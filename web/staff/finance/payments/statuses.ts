import type { IntentStatus } from '../../../../domain/claim/state.ts'

/** In the order in which somebody should look: what is in doubt, then the way to the payee, then what has ended. */
export const intentStatuses = [
  'suspense',
  'unknown',
  'held',
  'ready',
  'submitting',
  'accepted',
  'paid',
  'failed',
  'returned',
  'cancelled',
] as const satisfies readonly IntentStatus[]
