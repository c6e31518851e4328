import { randomUUID } from 'node:crypto'
import { and, asc, eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '../../../db/canonical.ts'
import { readPayLane, reopenPayLane } from '../../../db/pay-lane.ts'
import { afterRestore } from '../../../db/restore/after-restore.ts'
import { createRuleEngine } from '../../../db/rules/engine.ts'
import {
  auditEntries,
  caseNumberCounters,
  claimEvents,
  claims,
  ledgerEntries,
  payLane,
  paymentIntents,
  sessions,
  statementLines,
} from '../../../db/schema/index.ts'
import { oweStatements, takeInStatement } from '../../../db/statements/take-in.ts'
import type { Statement } from '../../../db/statements/finding.ts'
import { markTold, readTold } from '../../../db/told.ts'
import { evolve } from '../../../domain/claim/evolve.ts'
import type { ClaimEvent } from '../../../domain/claim/events.ts'
import type { ClaimState } from '../../../domain/claim/state.ts'
import { fen } from '../../../domain/money.ts'
import { civilDateOf } from '../../../domain/time/civil-date.ts'
import { sweep } from '../../../jobs/sweep.ts'
import { eventually } from '../../activities/bank/run-simulator.ts'
import { ClaimJourney } from '../../support/claim-journey.ts'
import { remember, rewind } from '../../support/rewind.ts'
import { RunningClaims } from '../../support/running-claims.ts'
import { type Member, testBank } from '../../support/world.ts'

let running: RunningClaims
let journey: ClaimJourney
let secondFinance: Member
const today = civilDateOf(Date.now())

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
  secondFinance = await running.world.member(['finance'])
})

afterAll(() => running.close())

const lane = (change: Partial<typeof payLane.$inferInsert>) =>
  running.world.database.update(payLane).set(change)

afterEach(() =>
  lane({ pausedAt: null, pausedReason: null, timeline: 1, restoredTo: null, reopenProposedBy: null }),
)

/** The server has begun a new history, as PostgreSQL does at the end of a recovery. */
const serverRestored = () => lane({ timeline: 0 })

const lookAfter = (evenIfNotRestored = false) => {
  const { database, cipher, queue } = running.world
  const enqueue = queue.enqueue.bind(queue)
  return afterRestore(
    { database, cipher, rules: createRuleEngine(), bank: testBank, enqueue },
    { evenIfNotRestored },
  )
}

const reopen = (by: Member) => running.world.database.transaction((tx) => reopenPayLane(tx, by.personId))

async function row(claimId: string) {
  const [found] = await running.world.database.select().from(claims).where(eq(claims.id, claimId))
  if (found === undefined) throw new Error('There is no such claim.')
  return found
}

/** The bank's statement of today as the job takes it in, whatever stands in it. */
const statement = (lines: Statement['lines'] = []) =>
  takeInStatement(running.world.database, { day: today, final: false, contentHash: 'x', lines })

const executed = (ref: string, amountMinor: number) => ({
  lineId: randomUUID(),
  ref,
  kind: 'executed' as const,
  amountMinor: fen(amountMinor),
  at: Date.now(),
})

/** Whom nobody has told, as the sweep of the job runner does. */
async function sweepAll(): Promise<void> {
  await sweep({ database: running.world.database, send: (told) => running.temporal.tell(told) })
}

/** All that finance may do once the bank has answered. */
async function reopenByTwo(): Promise<void> {
  await sweepAll()
  await eventually(
    () => readPayLane(running.world.database),
    (now) => now.unknownPayments === 0,
    Date.now() + 30_000,
  )
  await reopen(journey.finance)
  await reopen(secondFinance)
}

async function foldOf(claimId: string): Promise<ClaimState | null> {
  const events = await running.world.database
    .select()
    .from(claimEvents)
    .where(eq(claimEvents.claimId, claimId))
    .orderBy(asc(claimEvents.sequence))
  return events.reduce<ClaimState | null>(
    (state, { type, data, at }) => evolve(state, { type, data } as ClaimEvent, at),
    null,
  )
}

describe('a database that was not restored', () => {
  it('is left alone, unless somebody says that it was', async () => {
    const claimId = await journey.report()
    const before = await row(claimId)
    expect(await lookAfter()).toEqual({ outcome: 'notRestored' })
    expect(await row(claimId)).toMatchObject({ epoch: before.epoch })
    expect(await readPayLane(running.world.database)).toMatchObject({ pausedAt: null })
    expect(await lookAfter(true)).toMatchObject({ outcome: 'done' })
    expect((await row(claimId)).epoch).toBeGreaterThan(before.epoch)
  })
})

