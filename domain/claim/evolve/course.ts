import { assert } from '../../errors.ts'
import type { EventData } from '../events.ts'
import type { Evolvers } from './evolvers.ts'
import { mayMove } from '../stages.ts'
import type { ClaimState } from '../state.ts'

const setClock = (state: ClaimState, data: EventData['clockStarted']): ClaimState => ({
  ...state,
  clocks: { ...state.clocks, [data.clock.key]: data.clock },
})

/** Stages, clocks, tasks and people: what every stage has in common. */
export const evolveCourse = {
  stageEntered(state, { from, to }, at) {
    assert(
      state.stage === from && mayMove(from, to),
      `a claim in ${state.stage} cannot go from ${from} to ${to}`,
    )
    return { ...state, stage: to, stageEnteredAt: at, panelDue: state.panelDue || to === 'acceptance' }
  },
  clockStarted: setClock,
  clockPaused: setClock,
  clockResumed: setClock,
  clockFinished: setClock,
  clockWarned: setClock,
  clockBreached: setClock,
  clockEscalated: setClock,
  taskOpened: (state, { task }) => ({
    ...state,
    tasks: [...state.tasks, task],
    tasksOpened: state.tasksOpened + 1,
  }),
  taskAssigned: (state, { taskId, assigneeId }) => ({
    ...state,
    tasks: state.tasks.map((task) => (task.id === taskId ? { ...task, assigneeId } : task)),
  }),
  taskClosed: (state, { taskId }) => ({ ...state, tasks: state.tasks.filter((task) => task.id !== taskId) }),
  priorityRaised: (state, { priority }) => ({ ...state, priority }),
  contactAssigned: (state, { contactId, callBy }) => ({
    ...state,
    contactId,
    callBy,
    contactsTried: [...state.contactsTried, contactId],
  }),
  contactsExhausted: (state) => ({ ...state, callBy: null }),
  customerContacted: (state, { reached }) => (reached ? { ...state, callBy: null } : state),
  partyAdded: (state, { party }) => ({ ...state, parties: [...state.parties, party] }),
  payeeChanged: (state, { partyId, payeeHash, by }) => ({
    ...state,
    parties: state.parties.map((party) =>
      party.id === partyId ? { ...party, payeeHash, payeeEditedBy: by } : party,
    ),
  }),
  messagePosted: (state) => state,
  claimClosed: (state, { outcome, from, retainUntil, archiveAt }, at) => ({
    ...state,
    outcome,
    closedFrom: from,
    closedAt: at,
    retainUntil,
    archiveAt,
    satisfactionAskedAt: null,
  }),
  claimReopened: (state) => ({
    ...state,
    outcome: null,
    closedFrom: null,
    closedAt: null,
    archiveAt: null,
    rejection: null,
    advanceRaisedAt: null,
    reopenedTimes: state.reopenedTimes + 1,
  }),
  satisfactionAsked: (state, _data, at) => ({ ...state, satisfactionAskedAt: at }),
  claimArchived: (state) => state,
} satisfies Partial<Evolvers>
