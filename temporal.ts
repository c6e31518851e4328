/** The only client of Temporal: lazy connection, deadlines on every call, tell and ask. */
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client'
import type { Config } from './config.ts'
import type { Told } from './domain/claim/told.ts'
import { createDataConverter } from './temporal-codec.ts'
import {
  claimStateQuery,
  claimWorkflowId,
  claimWorkflowType,
  toldSignal,
  type ClaimAnswer,
  type ClaimInput,
} from './workflows/messages.ts'

export interface Temporal {
  /** Tells the claim's workflow its newest state, starting it if the claim lives and it does not run. */
  tell(told: Told): Promise<void>
  /** Asks the workflow itself what it knows and waits for; undefined when it cannot say within the deadline. */
  ask(claimId: string): Promise<ClaimAnswer | undefined>
  /** Ids of claims whose workflow is running now. */
  runningClaims(): AsyncIterable<string>
  readonly client: Client
  close(): Promise<void>
}

const tellDeadline = 5000
const askDeadline = 3000

export function createTemporal(
  config: Pick<Config, 'temporalAddress' | 'temporalNamespace' | 'taskQueue' | 'fieldKeys'>,
): Temporal {
  const connection = Connection.lazy({ address: config.temporalAddress, connectTimeout: tellDeadline })
  const client = new Client({
    connection,
    namespace: config.temporalNamespace,
    dataConverter: createDataConverter(config.fieldKeys),
  })

  async function signalOrStart(told: Told): Promise<void> {
    const workflowId = claimWorkflowId(told.claimId)
    if (told.stage === 'archived') {
      // An archived claim needs no workflow; one that still runs hears that it may end.
      await client.workflow.getHandle(workflowId).signal(toldSignal, told)
      return
    }
    const input: ClaimInput = { claimId: told.claimId }
    await client.workflow.signalWithStart(claimWorkflowType, {
      workflowId,
      taskQueue: config.taskQueue,
      args: [input],
      signal: toldSignal,
      signalArgs: [told],
    })
  }

  return {
    client,
    async tell(told) {
      try {
        await connection.withDeadline(Date.now() + tellDeadline, () => signalOrStart(told))
      } catch (error) {
        if (told.stage === 'archived' && error instanceof WorkflowNotFoundError) return
        throw error
      }
    },
    async ask(claimId) {
      const handle = client.workflow.getHandle(claimWorkflowId(claimId))
      try {
        return await connection.withDeadline(Date.now() + askDeadline, () =>
          handle.query<ClaimAnswer>(claimStateQuery),
        )
      } catch {
        return undefined
      }
    },
    async *runningClaims() {
      const query = `WorkflowType = '${claimWorkflowType}' and ExecutionStatus = 'Running'`
      for await (const { workflowId } of client.workflow.list({ query })) {
        yield workflowId.slice(claimWorkflowId('').length)
      }
    },
    close: () => connection.close(),
  }
}
