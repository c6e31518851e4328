/** What the histories of claims say about the workers that ran them. */
import type { Client } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import proto, { type temporal } from '@temporalio/proto'
import { readConfig } from '../../../config.ts'
import { createTemporal } from '../../../temporal.ts'
import { claimWorkflowType } from '../../../workflows/messages.ts'
import type { AtHand } from '../at-hand.ts'

type Event = temporal.api.history.v1.IHistoryEvent

const nonDeterminism =
  proto.temporal.api.enums.v1.WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR

export interface ClaimHistory {
  readonly workflowId: string
  readonly isRunning: boolean
  /** Tasks that failed because the code takes other steps than the history has. */
  readonly failedTasks: number
  readonly patches: ReadonlySet<string>
}

export interface Ended {
  readonly workflowId: string
  readonly status: string
}

/** With a client of the product's Temporal, which is closed afterwards. */
export async function withTemporal<T>({ product }: AtHand, work: (client: Client) => Promise<T>): Promise<T> {
  const temporal = createTemporal(readConfig(product.environment))
  try {
    return await work(temporal.client)
  } finally {
    await temporal.close()
  }
}

export async function readClaims(client: Client): Promise<readonly ClaimHistory[]> {
  const read: ClaimHistory[] = []
  const query = `WorkflowType = '${claimWorkflowType}'`
  for await (const { workflowId, runId, status } of client.workflow.list({ query })) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory()
    const all: readonly Event[] = events ?? []
    read.push({
      workflowId,
      isRunning: status.name === 'RUNNING',
      failedTasks: all.filter(
        ({ workflowTaskFailedEventAttributes: failed }) => failed?.cause === nonDeterminism,
      ).length,
      patches: new Set(all.flatMap(patchesOf)),
    })
  }
  return read
}

/** Executions of every kind that ended, and how; those that went on in a new run are none. */
export async function readEnded(client: Client): Promise<readonly Ended[]> {
  const ended: Ended[] = []
  const query = `ExecutionStatus != 'Running' and ExecutionStatus != 'ContinuedAsNew'`
  for await (const { workflowId, status } of client.workflow.list({ query }))
    ended.push({ workflowId, status: status.name })
  return ended
}

/** Markers of the library's own, which no codec has sealed. */
function patchesOf({ markerRecordedEventAttributes: marker }: Event): readonly string[] {
  if (marker?.markerName !== 'core_patch') return []
  return (marker.details?.['patch-data']?.payloads ?? []).map((payload) => {
    const { id } = defaultPayloadConverter.fromPayload<{ id: string }>(payload)
    return id
  })
}
