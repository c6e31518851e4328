import { Client, Connection } from '@temporalio/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { canonical } from '../canonical.ts'
import { toldInRow, type ToldState, withRows } from '../database/told-state.ts'
import type { Run } from '../run-folder.ts'
import { openPayload, readKeys } from './payloads.ts'

export interface Execution {
  readonly workflowId: string
  readonly runId: string
  readonly type: string
  /** As Temporal says it: `RUNNING`, `COMPLETED`, `FAILED`, `CONTINUED_AS_NEW`, … */
  readonly status: string
  readonly startedAt: number
}

/** What a running workflow answers to the query `claimState`. */
export interface KnownClaim {
  readonly told: ToldState | null
  readonly doing: string | null
  /**
   * What the row held both before the workflow was asked and afterwards: clocks go on when people rest, so that the
   * row may be newer when the database is read. Null when it moved meanwhile, or is not there.
   */
  readonly beside: ToldState | null
}

/** What a running workflow is waiting for at the server itself. */
export interface Pending {
  readonly workflowId: string
  /** Tries of the workflow task that is under way; more than one is a task that fails. */
  readonly taskAttempt: number
  readonly activities: readonly { readonly type: string; readonly attempt: number }[]
}

export interface TemporalFacts {
  readonly executions: readonly Execution[]
  /** By workflow id, for every claim that runs; null when it could not say. */
  readonly known: ReadonlyMap<string, KnownClaim | null>
  readonly pending: readonly Pending[]
}

const atOnce = 8
const queryDeadline = 10_000
const betweenLooks = 500

export interface ReadingOptions {
  readonly taskQueue?: string
  /**
   * Milliseconds for which one that does not answer, or whose task is being tried again, is looked at again: a task
   * that was lost with three workers in a row is handed to the fourth after a while.
   */
  readonly patience?: number
}

/**
 * Executions from the server's list, and of those that run what they know and wait for; those of one task queue
 * only where the server is shared with others.
 */
export async function readTemporal(
  run: Run,
  { taskQueue, patience = 0 }: ReadingOptions = {},
): Promise<TemporalFacts> {
  const connection = await Connection.connect({ address: run.temporalAddress })
  // No data converter: what the product encrypted is opened by the code of this folder.
  const client = new Client({ connection, namespace: run.temporalNamespace })
  try {
    const executions: Execution[] = []
    const wanted = taskQueue === undefined ? {} : { query: `TaskQueue = '${taskQueue}'` }
    for await (const { workflowId, runId, type, status, startTime } of client.workflow.list(wanted)) {
      executions.push({ workflowId, runId, type, status: status.name, startedAt: startTime.getTime() })
    }
    const running = executions
      .filter(({ status }) => status === 'RUNNING')
      .map(({ workflowId }) => workflowId)
    const keys = readKeys(run.fieldKeys)
    const claims = running.filter((id) => id.startsWith('claim/'))
    const until = Date.now() + patience
    const pending = await together(running, (id) =>
      again(
        until,
        () => describe(client, id),
        ({ taskAttempt, activities }) => taskAttempt < 2 && activities.every(({ attempt }) => attempt < 2),
      ),
    )
    const asked = await withRows(run.databaseUrl, (database) =>
      together(claims, (id) =>
        again(
          until,
          async () => {
            const row = await toldInRow(database, id)
            const answer = await ask(client, run.temporalNamespace, id, keys)
            const after = await toldInRow(database, id)
            const beside = canonical(row) === canonical(after) ? row : null
            return answer === null ? null : { ...answer, beside }
          },
          // One that has not heard yet hears of it from its command, or from the sweep.
          (known) => known !== null && canonical(known.told) === canonical(known.beside),
        ),
      ),
    )
    const known = new Map(claims.map((id, index) => [id, asked[index] ?? null]))
    return { executions, known, pending }
  } finally {
    await connection.close()
  }
}

/** Looks until it is well, or until this instant; what is seen last counts. */
async function again<T>(until: number, look: () => Promise<T>, isWell: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look()
    if (isWell(seen) || Date.now() > until) return seen
    await sleep(betweenLooks)
  }
}

async function ask(
  client: Client,
  namespace: string,
  workflowId: string,
  keys: ReadonlyMap<string, Buffer>,
): Promise<Omit<KnownClaim, 'beside'> | null> {
  try {
    const { queryResult } = await client.connection.withDeadline(Date.now() + queryDeadline, () =>
      client.workflowService.queryWorkflow({
        namespace,
        execution: { workflowId },
        query: { queryType: 'claimState' },
      }),
    )
    const [payload] = queryResult?.payloads ?? []
    return payload === undefined ? null : (openPayload(keys, payload) as Omit<KnownClaim, 'beside'>)
  } catch {
    return null
  }
}

async function describe(client: Client, workflowId: string): Promise<Pending> {
  const { raw } = await client.workflow.getHandle(workflowId).describe()
  return {
    workflowId,
    taskAttempt: raw.pendingWorkflowTask?.attempt ?? 0,
    activities: (raw.pendingActivities ?? []).map(({ activityType, attempt }) => ({
      type: activityType?.name ?? '',
      attempt: attempt ?? 0,
    })),
  }
}

/** A few at a time: each question is work for the worker that is judged. */
async function together<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  const waiting = [...items.entries()]
  const take = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next
      results[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, take))
  return results
}
