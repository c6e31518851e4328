import type { ClaimRow } from '../database/rows.ts'
import { each, together, type Invariant } from '../invariant.ts'

/** How long something may wait that nobody has to decide, once everything is well again. */
const patience = 60_000
const moving = new Set(['ready', 'submitting', 'unknown', 'accepted'])
/** Ends that a workflow of ours never takes. */
const broken = new Set(['FAILED', 'TIMED_OUT', 'TERMINATED', 'CANCELLED'])
const failingFrom = 3

/** Nothing waits but what waits for people, for the bank or for its time. */
export const noStuck: Invariant = {
  id: 'I21',
  text: 'No workflow has failed or fails, no step that the workflow takes by itself is more than a minute late, and no payment hangs between us and the bank.',
  live: false,
  exercised: ({ claims }) => claims.size > 0,
  check({ database, temporal }) {
    const { now } = database
    return together(
      each(temporal?.executions ?? [], ({ workflowId, status }) =>
        broken.has(status) ? [{ object: workflowId, why: `It has ended as ${status}.` }] : [],
      ),
      each(temporal?.pending ?? [], ({ workflowId, taskAttempt, activities }) => {
        const failing = activities.filter(({ attempt }) => attempt >= failingFrom)
        if (taskAttempt < failingFrom && failing.length === 0) return []
        return [
          {
            object: workflowId,
            why: 'Its work fails again and again.',
            evidence: { taskAttempt, activities: failing },
          },
        ]
      }),
      each(
        database.claims.filter(({ stage }) => stage !== 'archived'),
        (claim) => {
          const late = lateSteps(claim, now)
          return late.length === 0
            ? []
            : [
                {
                  object: claim.id,
                  why: 'A step of its own is late.',
                  evidence: { stage: claim.stage, late },
                },
              ]
        },
      ),
      each(
        database.intents.filter(({ status }) => moving.has(status)),
        ({ ref, status, updatedAt }) => {
          const waited = now - updatedAt
          if (database.payLanePaused || waited < patience) return []
          return [{ object: ref, why: 'The payment hangs.', evidence: { status, waited } }]
        },
      ),
    )
  },
}

/** What the told state says the workflow has to do, and since when it could have been done. */
function lateSteps({ told, updatedAt, stage }: ClaimRow, now: number): readonly string[] {
  const late: string[] = []
  const since = (name: string, wanted: unknown) => {
    if (wanted === true && now - updatedAt > patience) late.push(name)
  }
  const by = (name: string, at: unknown) => {
    if (typeof at === 'number' && now - Math.max(at, updatedAt) > patience) late.push(name)
  }
  for (const name of ['panelWanted', 'agreementWanted', 'advanceWanted', 'payable']) since(name, told[name])
  since('checklist', stage === 'documents' && told['checklistSent'] === false)
  since('levelsToOpen', (told['levelsToOpen'] as readonly unknown[]).length > 0)
  for (const name of ['callBy', 'remindAt', 'surveyorWantedAt', 'archiveAt']) by(name, told[name])
  for (const { key, nextAt } of told['clocks'] as readonly { key: string; nextAt: number }[]) by(key, nextAt)
  return late
}
