/**
 * What a claim's workflow was told in the life of one claim, in the order of versions: by people and bank, or as
 * the answers to its own commands. With it the same workflow lives again without a product behind it.
 */
import type { DataConverter } from '@temporalio/common'
import { decoded } from '../decoded.ts'
import type { Temporal } from '../../temporal.ts'
import { type ClaimInput, claimWorkflowId, type News } from '../../workflows/messages.ts'

export interface Told {
  readonly by: 'people' | 'workflow' | 'bank'
  readonly news: News
}

export interface Script {
  /** When the claim of the script began; its instants are counted from there. */
  readonly began: number
  readonly told: readonly Told[]
}

/** Reads it out of the claim's history, once the claim is archived. */
export async function scriptOf(
  temporal: Temporal,
  converter: DataConverter,
  claimId: string,
): Promise<Script> {
  const handle = temporal.client.workflow.getHandle(claimWorkflowId(claimId))
  await handle.result()
  const { events } = await handle.fetchHistory()
  const byVersion = new Map<number, Told>()
  const [input] = await decoded<ClaimInput>(
    converter,
    events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [],
  )
  if (input?.known !== undefined) byVersion.set(input.known.version, { by: 'people', news: input.known })
  for (const {
    workflowExecutionSignaledEventAttributes: signal,
    markerRecordedEventAttributes: marker,
  } of events ?? []) {
    const [news] = signal?.input?.payloads ? await decoded<News>(converter, signal.input.payloads) : []
    if (news !== undefined) byVersion.set(news.version, { by: news.payable ? 'bank' : 'people', news })
    const [answer] = marker?.details?.['result']?.payloads
      ? await decoded<{ told?: News }>(converter, marker.details['result'].payloads)
      : []
    if (answer?.told !== undefined) byVersion.set(answer.told.version, { by: 'workflow', news: answer.told })
  }
  const told = [...byVersion.values()].toSorted((a, b) => a.news.version - b.news.version)
  for (const [index, { news }] of told.entries())
    if (news.version !== index + 1)
      throw new Error(`Version ${index + 1} of the recorded claim was told to nobody.`)
  return { began: Number(events?.[0]?.eventTime?.seconds ?? 0) * 1000, told }
}

/** What the id of a payment keeps of the recorded one. */
const ofIntent = 8

/** Above it a number in news is an instant. */
const anInstant = 1e12

/**
 * The news as if the claim had begun when its id says; its archive comes a second from now, as in the product,
 * and its payments are its own.
 */
export function since(claimId: string, script: Script, news: News): News {
  const moved = JSON.parse(JSON.stringify(news), (_key, value: unknown) =>
    typeof value === 'number' && value > anInstant ? value - script.began + beganAt(claimId) : value,
  ) as News
  return {
    ...moved,
    intents: moved.intents.map((intent) => ({ ...intent, id: `${intent.id.slice(0, ofIntent)}-${claimId}` })),
    archiveAt: news.archiveAt === null ? null : Date.now() + 1000,
  }
}

/** The claim of a payment with such an id. */
export const claimOf = (intentId: string): string => intentId.slice(ofIntent + 1)

/** Ids of such claims say when they began, so that whoever meets one knows its instants. */
export const emptyClaimId = (began: number, number: number): string => `empty-${began}-${number}`
const beganAt = (claimId: string): number => Number(claimId.split('-')[1])
