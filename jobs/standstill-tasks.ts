import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { systemSender } from '../db/commands.ts'
import type { Execute } from '../db/execute.ts'
import { readFailingClaims } from '../db/failing-claims.ts'
import { paymentIntents, tasks } from '../db/schema/index.ts'
import type { Told } from '../domain/claim/told.ts'
import type { Standstill } from '../temporal.ts'
import { claimWorkflowId, paymentWorkflowId } from '../workflows/messages.ts'
import { atMost } from './at-most.ts'

/** With more the product has failed and not a claim: that is for whoever the alert wakes, not for worklists. */
const most = 100
const inFlight = 4
/** Whatever else somebody started in the namespace has no claim. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export interface StandstillTasksDependencies {
  readonly database: Database
  readonly execute: Execute
  readonly tell: (told: Told) => void
  /** Hears of a claim for which the task could not be opened or closed; it is tried again with the next look. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Holds the worklist to what Temporal and the workers say: a claim whose workflow, or that of one of its payments,
 * stands still, or whose commands fail by a bug, has one task for a supervisor, and has it no longer once it goes on. What is open is read from the rows, so
 * another runner or one that was started anew opens nothing twice.
 */
export async function keepStandstillTasks(
  dependencies: StandstillTasksDependencies,
  standstills: readonly Standstill[],
): Promise<void> {
  const { database, onFailure } = dependencies
  const standing = new Set([
    ...(await claimsOf(database, standstills)),
    ...(await readFailingClaims(database)),
  ])
  const open = await database
    .selectDistinct({ claimId: tasks.claimId })
    .from(tasks)
    .where(and(eq(tasks.kind, 'standstill'), isNull(tasks.closedAt)))
  const raised = new Set(open.map(({ claimId }) => claimId))
  const changes = [
    ...[...raised].filter((one) => !standing.has(one)).map((claimId) => ({ claimId, standsStill: false })),
    ...[...standing]
      .filter((one) => !raised.has(one))
      .slice(0, Math.max(0, most - raised.size))
      .map((claimId) => ({ claimId, standsStill: true })),
  ]
  await atMost(inFlight, changes, (change) => record(dependencies, change).catch(onFailure))
}

async function record(
  { execute, tell }: StandstillTasksDependencies,
  { claimId, standsStill }: { readonly claimId: string; readonly standsStill: boolean },
): Promise<void> {
  const { told, tellNeeded } = await execute({
    type: 'recordStandstill',
    claimId,
    body: { standsStill },
    sender: systemSender,
    key: randomUUID(),
  })
  if (tellNeeded) tell(told)
}

async function claimsOf(
  database: Database,
  standstills: readonly Standstill[],
): Promise<ReadonlySet<string>> {
  const ids = (prefix: string) =>
    standstills
      .flatMap(({ workflowId }) => (workflowId.startsWith(prefix) ? [workflowId.slice(prefix.length)] : []))
      .filter((id) => uuid.test(id))
  const intents = ids(paymentWorkflowId(''))
  const paid =
    intents.length === 0
      ? []
      : await database
          .selectDistinct({ claimId: paymentIntents.claimId })
          .from(paymentIntents)
          .where(inArray(paymentIntents.id, intents))
  return new Set([...ids(claimWorkflowId('')), ...paid.map(({ claimId }) => claimId)])
}
