import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeQueue } from '../../../db/queues.ts'
import { readOperationState } from '../../../db/reads/operation.ts'
import { paymentIntents } from '../../../db/schema/index.ts'
import { fen } from '../../../domain/money.ts'
import { collisionReport } from '../../support/collision-report.ts'
import { World } from '../../support/world.ts'

let world: World

beforeAll(async () => {
  world = await World.create()
})
afterAll(() => world.close())

async function report(): Promise<string> {
  const customer = await world.customer()
  const policyId = await world.policy('motorCommercial', customer)
  const { reply } = await world.execute(collisionReport(customer, policyId))
  return reply.claimId
}

const intent = (claimId: string, status: string, updatedAt: number) => ({
  id: randomUUID(),
  claimId,
  settlementId: 's1',
  partyId: randomUUID(),
  ref: randomUUID(),
  amountMinor: fen(100),
  payeeEncrypted: '',
  payeeHash: '',
  postingDate: '2026-01-01',
  status,
  updatedAt,
})

describe('how the product stands', () => {
  it('counts living claims, and clocks by what has become of them', async () => {
    const [fresh, warned, breached, archived] = [
      await report(),
      await report(),
      await report(),
      await report(),
    ]
    const { database } = world
    const clock = (claimId: string, change: ReturnType<typeof sql>) =>
      database.execute(sql`update claim_clocks set ${change} where claim_id = ${claimId}`)
    await clock(fresh, sql`status = 'running', warn_at = clock_timestamp() + interval '1 hour'`)
    await clock(warned, sql`status = 'running', warn_at = clock_timestamp() - interval '1 hour'`)
    await clock(breached, sql`status = 'breached', due_at = clock_timestamp() - interval '90 seconds'`)
    await clock(archived, sql`status = 'doneLate', due_at = clock_timestamp() - interval '1 year'`)
    await database.execute(sql`update claims set stage = 'archived' where id = ${archived}`)

    const state = await readOperationState(database)
    expect(state.claims).toEqual([{ stage: 'report', line: 'motorCommercial', count: 3 }])
    const counts = new Map(state.clocks.map((one) => [one.state, one.count]))
    const each = Math.max(...counts.values())
    expect(counts).toEqual(
      new Map([
        ['running', each],
        ['warned', each],
        ['breached', each],
      ]),
    )
    expect(state.clocks.every(({ stage, line }) => stage === 'report' && line === 'motorCommercial')).toBe(
      true,
    )
    expect(state.oldestOverdue).toBeGreaterThan(89)
    expect(state.oldestOverdue).toBeLessThan(200)
  })

  it('counts what workflows were not told, and for how long the oldest has waited', async () => {
    const { database } = world
    await database.execute(sql`update claims set told_version = version`)
    expect(await readOperationState(database)).toMatchObject({ untold: 0, oldestUntold: 0 })
    const claimId = await report()
    await database.execute(
      sql`update claims set updated_at = clock_timestamp() - interval '50 seconds' where id = ${claimId}`,
    )
    const { untold, oldestUntold } = await readOperationState(database)
    expect(untold).toBe(1)
    expect(oldestUntold).toBeGreaterThan(49)
  })

  it('counts payments, apart those unknown for more than a minute, and shows whether money may leave', async () => {
    const { database } = world
    const claimId = await report()
    const old = Date.now() - 70_000
    await database
      .insert(paymentIntents)
      .values([
        intent(claimId, 'unknown', old),
        intent(claimId, 'unknown', Date.now()),
        intent(claimId, 'paid', old),
      ])
    const state = await readOperationState(database)
    expect(state.intents.toSorted((a, b) => a.count - b.count)).toEqual([
      { status: 'paid', count: 1 },
      { status: 'unknown', count: 2 },
    ])
    expect(state).toMatchObject({ intentsUnknownLong: 1, payLaneOpen: true })
    await database.execute(sql`update pay_lane set paused_at = clock_timestamp()`)
    expect((await readOperationState(database)).payLaneOpen).toBe(false)
  })

  it('counts jobs by whether they wait, wait for later, or have failed for good', async () => {
    const { database } = world
    await database.execute(sql`delete from pgboss.job`)
    const add = (state: string, startAfter: string) =>
      database.execute(sql`insert into pgboss.job (name, data, state, created_on, start_after)
        values (${noticeQueue}, '{}', ${state}::pgboss.job_state, clock_timestamp() - interval '1 hour',
          clock_timestamp() + ${startAfter}::interval)`)
    await add('created', '-40 seconds')
    await add('retry', '1 hour')
    await add('failed', '-1 hour')
    await add('completed', '-1 hour')
    const { queues } = await readOperationState(database)
    expect(queues.map(({ queue, state, count }) => `${queue} ${state} ${count}`).toSorted()).toEqual([
      `${noticeQueue} failed 1`,
      `${noticeQueue} later 1`,
      `${noticeQueue} waiting 1`,
    ])
    const waiting = queues.find(({ state }) => state === 'waiting')
    expect(waiting?.oldest).toBeGreaterThan(39)
    expect(waiting?.oldest).toBeLessThan(200)
  })
})
