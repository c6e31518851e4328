import type { ClockStep } from '../clocks/clock.ts'
import type { Decision } from './decision.ts'
import type { Candidate } from './facts.ts'
import { approversFor } from './stages/approval.ts'
import { giveContact } from './stages/course.ts'
import { dispatch } from './stages/survey.ts'
import type { ClaimClock, Task } from './state.ts'

const highestPriority = 3

/**
 * Takes every step that is due, in the order in which they fell due: warnings,
 * breaches, rungs of the ladder. Each command begins with this, in its own
 * transaction, so "done in time" and "breached" exclude each other even while
 * the workflow lags. A breach never ends a stage.
 */
export function takeDueSteps(decision: Decision): number {
  let taken = 0
  for (let due = decision.nextDueStep(); due !== undefined; due = decision.nextDueStep()) {
    decision.takeStep(due.clock, due.step)
    if (due.step.step === 'rung') climb(decision, due.clock, due.step)
    taken += 1
  }
  return taken
}

/** What a rung does to the worklists. It finds the tasks that the clock measures. */
function climb(decision: Decision, clock: ClaimClock, step: Extract<ClockStep, { step: 'rung' }>): void {
  const tasks = decision.state.tasks.filter((task) => task.clockKey === clock.key && task.kind !== 'informed')
  switch (step.rung.action) {
    case 'raisePriority':
      if (decision.state.priority < highestPriority) {
        decision.emit('priorityRaised', { priority: decision.state.priority + 1 })
      }
      return
    case 'informSupervisor':
      decision.openTask('informed', { role: 'approver', assigneeId: null, clockKey: clock.key })
      return
    case 'remind':
      for (const task of tasks) {
        if (task.assigneeId === null) continue
        decision.notify({
          id: decision.facts.newId(),
          template: 'delay',
          to: { personId: task.assigneeId },
          parameters: { caseNumber: decision.state.caseNumber, task: task.kind, dueAt: clock.clock.dueAt },
        })
      }
      return
    case 'reassign':
      for (const task of tasks) reassign(decision, task)
  }
}

/** Gives late work to somebody else who may do it; when there is nobody, it stays where it is. */
function reassign(decision: Decision, { id, kind, role, assigneeId, clockKey }: Task): void {
  const next = takers(decision, role, clockKey).find((one) => one.personId !== assigneeId)
  if (next === undefined) return
  if (role === 'handler' && assigneeId === decision.state.contactId) {
    giveContact(decision, next.personId, 'late')
    return
  }
  if (kind === 'survey') {
    dispatch(decision, next.personId)
    return
  }
  decision.emit('taskAssigned', { taskId: id, assigneeId: next.personId })
  if (role === 'adjuster') decision.emit('adjusterAssigned', { adjusterId: next.personId })
}

/** Who could take the work instead: for a level of approval, only those who may decide it. */
function takers(decision: Decision, role: string, clockKey: string | null): readonly Candidate[] {
  const settlement = decision.state.settlements.find(
    (one) => clockKey?.startsWith(`approvalLevel:${one.id}:`) === true,
  )
  if (settlement !== undefined) return approversFor(decision, settlement, settlement.openLevel)
  const declined = decision.state.survey.offers
    .filter((offer) => offer.answer === 'declined')
    .map((offer) => offer.surveyorId)
  return decision.candidates(role).filter((one) => role !== 'surveyor' || !declined.includes(one.personId))
}