describe('a database that was restored', { timeout: 60_000 }, () => {
  it('lets no money leave before anybody has looked after it, and does not open by asking twice', async () => {
    const claimId = await journey.report()
    await journey.toPayment(claimId)
    await serverRestored()
    expect(await readPayLane(running.world.database)).toMatchObject({ pausedReason: 'restore' })
    await journey.release(claimId)
    await new Promise((resume) => setTimeout(resume, 800))
    const [intent] = (await running.state(claimId)).intents
    expect(intent).toMatchObject({ status: 'ready', fence: 0 })
    expect(await running.bank.journal(intent?.ref ?? '')).toEqual([])
    await expect(reopen(journey.finance)).rejects.toMatchObject({ code: 'laneClosed' })
  })

  it('begins a new epoch of every claim, tells everybody anew, and keeps the rows true to their events', async () => {
    const { database } = running.world
    const [living, payable] = [await journey.report(), await journey.report()]
    await journey.toPayment(payable)
    await lane({ pausedAt: Date.now(), pausedReason: 'other' })
    await journey.release(payable)
    await markTold(database, await readTold(database, living))
    const before = await Promise.all([row(living), row(payable)])
    await serverRestored()
    const done = await lookAfter()
    expect(done).toMatchObject({ outcome: 'done', claims: await database.$count(claims) })
    for (const { id, epoch } of before) {
      const after = await row(id)
      expect(after.epoch).toBeGreaterThan(epoch)
      expect(after.toldVersion).toBe(0)
      expect(canonical(await foldOf(id))).toBe(canonical(after.state))
    }
    const [intent] = (await row(payable)).state.intents
    expect(intent).toMatchObject({ status: 'unknown', fence: 0 })
    expect(
      await database.select().from(paymentIntents).where(eq(paymentIntents.claimId, payable)),
    ).toMatchObject([{ status: 'unknown' }])
    const records = await database
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.chain, payable), eq(auditEntries.action, 'doubtPayments')))
    expect(records).toMatchObject([{ outcome: 'done', actorKind: 'system' }])
  })

  it('is looked after once: a second run changes nothing', async () => {
    const claimId = await journey.report()
    await serverRestored()
    const [one, other] = await Promise.all([lookAfter(), lookAfter()])
    expect([one.outcome, other.outcome].toSorted()).toEqual(['done', 'doneBefore'])
    const { epoch } = await row(claimId)
    expect(await lookAfter()).toMatchObject({ outcome: 'doneBefore' })
    expect((await row(claimId)).epoch).toBe(epoch)
    const records = await running.world.database.$count(auditEntries, eq(auditEntries.action, 'afterRestore'))
    expect(records).toBeGreaterThan(0)
  })

  it('gives a higher epoch than an earlier restore of which it knows nothing', async () => {
    const claimId = await journey.report()
    await serverRestored()
    await lookAfter()
    const first = (await row(claimId)).epoch
    // Restored again, to before the first restore.
    await running.world.database.update(claims).set({ epoch: 1 }).where(eq(claims.id, claimId))
    await serverRestored()
    await lookAfter()
    expect((await row(claimId)).epoch).toBeGreaterThanOrEqual(first)
  })

  it('signs everybody out and gives no case number out a second time', async () => {
    const { database } = running.world
    const accountId = journey.finance.accountId
    const session = { tokenHash: randomUUID(), accountId, csrfSecret: 'x', lastSeenAt: Date.now() }
    await database.insert(sessions).values({ ...session, expiresAt: Date.now() + 60_000 })
    await journey.report()
    const counter = async () =>
      (await database.select().from(caseNumberCounters).where(eq(caseNumberCounters.day, today)))[0]?.last ??
      0
    const before = await counter()
    await serverRestored()
    await lookAfter()
    expect(await counter()).toBe(before + 50_000)
    expect(
      await database.select().from(sessions).where(eq(sessions.tokenHash, session.tokenHash)),
    ).toMatchObject([{ endedAt: expect.any(Number) as number }])
  })

  it('stays shut until the bank has given the statements and answered for each payment, and two people agree', async () => {
    const claimId = await journey.report()
    await journey.toPayment(claimId)
    await lane({ pausedAt: Date.now(), pausedReason: 'other' })
    await journey.release(claimId)
    await running.stopWorker()
    await serverRestored()
    await lookAfter()
    const { database } = running.world
    expect(await readPayLane(database)).toMatchObject({ pausedReason: 'restore', owedStatements: 1 })
    await expect(reopen(journey.finance)).rejects.toMatchObject({ code: 'intentOpen' })
    await statement()
    const { owedStatements, unknownPayments } = await readPayLane(database)
    expect(owedStatements).toBe(0)
    expect(unknownPayments).toBeGreaterThan(0)
    await expect(reopen(journey.finance)).rejects.toMatchObject({ code: 'intentOpen' })
    await running.startWorker()
    await sweepAll()
    // The bank denies it: that is an answer. It is sent when the grace is over and the lane is open.
    await running.until(claimId, ({ intents }) => intents[0]?.denied === true)
    await eventually(
      () => readPayLane(database),
      (now) => now.unknownPayments === 0,
      Date.now() + 30_000,
    )
    expect(await reopen(journey.finance)).toMatchObject({ reopenProposedBy: journey.finance.personId })
    await expect(reopen(journey.finance)).rejects.toMatchObject({ code: 'secondPersonNeeded' })
    expect(await reopen(secondFinance)).toMatchObject({ pausedAt: null })
    const { intents } = await running.until(claimId, (claim) => claim.intents[0]?.status === 'paid')
    expect(await running.bank.journal(intents[0]?.ref ?? '')).toHaveLength(1)
  })

  it('pays nothing a second time that was released and paid after the restored moment', async () => {
    const claimId = await journey.report()
    await journey.toPayment(claimId)
    await running.known(claimId)
    const { ownerUrl } = running.world.test
    const moment = await remember(ownerUrl, claimId)
    await journey.release(claimId)
    const { intents } = await running.until(claimId, ({ stage }) => stage === 'afterCare')
    const ref = intents[0]?.ref ?? ''
    await running.stopWorker()
    await rewind(ownerUrl, claimId, moment)
    expect((await running.state(claimId)).intents).toEqual([])
    await serverRestored()
    await lookAfter()
    await running.startWorker()
    await sweepAll()
    // Finance releases again while the lane is shut: the bank is asked, and has paid.
    await journey.release(claimId)
    const again = await running.until(claimId, ({ stage }) => stage === 'afterCare')
    expect(again.intents).toMatchObject([{ ref, status: 'paid', fence: 0 }])
    expect(await running.bank.journal(ref)).toHaveLength(1)
    const ledger = await running.world.database
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.intentId, again.intents[0]?.id ?? ''))
    expect(ledger.map(({ side }) => side).toSorted()).toEqual(['credit', 'debit'])
  })

  it('gives to two people what looks like a payment under a reference that was lost', async () => {
    const { database } = running.world
    const [claimId, other] = [await journey.report(), await journey.report()]
    for (const one of [claimId, other]) await journey.toPayment(one, one === claimId ? 271_100 : 271_200)
    await serverRestored()
    await lookAfter()
    const approved = async (one: string) => (await running.state(one)).settlements[0]?.amountMinor ?? 0
    const [same, came] = [await approved(claimId), await approved(other)]
    await statement([executed('LPLOST1', same), executed('LPLOST2', came)])
    await statement([{ ...executed('LPLOST2', came), kind: 'returned' }])
    expect(await readPayLane(database)).toMatchObject({ unknownReferences: 2 })
    await reopenByTwo()
    await journey.release(claimId)
    const stopped = await running.until(claimId, ({ intents }) => intents[0]?.status === 'suspense')
    expect(stopped.intents[0]).toMatchObject({ fence: 0, suspense: { reason: 'strayPayment' } })
    // Money that came back is no payment.
    await journey.release(other)
    const { intents } = await running.until(other, (claim) => claim.intents[0]?.status === 'paid')
    expect(await running.bank.journal(intents[0]?.ref ?? '')).toHaveLength(1)
  })

  it('does not hold a database to statements that a bank owes from before', async () => {
    const { database } = running.world
    await serverRestored()
    await lookAfter()
    await statement()
    await database.transaction((tx) => oweStatements(tx, ['2020-01-01']))
    expect(await readPayLane(database)).toMatchObject({ owedStatements: 0 })
    expect(await database.$count(statementLines, sql`finding = 'statementMissing'`)).toBe(1)
  })
})
