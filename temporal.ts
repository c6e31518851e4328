/** The only client of Temporal: lazy connection, deadlines on every call, tell and ask. */
import {
  Client,
  type ClientInterceptors,
  Connection,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  type WorkflowStartOptions,
} from '@temporalio/client'
import type { Config } from './config.ts'
import type { Told } from './domain/claim/told.ts'
import { createDataConverter } from './temporal-codec.ts'
import {
  claimStateQuery,
  claimWorkflowId,
  claimWorkflowType,
  firstVersion,
  newsOf,
  paymentWorkflowId,
  paymentWorkflowType,
  presentWay,
  toldSignal,
  type ClaimAnswer,
  type ClaimInput,
  type PaymentInput,
} from './workflows/messages.ts'

export interface Standstill {
  readonly workflowId: string
  readonly type: string
  /** Codes of the server, such as `category=WorkflowTaskFailed`. */
  readonly problems: readonly string[]
}

export interface Temporal {
  /** Tells the claim's workflow its newest state, starting it if the claim lives and it does not run. */
  tell(told: Told): Promise<void>
  /** Asks the workflow itself what it knows and waits for; undefined when it cannot say within the deadline. */
  ask(claimId: string): Promise<ClaimAnswer | undefined>
  /** Ids of claims whose workflow is running now. */
  runningClaims(): AsyncIterable<string>
  /** Ids of intents whose workflow is running now. */
  runningPayments(): AsyncIterable<string>
  /**
   * Workflows that run and cannot go on: their task has failed or was lost five times in a row. The server forgets
   * it as soon as a task succeeds.
   */
  standstills(): AsyncIterable<Standstill>
  /**
   * Starts the workflow of a payment that is open by its row and that nobody follows. It runs again even after a
   * run that ended well: after a restore the row may know less than that run did, and the bank has to be asked.
   * The gate sends nothing twice, whoever starts it.
   */
  startPayment(input: PaymentInput): Promise<void>
  /** Whether the server answers now; never rejected. */
  state(): Promise<'connected' | 'unreachable'>
  readonly client: Client
  close(): Promise<void>
}

const tellDeadline = 5000
const askDeadline = 3000
const stateDeadline = 1000
/** The library's own pauses between connections double to two minutes, for which everybody would wait after an outage. */
const longestReconnectPause = 1000

export function createTemporal(
  config: Pick<Config, 'temporalAddress' | 'temporalNamespace' | 'taskQueue' | 'payloadKeys'>,
  interceptors: ClientInterceptors = {},
): Temporal {
  const connection = Connection.lazy({
    address: config.temporalAddress,
    connectTimeout: tellDeadline,
    channelArgs: { 'grpc.max_reconnect_backoff_ms': longestReconnectPause },
  })
  const client = new Client({
    connection,
    namespace: config.temporalNamespace,
    dataConverter: createDataConverter(config.payloadKeys),
    interceptors,
  })

  async function signalOrStart(told: Told): Promise<void> {
    const workflowId = claimWorkflowId(told.claimId)
    if (told.stage === 'archived') {
      // An archived claim needs no workflow; one that still runs hears that it may end.
      await client.workflow.getHandle(workflowId).signal(toldSignal, newsOf(told))
      return
    }
    const input: ClaimInput = { claimId: told.claimId, way: presentWay }
    const start = {
      workflowId,
      taskQueue: config.taskQueue,
      // A task whose worker or connection died while it was handed over is handed on after this long.
      workflowTaskTimeout: '5 seconds',
    } as const
    const news = newsOf(told)
    if (told.version === firstVersion) {
      const isNew = await started(claimWorkflowType, { ...start, args: [{ ...input, known: news }] })
      if (isNew) return
    }
    await client.workflow.signalWithStart(claimWorkflowType, {
      ...start,
      args: [input],
      signal: toldSignal,
      signalArgs: [news],
    })
  }

  /** False when it runs already. */
  async function started(type: string, options: WorkflowStartOptions): Promise<boolean> {
    try {
      await client.workflow.start(type, options)
      return true
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false
      throw error
    }
  }

  async function* running(type: string, prefix: string): AsyncGenerator<string> {
    const query = `WorkflowType = '${type}' and ExecutionStatus = 'Running'`
    for await (const { workflowId } of client.workflow.list({ query })) yield workflowId.slice(prefix.length)
  }

  async function* standstills(): AsyncGenerator<Standstill> {
    const problems = `'category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut'`
    const query = `TemporalReportedProblems in (${problems}) and ExecutionStatus = 'Running'`
    for await (const { workflowId, type, searchAttributes } of client.workflow.list({ query })) {
      const reported = searchAttributes['TemporalReportedProblems'] ?? []
      yield { workflowId, type, problems: reported.map(String) }
    }
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
    runningClaims: () => running(claimWorkflowType, claimWorkflowId('')),
    runningPayments: () => running(paymentWorkflowType, paymentWorkflowId('')),
    standstills,
    async startPayment(input) {
      await connection.withDeadline(Date.now() + tellDeadline, () =>
        started(paymentWorkflowType, {
          workflowId: paymentWorkflowId(input.intentId),
          taskQueue: config.taskQueue,
          args: [input],
          workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
        }),
      )
    },
    async state() {
      try {
        await connection.withDeadline(Date.now() + stateDeadline, () =>
          client.workflowService.getSystemInfo({}),
        )
        return 'connected'
      } catch {
        return 'unreachable'
      }
    },
    close: () => connection.close(),
  }
}
