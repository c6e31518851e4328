import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newNonce, signMessage } from '../../../bank/signature.ts'
import { createDatabase, type Database } from '../../../db/client.ts'
import { createExecute } from '../../../db/execute.ts'
import { createRuleEngine } from '../../../db/rules/engine.ts'
import { eventually } from '../../activities/bank/run-simulator.ts'
import { testBank } from '../../support/world.ts'
import { Office } from '../claims/office.ts'
import { type OutsideApp, outsideApp } from './outside-app.ts'

const ordinaryConnections = 2
const bankKey = { id: 'lipei', secret: Buffer.alloc(32, 7) }

let office: Office
let ordinary: Database
let money: Database
let api: OutsideApp

beforeAll(async () => {
  office = await Office.open()
  const { world } = office.api
  ordinary = createDatabase(world.test.url, { maxConnections: ordinaryConnections })
  // A single one: whoever asked for a second while holding the first would wait for itself.
  money = createDatabase(world.test.url, { maxConnections: 1 })
  const pools = { database: ordinary, moneyDatabase: money }
  const execute = createExecute({
    ...pools,
    cipher: world.cipher,
    rules: createRuleEngine(),
    bank: testBank,
    enqueue: world.queue.enqueue.bind(world.queue),
  })
  api = await outsideApp(world, { ...pools, execute, bankKeys: [bankKey] })
})

afterAll(async () => {
  await api.app.close()
  await Promise.all([ordinary.$client.end(), money.$client.end()])
  await office.close()
})

/** Keeps every ordinary connection busy until it is let go. */
async function hog(): Promise<() => Promise<void>> {
  const { database } = office.api.world
  const sleeping = Array.from({ length: ordinaryConnections }, () =>
    ordinary.$client.query('select pg_sleep(14) as hog').catch(() => undefined),
  )
  const pids = await eventually(
    async () => {
      const { rows } = await database.execute<{ pid: number }>(
        sql`select pid from pg_stat_activity where datname = current_database() and query like '%as hog' and state = 'active' and pid <> pg_backend_pid()`,
      )
      return rows.map(({ pid }) => pid)
    },
    (found) => found.length === ordinaryConnections,
  )
  return async () => {
    for (const pid of pids) await database.execute(sql`select pg_cancel_backend(${pid})`)
    await Promise.all(sleeping)
  }
}

async function timed<T>(work: Promise<T>): Promise<{ readonly answer: T; readonly milliseconds: number }> {
  const begun = performance.now()
  return { answer: await work, milliseconds: performance.now() - begun }
}

async function callBack() {
  const body = JSON.stringify({
    messageId: randomUUID(),
    ref: 'NOBODYORDEREDTHIS',
    status: 'paid',
    amountMinor: 100,
    bankReference: 'B1',
    at: Date.now(),
  })
  const subject = { direction: 'callback', method: 'POST', path: '/bank/callbacks' } as const
  const headers = signMessage(bankKey, subject, Buffer.from(body), {
    timestamp: Date.now(),
    nonce: newNonce(),
  })
  return api.app.inject({
    method: 'POST',
    url: '/bank/callbacks',
    headers: { ...headers, 'content-type': 'application/json' },
    payload: body,
  })
}

it('while slow questions hold every ordinary connection, others are told to come again and money moves', async () => {
  const { approver, finance, handler, customer } = office.members
  const claimId = await office.reported()
  await office.toApproval(claimId)
  const ruling = await office.ruling(claimId, 'approve')
  const { hash } = (await office.state(claimId)).settlements[0] ?? {}
  const release = async (by = finance) =>
    api.as(by, 'POST', `/claims/${claimId}/settlements/S1/release`, { hash })
  const letGo = await hog()

  const ordinaryRequests = [
    api.as(handler, 'GET', `/claims/${claimId}`),
    api.as(customer, 'GET', `/claims/${claimId}/progress`),
    api.as(customer, 'POST', '/claims', office.report()),
    api.as(handler, 'POST', `/claims/${claimId}/messages`, { text: '请稍候' }),
  ].map(timed)
  const moneyRequests = [
    api.as(approver, 'POST', `/claims/${claimId}/settlements/S1/decisions`, ruling),
    release(handler),
    callBack(),
    api.app.inject({ url: '/health/ready' }),
  ]
  const [approved, notTheirs, calledBack, ready] = await Promise.all(moneyRequests)
  expect(approved?.json()).toMatchObject({ decision: 'approve', stage: 'payment' })
  expect(notTheirs?.statusCode).toBe(403)
  expect(calledBack?.statusCode).toBe(204)
  expect(ready?.statusCode).toBe(200)
  const releases = await Promise.all(Array.from({ length: 8 }, () => release()))
  expect(releases.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  expect(releases.filter(({ statusCode }) => statusCode === 409)).toHaveLength(7)

  for (const { answer, milliseconds } of await Promise.all(ordinaryRequests)) {
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ code: 'temporarilyUnavailable' })
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(2)
    expect(milliseconds).toBeLessThan(2000)
  }
  await letGo()
  expect((await api.as(handler, 'GET', `/claims/${claimId}`)).statusCode).toBe(200)
})
