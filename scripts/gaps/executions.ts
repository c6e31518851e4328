/** What Temporal knows of claims: every execution that lived after an instant, and the newest state that it heard of. */
import type { Client } from '@temporalio/client'
import {
  type DataConverter,
  defaultPayloadConverter,
  type Payload,
  type PayloadCodec,
} from '@temporalio/common'
import type { temporal } from '@temporalio/proto'
import { createDataConverter } from '../../temporal-codec.ts'
import type { KeyRing } from '../../domain/privacy/key-ring.ts'
import type { News } from '../../workflows/messages.ts'

type History = temporal.api.history.v1.IHistory
type Event = temporal.api.history.v1.IHistoryEvent

export interface Execution {
  readonly workflowId: string
  readonly runId: string
  readonly isRunning: boolean
}

/** Executions of this type on our task queue that run, or that ended after the instant. */
export async function* executionsSince(
  client: Client,
  { workflowType, taskQueue }: { readonly workflowType: string; readonly taskQueue: string },
  since: number,
): AsyncGenerator<Execution> {
  const ended = `CloseTime > '${new Date(since).toISOString()}'`
  const ours = `WorkflowType = '${workflowType}' and TaskQueue = '${taskQueue}'`
  const query = `${ours} and (ExecutionStatus = 'Running' or ${ended})`
  for await (const { workflowId, runId, status } of client.workflow.list({ query }))
    yield { workflowId, runId, isRunning: status.name === 'RUNNING' }
}

/** Reads histories, which are encrypted. */
export class HistoryReader {
  readonly #client: Client
  readonly #codecs: readonly PayloadCodec[]

  constructor(client: Client, payloadKeys: KeyRing) {
    this.#client = client
    const { payloadCodecs }: DataConverter = createDataConverter(payloadKeys)
    this.#codecs = payloadCodecs ?? []
  }

  /** All that the execution was told and that its own commands answered, in the order of its history. */
  async news({ workflowId, runId }: Execution): Promise<readonly News[]> {
    const history: History = await this.#client.workflow.getHandle(workflowId, runId).fetchHistory()
    const found: News[] = []
    for (const event of history.events ?? [])
      for (const value of await this.#values(payloadsOf(event))) found.push(...newsIn(value))
    return found
  }

  /** What the execution was started with. */
  async input({ workflowId, runId }: Execution): Promise<unknown> {
    const history: History = await this.#client.workflow.getHandle(workflowId, runId).fetchHistory()
    const [value] = await this.#values(payloadsOf(history.events?.[0] ?? {}))
    return value
  }

  async #values(payloads: readonly Payload[]): Promise<readonly unknown[]> {
    let readable: Payload[] = [...payloads]
    for (const codec of this.#codecs) readable = await codec.decode(readable)
    return readable.map((payload) => valueOf(payload))
  }
}

/** Payloads in which a state may lie: the start's input, signals, and the results of local activities. */
function payloadsOf(event: Event): readonly Payload[] {
  return [
    ...(event.workflowExecutionStartedEventAttributes?.input?.payloads ?? []),
    ...(event.workflowExecutionSignaledEventAttributes?.input?.payloads ?? []),
    ...(event.markerRecordedEventAttributes?.details?.['result']?.payloads ?? []),
  ]
}

function valueOf(payload: Payload): unknown {
  try {
    return defaultPayloadConverter.fromPayload(payload)
  } catch {
    // The library's own markers hold what is not ours to read.
    return undefined
  }
}

/** A signal and a reading are the news themselves; an answer and a continued run's input hold them. */
function newsIn(value: unknown): readonly News[] {
  if (value === null || typeof value !== 'object') return []
  const { told, known } = value as { readonly told?: unknown; readonly known?: unknown }
  return [value, told, known].filter(isNews)
}

function isNews(value: unknown): value is News {
  if (value === null || typeof value !== 'object') return false
  const { epoch, version, stage } = value as Partial<News>
  return typeof epoch === 'number' && typeof version === 'number' && typeof stage === 'string'
}
