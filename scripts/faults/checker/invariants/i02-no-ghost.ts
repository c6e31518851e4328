import { each, together, type Invariant } from '../invariant.ts'
import type { Execution } from '../temporal/workflows.ts'

const grace = 30_000
const followed = new Set(['ready', 'submitting', 'unknown', 'accepted'])

/** Rows and workflows stand for each other. */
export const noGhost: Invariant = {
  id: 'I2',
  text: 'Every claim that lives is followed by exactly one running workflow, every open payment by one of its own, and every workflow has its row.',
  live: false,
  exercised: ({ claims }) => claims.size > 0,
  check(evidence) {
    const { temporal, database } = evidence
    if (temporal === null) return { checked: 0, violations: [] }
    const running = Map.groupBy(
      temporal.executions.filter(({ status }) => status === 'RUNNING'),
      ({ workflowId }) => workflowId,
    )
    const expectOne = (workflowId: string, since: number) => {
      const count = running.get(workflowId)?.length ?? 0
      if (count === 1 || database.now - since < grace) return []
      return [{ object: workflowId, why: `${count} workflows run for it.` }]
    }
    const intentIds = new Set(database.intents.map(({ id }) => id))
    const living = database.claims.filter(({ stage }) => stage !== 'archived')
    const open = database.intents.filter(({ status }) => followed.has(status))
    return together(
      each(living, ({ id, createdAt }) => expectOne(`claim/${id}`, createdAt)),
      each(open, ({ id, updatedAt }) => expectOne(`payment/${id}`, updatedAt)),
      each(temporal.executions, (execution) => {
        if (hasRow(execution)) return []
        return [{ object: execution.workflowId, why: 'A workflow without a row.' }]
      }),
    )

    function hasRow({ workflowId }: Execution): boolean {
      const [kind = '', id = ''] = workflowId.split('/')
      if (kind === 'claim') return evidence.claims.has(id)
      return kind !== 'payment' || intentIds.has(id)
    }
  },
}
