import type { Client } from '@temporalio/client'
import type { temporal } from '@temporalio/proto'

export interface LiveHistory {
  readonly workflowId: string
  readonly history: temporal.api.history.v1.IHistory
}

/** Of everything that runs on the task queue; what ends while it is read is read to its end. */
export async function* liveHistories(client: Client, taskQueue: string): AsyncGenerator<LiveHistory> {
  const query = `TaskQueue = '${taskQueue}' and ExecutionStatus = 'Running'`
  for await (const { workflowId, runId } of client.workflow.list({ query }))
    yield { workflowId, history: await client.workflow.getHandle(workflowId, runId).fetchHistory() }
}
