import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, payLane, paymentIntents, roleGrants } from '../../../db/schema/index.ts'
import { fen } from '../../../domain/money.ts'
import { NoticeWorld } from '../../jobs/notice-world.ts'
import type { Member, World } from '../../support/world.ts'
import { type OutsideApp, outsideApp } from './outside-app.ts'

let notices: NoticeWorld
let world: World
let api: OutsideApp
let one: Member
let other: Member

beforeAll(async () => {
  notices = await NoticeWorld.create()
  world = notices.world
  api = await outsideApp(world, {})
  one = await world.member(['finance'])
  other = await world.member(['finance'])
})

afterAll(async () => {
  await api.app.close()
  await world.close()
})

beforeEach(async () => {
  await world.database.update(payLane).set({ pausedAt: null, pausedReason: null, reopenProposedBy: null })
})

const pause = (by: Member, reason = 'suspectedFraud') => api.as(by, 'POST', '/pay-lane/pause', { reason })
const reopen = (by: Member, key?: string) => api.as(by, 'POST', '/pay-lane/reopening', {}, key)
const lane = async () => (await api.as(one, 'GET', '/pay-lane')).json<Record<string, unknown>>()

describe('the pay lane', () => {
  it('is stopped by one person and opened again by two', async () => {
    expect(await lane()).toEqual({
      pausedAt: null,
      pausedReason: null,
      reopenProposedBy: null,
      unknownPayments: 0,
      owedStatements: 0,
      unknownReferences: 0,
    })
    expect((await pause(one)).json()).toMatchObject({ pausedReason: 'suspectedFraud' })
    const proposed = await reopen(one)
    expect(proposed.statusCode).toBe(200)
    expect(proposed.json()).toMatchObject({ reopenProposedBy: one.personId })
    const again = await reopen(one)
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'secondPersonNeeded'])
    expect((await reopen(other)).json()).toMatchObject({
      pausedAt: null,
      pausedReason: null,
      reopenProposedBy: null,
    })
  })

  it('counts people and not accounts', async () => {
    const second = { ...one, accountId: await world.account(one.personId, 'staff') }
    await pause(one)
    await reopen(one)
    expect((await reopen(second)).statusCode).toBe(409)
    expect((await lane())['pausedAt']).not.toBeNull()
  })

  it('gives the same answer to the same key, so that a click that was sent twice is no second person', async () => {
    await pause(one)
    const key = 'reopen-key-1'
    const [first, repeated] = [await reopen(one, key), await reopen(one, key)]
    expect(repeated.json()).toEqual(first.json())
    expect((await lane())['pausedAt']).not.toBeNull()
  })

  it('does not count a proposer who has lost the role since', async () => {
    const leaving = await world.member(['finance'])
    await pause(one)
    await reopen(leaving)
    await world.database
      .update(roleGrants)
      .set({ validTo: sql`clock_timestamp()` })
      .where(eq(roleGrants.personId, leaving.personId))
    expect((await reopen(other)).json()).toMatchObject({ reopenProposedBy: other.personId })
    expect((await reopen(one)).json()).toMatchObject({ pausedAt: null })
  })

  it('forgets a proposal when somebody stops it again, and keeps the first reason', async () => {
    await pause(one, 'bankIncident')
    await reopen(one)
    expect((await pause(other, 'other')).json()).toMatchObject({
      pausedReason: 'bankIncident',
      reopenProposedBy: null,
    })
    expect((await reopen(other)).json()).toMatchObject({ reopenProposedBy: other.personId })
  })

  it('opens once when two people confirm at the same moment, and not again when it is open', async () => {
    const third = await world.member(['finance'])
    await pause(one)
    await reopen(one)
    const answers = await Promise.all([reopen(other), reopen(third)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await lane())['pausedAt']).toBeNull()
    expect((await reopen(one)).json()).toMatchObject({ code: 'alreadyDone' })
  })

  it('stays paused after a restore until the bank has answered for every payment', async () => {
    const { claimId, partyId } = await notices.report()
    const id = randomUUID()
    await world.database.insert(paymentIntents).values({
      id,
      claimId,
      partyId,
      settlementId: 's',
      ref: 'LPRESTORED',
      amountMinor: fen(100),
      payeeEncrypted: 'x',
      payeeHash: 'x',
      postingDate: '2026-11-24',
      status: 'unknown',
      updatedAt: Date.now(),
    })
    await pause(one, 'restore')
    expect((await reopen(one)).json()).toMatchObject({ code: 'intentOpen', unknownPayments: 1 })
    expect(await lane()).toMatchObject({ unknownPayments: 1, reopenProposedBy: null })
    await world.database.update(paymentIntents).set({ status: 'paid' }).where(eq(paymentIntents.id, id))
    await reopen(one)
    expect((await reopen(other)).json()).toMatchObject({ pausedAt: null })
  })

  it('is for finance alone to stop, and others may look', async () => {
    const approver = await world.member(['approver'])
    expect((await pause(approver)).statusCode).toBe(403)
    expect((await reopen(approver)).statusCode).toBe(403)
    expect((await api.as(approver, 'GET', '/pay-lane')).statusCode).toBe(200)
    expect((await api.as(await world.customer(), 'GET', '/pay-lane')).statusCode).toBe(403)
    expect((await pause(one, 'because')).statusCode).toBe(400)
  })

  it('leaves a record of every try', async () => {
    const before = await world.database.$count(auditEntries, eq(auditEntries.action, 'operatePayLane'))
    await pause(one)
    await reopen(one)
    await reopen(one)
    const rows = await world.database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'operatePayLane'))
    expect(rows.slice(before).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['done', null],
      ['done', null],
      ['refused', 'secondPersonNeeded'],
    ])
  })
})
