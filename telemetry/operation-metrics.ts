import { Gauge, type Registry } from 'prom-client'
import type { OperationState } from '../db/reads/operation.ts'

/**
 * Shows how claims, clocks, money and queues stand. Labels are stages, lines, statuses and queues, which are few
 * for ever; a group that has emptied disappears instead of keeping its last figure.
 */
export function createOperationMetrics(registry: Registry): (state: OperationState) => void {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name, help, labelNames, registers: [registry] })

  const claims = gauge('lipei_claims', 'Claims that are not archived.', ['stage', 'line'])
  const clocks = gauge('lipei_clocks', 'Clocks that are not done; a warned one is still in time.', [
    'stage',
    'line',
    'state',
  ])
  const overdue = gauge(
    'lipei_clocks_oldest_overdue_seconds',
    'How long the oldest breached duty is overdue.',
  )
  const untold = gauge('lipei_untold_claims', 'Claims whose newest state their workflow does not have yet.')
  const oldestUntold = gauge('lipei_untold_oldest_seconds', 'How long the oldest of them has waited.')
  const intents = gauge('lipei_payment_intents', 'Payments by status.', ['status'])
  const unknown = gauge(
    'lipei_payment_intents_unknown_long',
    'Payments of which it has been unknown for more than a minute what became of them.',
  )
  const lane = gauge('lipei_pay_lane_open', '1 while money may leave, 0 while the pay lane is paused.')
  const queues = gauge(
    'lipei_queue_jobs',
    'Jobs that wait, wait for later, are worked on, or have failed for good.',
    ['queue', 'state'],
  )
  const oldestJob = gauge('lipei_queue_oldest_seconds', 'Age of the oldest of those jobs.', [
    'queue',
    'state',
  ])
  const sampled = gauge('lipei_operation_sampled_timestamp_seconds', 'When these figures were last read.')

  return (state) => {
    for (const grouped of [claims, clocks, intents, queues, oldestJob]) grouped.reset()
    for (const { count, ...labels } of state.claims) claims.set(labels, count)
    for (const { count, ...labels } of state.clocks) clocks.set(labels, count)
    for (const { count, ...labels } of state.intents) intents.set(labels, count)
    for (const { count, oldest, ...labels } of state.queues) {
      queues.set(labels, count)
      oldestJob.set(labels, oldest)
    }
    overdue.set(state.oldestOverdue)
    untold.set(state.untold)
    oldestUntold.set(state.oldestUntold)
    unknown.set(state.intentsUnknownLong)
    lane.set(state.payLaneOpen ? 1 : 0)
    sampled.setToCurrentTime()
  }
}
