/** When a claim's workflow knew of each version, read out of its history once it has come to its end. */
import type { DataConverter } from '@temporalio/common'
import { decoded } from '../decoded.ts'
import type { Temporal } from '../../temporal.ts'
import { type ClaimInput, claimWorkflowId, type News } from '../../workflows/messages.ts'

/** Instants in milliseconds since 1970, by the server's clock, which is that of this machine. */
interface Known {
  readonly version: number
  /** When the server had the news. */
  readonly arrivedAt: number
  /** When the worker was handed the task that takes them in, and when that was over, commands that follow included. */
  readonly begunAt: number
  readonly overAt: number
}

/** In the order of the history. */
export async function knowingOf(
  temporal: Temporal,
  converter: DataConverter,
  claimId: string,
): Promise<readonly Known[]> {
  const handle = temporal.client.workflow.getHandle(claimWorkflowId(claimId))
  await handle.result()
  const { events } = await handle.fetchHistory()
  const known: Known[] = []
  let heard: { readonly version: number; readonly arrivedAt: number }[] = []
  let begunAt = 0
  for (const event of events ?? []) {
    const {
      workflowExecutionStartedEventAttributes: start,
      workflowExecutionSignaledEventAttributes: signal,
      eventTime,
    } = event
    const at = Number(eventTime?.seconds ?? 0) * 1000 + (eventTime?.nanos ?? 0) / 1e6
    const marker = event.markerRecordedEventAttributes?.details?.['result']?.payloads
    // A command's answer stands behind the end of the task in which it arrived.
    const [answer] = marker ? await decoded<{ readonly told?: News }>(converter, marker) : []
    if (answer?.told !== undefined)
      known.push({ version: answer.told.version, arrivedAt: at, begunAt: at, overAt: at })
    const [news] = signal?.input?.payloads ? await decoded<News>(converter, signal.input.payloads) : []
    const [input] = start?.input?.payloads ? await decoded<ClaimInput>(converter, start.input.payloads) : []
    if (input?.known !== undefined) heard.push({ version: input.known.version, arrivedAt: at })
    if (news !== undefined) heard.push({ version: news.version, arrivedAt: at })
    if (event.workflowTaskStartedEventAttributes) begunAt = at
    if (event.workflowTaskCompletedEventAttributes) {
      for (const one of heard) known.push({ ...one, begunAt, overAt: at })
      heard = []
    }
  }
  return known
}
