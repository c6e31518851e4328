import type { Decision } from '../decision.ts'
import { isOpen } from '../stages.ts'
import type { ClaimState, TaskKind } from '../state.ts'
import { awaitingCorrection, isReleasable } from './settled.ts'

interface Work {
  readonly kind: TaskKind
  readonly wanted: (state: ClaimState) => boolean
  readonly role: string
  readonly assignee: (state: ClaimState) => string | null
  readonly clockKey?: string
}

const works: readonly Work[] = [
  {
    kind: 'releasePayment',
    wanted: (state) =>
      isOpen(state.stage) && state.settlements.some((settlement) => isReleasable(state, settlement)),
    role: 'finance',
    assignee: () => null,
    clockKey: 'payment',
  },
  {
    kind: 'correctPayee',
    wanted: (state) => isOpen(state.stage) && awaitingCorrection(state).length > 0,
    role: 'handler',
    assignee: (state) => state.contactId,
    clockKey: 'payment',
  },
  {
    // A bank contradicts itself whenever it likes, after the close as well.
    kind: 'resolveSuspense',
    wanted: (state) => state.intents.some((intent) => intent.status === 'suspense'),
    role: 'finance',
    assignee: () => null,
  },
  {
    kind: 'proposeAdvance',
    wanted: wantsAdvance,
    role: 'adjuster',
    assignee: (state) => state.adjusterId,
    clockKey: 'advance60',
  },
]

/** An advance is due after sixty days until one was proposed and not voided or returned (article 25). */
function wantsAdvance(state: ClaimState): boolean {
  return (
    state.stage === 'adjustment' &&
    state.advanceRaisedAt !== null &&
    !state.settlements.some(
      (one) => one.kind === 'advance' && ['pending', 'approved', 'rejected'].includes(one.state),
    )
  )
}

/**
 * Work that follows from the state of the money alone. It is looked at after every
 * decision, so that whatever voided, failed or came back, somebody has it to do.
 */
export function keepMoneyTasks(decision: Decision): void {
  for (const { kind, wanted, role, assignee, clockKey } of works) {
    const has = decision.task(kind) !== undefined
    const needs = wanted(decision.state)
    if (has && !needs) decision.closeTasks(kind)
    if (has || !needs) continue
    decision.openTask(kind, {
      role,
      assigneeId: assignee(decision.state),
      ...(clockKey === undefined || decision.clock(clockKey) === undefined ? {} : { clockKey }),
    })
  }
}
