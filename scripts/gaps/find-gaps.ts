/**
 * What the outside knows and a restored database does not: as far as workflows, the bank and the message gateway can
 * tell, every claim, decision, payment and message that was acknowledged after the restored moment.
 */
import type { Client } from '@temporalio/client'
import type { Database } from '../../db/client.ts'
import {
  knownIntents,
  knownNotices,
  type LostReference,
  readLostReferences,
  readRestored,
  type RestoredClaim,
  restoredTo,
} from '../../db/restore/read-lost.ts'
import type { KeyRing } from '../../domain/privacy/key-ring.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { atMost } from '../../jobs/at-most.ts'
import {
  claimWorkflowId,
  claimWorkflowType,
  type News,
  paymentWorkflowId,
  paymentWorkflowType,
} from '../../workflows/messages.ts'
import { type Execution, executionsSince, HistoryReader } from './executions.ts'
import type { SentMessage } from './sent-messages.ts'

const histories = 8

/** A claim of which its workflow knows more than the row; without a row it is lost whole. */
export interface ClaimGap {
  readonly claimId: string
  readonly caseNumber: string | null
  /** Where the workflow knew it to be, and in which version. */
  readonly known: { readonly stage: string; readonly version: number }
  readonly restored: { readonly stage: string; readonly version: number } | null
}

export interface Gaps {
  readonly since: Instant
  readonly claims: readonly ClaimGap[]
  readonly payments: readonly { readonly intentId: string; readonly claimId: string }[]
  readonly references: readonly LostReference[]
  readonly messages: readonly SentMessage[]
  /** Executions that run for claims and payments without a row: they can do nothing but try for ever. */
  readonly orphans: readonly Execution[]
}

export interface GapSources {
  readonly database: Database
  readonly temporal: Client
  readonly taskQueue: string
  readonly payloadKeys: KeyRing
  /** What the gateway has sent since; undefined where it cannot be asked. */
  readonly sentSince: (since: Instant) => Promise<readonly SentMessage[]>
}

/** Throws when the database was never restored: there is no moment since which anything could be missing. */
export async function findGaps(sources: GapSources): Promise<Gaps> {
  const { database, sentSince } = sources
  const since = await restoredTo(database)
  if (since === null) throw new Error('This database was never restored, or nobody has looked after it yet.')
  const [claims, payments, references, sent] = await Promise.all([
    claimGaps(sources, since),
    paymentGaps(sources, since),
    readLostReferences(database),
    sentSince(since),
  ])
  const notices = await knownNotices(
    database,
    sent.map(({ id }) => id),
  )
  return {
    since,
    claims: claims.gaps,
    payments: payments.gaps,
    references,
    messages: sent.filter(({ id }) => !notices.has(id)),
    orphans: [...claims.orphans, ...payments.orphans],
  }
}

interface Found<T> {
  readonly gaps: readonly T[]
  readonly orphans: readonly Execution[]
}

async function claimGaps(
  { database, temporal, taskQueue, payloadKeys }: GapSources,
  since: Instant,
): Promise<Found<ClaimGap>> {
  const executions = await collected(
    executionsSince(temporal, { workflowType: claimWorkflowType, taskQueue }, since),
  )
  const claimIdOf = ({ workflowId }: Execution) => workflowId.slice(claimWorkflowId('').length)
  const rows = await readRestored(database, [...new Set(executions.map(claimIdOf))])
  const reader = new HistoryReader(temporal, payloadKeys)
  const newest = new Map<string, News>()
  await atMost(histories, executions, async (execution) => {
    const claimId = claimIdOf(execution)
    const row = rows.get(claimId)
    for (const news of await reader.news(execution)) {
      // What was told since the restore is the row's own word.
      if (row !== undefined && news.epoch >= row.epoch) continue
      if (isNewer(news, newest.get(claimId))) newest.set(claimId, news)
    }
  })
  const gaps = [...newest].flatMap(([claimId, news]) => gapOf(claimId, news, rows.get(claimId)))
  const orphans = executions.filter((one) => one.isRunning && !rows.has(claimIdOf(one)))
  return { gaps, orphans }
}

function isNewer(news: News, than: News | undefined): boolean {
  if (than === undefined || news.epoch > than.epoch) return true
  return news.epoch === than.epoch && news.version > than.version
}

function gapOf(claimId: string, news: News, row: RestoredClaim | undefined): readonly ClaimGap[] {
  const known = { stage: news.stage, version: news.version }
  if (row === undefined) return [{ claimId, caseNumber: null, known, restored: null }]
  const version = row.restoredVersion ?? 0
  if (news.version <= version) return []
  return [{ claimId, caseNumber: row.caseNumber, known, restored: { stage: row.stage, version } }]
}

async function paymentGaps(
  { database, temporal, taskQueue, payloadKeys }: GapSources,
  since: Instant,
): Promise<Found<Gaps['payments'][number]>> {
  const executions = await collected(
    executionsSince(temporal, { workflowType: paymentWorkflowType, taskQueue }, since),
  )
  const intentIdOf = ({ workflowId }: Execution) => workflowId.slice(paymentWorkflowId('').length)
  const known = await knownIntents(database, [...new Set(executions.map(intentIdOf))])
  const lost = executions.filter((one) => !known.has(intentIdOf(one)))
  const reader = new HistoryReader(temporal, payloadKeys)
  const gaps = new Map<string, Gaps['payments'][number]>()
  await atMost(histories, lost, async (execution) => {
    const { claimId = '' } = (await reader.input(execution)) as { readonly claimId?: string }
    gaps.set(intentIdOf(execution), { intentId: intentIdOf(execution), claimId })
  })
  return { gaps: [...gaps.values()], orphans: lost.filter(({ isRunning }) => isRunning) }
}

/**
 * Ends executions that have no row. Not done by itself: from a database that is merely the wrong one, every claim
 * would look lost.
 */
export async function endOrphans({ temporal }: Pick<GapSources, 'temporal'>, orphans: readonly Execution[]) {
  await atMost(histories, orphans, async ({ workflowId, runId }) => {
    await temporal.workflow.getHandle(workflowId, runId).terminate('Lost when the database was restored.')
  })
}

async function collected<T>(all: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const one of all) found.push(one)
  return found
}
