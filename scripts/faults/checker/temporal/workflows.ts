import { Client, Connection } from '@temporalio/client'
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
  readonly told: Readonly<Record<string, unknown>> | null
  readonly doing: string | null
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

/**
 * Executions from the server's list, and of those that run what they know and wait for; those of one task queue
 * only where the server is shared with others.
 */
export async function readTemporal(run: Run, taskQueue?: string): Promise<TemporalFacts> {
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
    const known = new Map(
      await together(claims, async (id) => [id, await ask(client, run.temporalNamespace, id, keys)] as const),
    )
    return { executions, known, pending: await together(running, (id) => describe(client, id)) }
  } finally {
    await connection.close()
  }
}

async function ask(
  client: Client,
  namespace: string,
  workflowId: string,
  keys: ReadonlyMap<string, Buffer>,
): Promise<KnownClaim | null> {
  try {
    const { queryResult } = await client.connection.withDeadline(Date.now() + queryDeadline, () =>
      client.workflowService.queryWorkflow({
        namespace,
        execution: { workflowId },
        query: { queryType: 'claimState' },
      }),
    )
    const [payload] = queryResult?.payloads ?? []
    return payload === undefined ? null : (openPayload(keys, payload) as KnownClaim)
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
