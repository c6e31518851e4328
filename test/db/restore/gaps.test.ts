import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { afterRestore } from '../../../db/restore/after-restore.ts'
import { createRuleEngine } from '../../../db/rules/engine.ts'
import { claims, notices } from '../../../db/schema/index.ts'
import { takeInStatement } from '../../../db/statements/take-in.ts'
import { readTold } from '../../../db/told.ts'
import { fen } from '../../../domain/money.ts'
import { civilDateOf } from '../../../domain/time/civil-date.ts'
import { endOrphans, findGaps, type Gaps, type GapSources } from '../../../scripts/gaps/find-gaps.ts'
import type { SentMessage } from '../../../scripts/gaps/sent-messages.ts'
import { claimWorkflowId, paymentWorkflowId, paymentWorkflowType } from '../../../workflows/messages.ts'
import { ClaimJourney } from '../../support/claim-journey.ts'
import { publicTestKeys } from '../../support/public-test-keys.ts'
import { remember, rewind } from '../../support/rewind.ts'
import { RunningClaims } from '../../support/running-claims.ts'
import { testBank } from '../../support/world.ts'

let running: RunningClaims
let journey: ClaimJourney
let sent: readonly SentMessage[] = []

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
})

afterAll(() => running.close())

const sources = (): GapSources => ({
  database: running.world.database,
  temporal: running.temporal.client,
  taskQueue: running.taskQueue,
  payloadKeys: publicTestKeys,
  sentSince: async () => sent,
})

/** Visibility follows a moment later than what it shows. */
async function gapsWhen(fulfilled: (gaps: Gaps) => boolean): Promise<Gaps> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const gaps = await findGaps(sources())
    if (fulfilled(gaps) || Date.now() > deadline) return gaps
  }
}

async function lookAfter(): Promise<void> {
  const { database, cipher, queue } = running.world
  const enqueue = queue.enqueue.bind(queue)
  await afterRestore(
    { database, cipher, rules: createRuleEngine(), bank: testBank, enqueue },
    { evenIfNotRestored: true },
  )
}

const message = (id: string): SentMessage => ({ id, template: 'received', at: Date.now(), to: '…0000' })

describe('gaps', { timeout: 90_000 }, () => {
  it('of a database that was never restored are not looked for', async () => {
    await expect(findGaps(sources())).rejects.toThrow('never restored')
  })

  it('are the claims, payments, references and messages that the outside knows and the database lost', async () => {
    const [kept, setBack] = [await journey.report(), await journey.report()]
    const { ownerUrl } = running.world.test
    await running.known(setBack)
    const moment = await remember(ownerUrl, setBack)
    const atTheMoment = await running.state(setBack)
    await journey.toPayment(setBack)
    await running.known(setBack)
    const last = await readTold(running.world.database, setBack)
    const lost = { claimId: randomUUID(), intentId: randomUUID() }
    await running.stopWorker()
    if (last === undefined || last === null) throw new Error('The claim has no state to be told.')
    await running.temporal.tell({ ...last, claimId: lost.claimId })
    await running.temporal.client.workflow.start(paymentWorkflowType, {
      workflowId: paymentWorkflowId(lost.intentId),
      taskQueue: running.taskQueue,
      args: [lost],
    })
    await rewind(ownerUrl, setBack, moment)
    await lookAfter()
    await takeInStatement(running.world.database, {
      day: civilDateOf(Date.now()),
      final: false,
      contentHash: 'x',
      lines: [{ lineId: 'L1', ref: 'LPLOST', kind: 'executed', amountMinor: fen(1234), at: Date.now() }],
    })
    const [known] = await running.world.database
      .select({ id: notices.id })
      .from(notices)
      .where(eq(notices.claimId, kept))
    const forgotten = randomUUID()
    sent = [message(known?.id ?? ''), message(forgotten)]

    const gaps = await gapsWhen(({ orphans }) => orphans.length === 2)
    const [row] = await running.world.database.select().from(claims).where(eq(claims.id, setBack))
    const { version: restored } = JSON.parse(moment.get('claims') ?? '[{}]')[0] as { version: number }
    expect(known).toBeDefined()
    expect(gaps.claims.toSorted((a, b) => Number(a.restored === null) - Number(b.restored === null))).toEqual(
      [
        {
          claimId: setBack,
          caseNumber: row?.caseNumber,
          known: { stage: 'payment', version: last.version },
          restored: { stage: atTheMoment.stage, version: restored },
        },
        {
          claimId: lost.claimId,
          caseNumber: null,
          known: { stage: 'payment', version: last.version },
          restored: null,
        },
      ],
    )
    expect(gaps.payments).toEqual([lost])
    expect(gaps.references).toMatchObject([{ ref: 'LPLOST', amountMinor: 1234 }])
    expect(gaps.messages.map(({ id }) => id)).toEqual([forgotten])
    expect(new Set(gaps.orphans.map(({ workflowId }) => workflowId))).toEqual(
      new Set([claimWorkflowId(lost.claimId), paymentWorkflowId(lost.intentId)]),
    )
  })

  it('stay on the list when workflows without a row are ended, and nothing else is ended', async () => {
    const before = await findGaps(sources())
    await endOrphans(sources(), before.orphans)
    const gaps = await gapsWhen(({ orphans }) => orphans.length === 0)
    expect(before.orphans).toHaveLength(2)
    expect(gaps.orphans).toEqual([])
    expect(gaps.claims).toHaveLength(2)
    expect(gaps.payments).toHaveLength(1)
    const described = await running.temporal.client.workflow
      .getHandle(claimWorkflowId(gaps.claims.find(({ restored }) => restored !== null)?.claimId ?? ''))
      .describe()
    expect(described.status.name).toBe('RUNNING')
  })
})
