import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measured, ProductUnderTest, until } from '../support/product/product-under-test.ts'
import { inParallel, type Reported, Reports } from '../support/product/reports.ts'
import { unequalToRows } from '../support/product/told-states.ts'

/** Promised for 200 open claims, however Temporal went and came back. */
const catchUpWithin = 30_000
const openClaims = 200
/** Half of the answers at least: one that waited for Temporal would wait for its deadline, which is five seconds. */
const answeredWithin = 4_000

let running: ProductUnderTest
let reports: Reports
/** Reported before the first outage and still open; each outage takes its own. */
let open: Reported[]
/** Withdrawn before the first outage. */
let closed: Reported[]
let waits: number[] = []

const temporal = () => running.product.child('temporal')

/** Sent once, it has to be taken. */
async function taken<T>(what: string, sent: Promise<{ readonly status: number; readonly body: T }>) {
  const began = performance.now()
  const { status, body } = await sent
  waits.push(performance.now() - began)
  if (status !== 200 && status !== 201) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`)
  return body
}

async function report(count: number): Promise<Reported[]> {
  const answers = await inParallel(reports.many(count), 8, ({ reporter, body, key }) =>
    taken('a report', reporter.postOnce<Reported>('/claims', body, key)),
  )
  return [...answers]
}

const decisions = {
  'first-contact': { reached: true, note: '已电话联系客户。' },
  withdrawal: { note: '客户自行修理，不再索赔。' },
  reopening: { note: '客户要求继续处理。' },
} as const

async function decide(claims: readonly Reported[], ...names: readonly (keyof typeof decisions)[]) {
  await inParallel(claims, 8, async ({ claimId, contactId }) => {
    const { http } = running.cast.person(contactId)
    for (const name of names) {
      await taken(name, http.postOnce(`/claims/${claimId}/${name}`, decisions[name], randomUUID()))
    }
  })
}

/** What customers and handlers do while Temporal is away: every answer is a yes, and none waits for it. */
async function carryOnWithout(reported: number, times: number): Promise<void> {
  waits = []
  const began = performance.now()
  const fresh = await report(reported)
  await decide(closed.splice(0, times), 'reopening')
  await decide(open.splice(0, 3 * times), 'first-contact')
  await decide(open.splice(0, times), 'withdrawal')
  await decide(open.splice(0, times), 'first-contact', 'withdrawal', 'reopening')
  await decide(fresh.slice(0, times), 'withdrawal')
  await decide(fresh.slice(times, 2 * times), 'withdrawal', 'reopening')
  const ordered = waits.toSorted((a, b) => a - b)
  const middle = ordered[Math.floor(ordered.length / 2)] ?? Infinity
  measured(
    `without Temporal: ${reported} reports and ${11 * times} decisions, half of the answers within ${middle.toFixed(0)} ms, the slowest after ${ordered.at(-1)?.toFixed(0)} ms`,
    performance.now() - began,
  )
  expect(middle).toBeLessThan(answeredWithin)
}

/** Called when Temporal answers again. */
async function catchesUp(what: string, within: number): Promise<void> {
  const began = performance.now()
  let behind: readonly string[] = (await running.claimRows()).map(({ id }) => id)
  const untold = await running.untold()
  let toldAfter = 0
  const isLevel = async () => {
    if ((await running.untold()) > 0) return false
    toldAfter ||= performance.now() - began
    behind = await unequalToRows(running, behind)
    return behind.length === 0
  }
  await until('every workflow to follow its row', isLevel, within, 300).catch((error: unknown) => {
    throw new Error(`${behind.length} claims are behind.`, { cause: error })
  })
  const rows = await running.claimRows()
  measured(`${what}: ${untold} untold claims are told`, toldAfter)
  const living = rows.filter(({ stage }) => stage !== 'afterCare' && stage !== 'archived').length
  measured(
    `${what}: ${rows.length} workflows, ${living} of open claims, equal their rows`,
    performance.now() - began,
  )
  expect(living).toBeGreaterThanOrEqual(openClaims)
}

beforeAll(async () => {
  running = await ProductUnderTest.start()
  reports = await Reports.create(running.cast, 20)
  const began = performance.now()
  const before = await report(130)
  closed = before.splice(0, 14)
  open = before
  await decide(closed, 'withdrawal')
  await until('the first claims to be told', async () => (await running.untold()) === 0, 60_000)
  measured('130 claims reported, 14 of them withdrawn', performance.now() - began)
}, 150_000)

afterAll(() => running.stop())

describe('while Temporal is away reports are acknowledged and decisions taken', { timeout: 90_000 }, () => {
  it('and when it is back after a stop, every claim catches up within 30 s', async () => {
    await temporal().stop()
    const [oldest] = open.splice(0, 1)
    await decide(oldest === undefined ? [] : [oldest], 'first-contact')
    // As after hours, in which the sweep has come to its longest pause with this claim.
    await running.query('update claims set tell_tries = 40 where told_version < version')
    await carryOnWithout(100, 6)
    await until('the sweep to have tried again', async () => (await mostTries()) > 40, 20_000)
    await temporal().restart()
    await catchesUp('after a stop', catchUpWithin)
  })

  it('and the same when it was killed under load', async () => {
    await Promise.all([carryOnWithout(16, 4), running.kill('temporal')])
    await catchesUp('after a kill', catchUpWithin)
  })
})

async function mostTries(): Promise<number> {
  const [row] = await running.query<{ most: number }>(
    'select max(tell_tries) as most from claims where told_version < version',
  )
  return row?.most ?? 0
}
