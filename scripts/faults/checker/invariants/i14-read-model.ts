import { canonical } from '../canonical.ts'
import type { ClaimCourse } from '../claim-course.ts'
import { toldState } from '../database/told-state.ts'
import type { ClaimRow, IntentRow, TaskRow } from '../database/rows.ts'
import { each, together, type Invariant, type Violation } from '../invariant.ts'

/** Lists, row, events and workflow say the same. */
export const readModel: Invariant = {
  id: 'I14',
  text: 'The rows of the lists are always what the events say, and at rest every running workflow knows exactly the state that the row holds.',
  live: true,
  exercised: ({ claims }) => claims.size > 0,
  check(evidence) {
    const tasks = Map.groupBy(evidence.database.tasks, ({ claimId }) => claimId)
    const intents = Map.groupBy(evidence.database.intents, ({ claimId }) => claimId)
    const rows = each(evidence.claims.values(), (claim) => {
      const lists = { tasks: tasks.get(claim.id) ?? [], intents: intents.get(claim.id) ?? [] }
      return judgeRow(claim, evidence.course(claim.id), lists)
    })
    const known = each(evidence.temporal?.known ?? [], ([workflowId, answer]) => {
      const claim = evidence.claims.get(workflowId.slice('claim/'.length))
      if (claim === undefined) return []
      if (answer === null) return [{ object: workflowId, why: 'The workflow does not answer.' }]
      const { epoch, version } = claim
      const hasMoved = answer.beside !== null && answer.beside['version'] !== version
      const expected = hasMoved ? answer.beside : toldState(claim)
      if (canonical(answer.told) === canonical(expected)) return []
      const knows = { epoch: answer.told?.['epoch'], version: answer.told?.['version'] }
      return [
        {
          object: workflowId,
          why: 'The workflow knows another state.',
          evidence: { row: { epoch, version }, knows },
        },
      ]
    })
    return together(rows, known)
  },
}

interface Lists {
  readonly tasks: readonly TaskRow[]
  readonly intents: readonly IntentRow[]
}

function judgeRow(claim: ClaimRow, course: ClaimCourse, { tasks, intents }: Lists): Violation[] {
  const { state } = claim
  const compared: Readonly<Record<string, readonly [unknown, unknown]>> = {
    outcome: [
      { row: claim.outcome, state: state.outcome },
      { row: course.outcome, state: course.outcome },
    ],
    clocks: [state.clocks, Object.fromEntries(course.clocks)],
    tasks: [open(state.tasks), open([...course.openTasks].map(([id, assigneeId]) => ({ id, assigneeId })))],
    'list of tasks': [open(tasks.filter(({ closed }) => !closed)), open(state.tasks)],
    settlements: [
      state.settlements.map((one) => ({ id: one.id, state: one.state })),
      [...course.settlements.values()].map((one) => ({ id: one.id, state: one.state })),
    ],
    intents: [
      state.intents.map(({ id, status, posted }) => ({ id, status, posted })),
      [...course.intents.values()].map(({ id, status, posted }) => ({ id, status, posted })),
    ],
    'list of intents': [
      byId(intents.map(({ id, status }) => ({ id, status }))),
      byId(state.intents.map(({ id, status }) => ({ id, status }))),
    ],
  }
  return Object.entries(compared).flatMap(([name, [found, expected]]) => {
    if (canonical(found) === canonical(expected)) return []
    return [
      { object: claim.id, why: `Its ${name} are not what they should be.`, evidence: { found, expected } },
    ]
  })
}

function open(tasks: readonly { readonly id: string; readonly assigneeId: string | null }[]) {
  return byId(tasks.map(({ id, assigneeId }) => ({ id, assigneeId })))
}

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
