import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandLine } from '../support/product/command-line.ts'
import { type ClaimRow, measured, ProductUnderTest, until } from '../support/product/product-under-test.ts'
import {
  inParallel,
  type Report,
  Reports,
  send,
  sendUntilTaken,
  type Sent,
} from '../support/product/reports.ts'

/** Promised for whatever was committed and not told. */
const toldWithin = 5_000
const kills = 4
const atOnce = 12

let running: ProductUnderTest
let reports: Reports

beforeAll(async () => {
  running = await ProductUnderTest.start()
  reports = await Reports.create(running.cast, 20)
}, 120_000)

afterAll(() => running.stop())

/** Milliseconds from now until the workflows have been told what these rows held. */
async function told(committed: readonly ClaimRow[]): Promise<number> {
  const known = async () => {
    const now = new Map((await running.claimRows()).map((row) => [row.id, row.toldVersion]))
    return committed.every(({ id, version }) => (now.get(id) ?? 0) >= version)
  }
  return until('what was committed to be told', known, toldWithin)
}

/** Sends them together, and kills the API as soon as so many are answered. */
async function killAmid(sending: readonly Report[], answers: number): Promise<readonly Sent[]> {
  let answered = 0
  const enough = Promise.withResolvers<void>()
  if (answers === 0) setTimeout(enough.resolve, randomInt(5, 150))
  const all = inParallel(sending, sending.length, async (report) => {
    const sent = await send(report)
    answered += 1
    if (answered >= answers) enough.resolve()
    return sent
  })
  await enough.promise
  running.product.child('api').kill()
  return all
}

/** The first deaths are the supervisor's affair; after more of them it would only pause for longer. */
async function revive(round: number, pid: number | undefined): Promise<void> {
  if (round >= 2) await running.product.child('api').restart()
  await running.answersAgain(pid)
}

function expectSameAnswers(first: readonly Sent[], again: readonly Sent[]): void {
  expect(again.map(({ status }) => status)).toEqual(again.map(() => 201))
  for (const [index, { acknowledged }] of first.entries())
    if (acknowledged !== undefined) expect(again[index]?.acknowledged).toEqual(acknowledged)
}

/** Exactly one claim a report, and none besides. */
async function expectOneClaimEach(sent: readonly Sent[], before: ReadonlySet<string>): Promise<void> {
  const acknowledged = sent.map((one) => one.acknowledged?.claimId ?? '')
  const rows = (await running.claimRows()).map(({ id }) => id).filter((id) => !before.has(id))
  expect(rows.toSorted()).toEqual(acknowledged.toSorted())
  expect(new Set(acknowledged).size).toBe(sent.length)
}

const claimIds = async () => new Set((await running.claimRows()).map(({ id }) => id))

describe('an API that dies between the commit and the tell', { timeout: 120_000 }, () => {
  it('is made up for by the sweep within 5 s', async () => {
    const sent = await sendUntilTaken(reports.many(20))
    const claims = sent.flatMap(({ acknowledged }) => (acknowledged === undefined ? [] : [acknowledged]))
    await until('the reports to be told', async () => (await running.untold()) === 0, 20_000)
    const api = await CommandLine.open(running.product.environment)
    await inParallel(claims, 8, ({ claimId, contactId }) =>
      api.commit({ type: 'recordFirstContact', claimId, body: { reached: true }, by: contactId }),
    )
    // As if it had been killed here: what it committed, it never tells.
    const rows = await running.claimRows()
    const took = await told(rows)
    await api.close()
    expect(rows.filter((row) => row.toldVersion < row.version).length).toBeGreaterThan(0)
    measured(`${claims.length} decisions that were committed and never told are told by the sweep`, took)
  })

  it(`loses no acknowledged report and makes none twice in ${kills} kills`, async () => {
    const before = await claimIds()
    const all: Sent[] = []
    const waits: number[] = []
    let committedUnheard = 0
    for (let round = 0; round < kills; round += 1) {
      const { pid } = running.product.child('api')
      const known = await claimIds()
      const first = await killAmid(reports.many(atOnce), randomInt(0, atOnce - 2))
      const committed = await running.claimRows()
      const [took] = await Promise.all([told(committed), revive(round, pid)])
      waits.push(took)
      committedUnheard += committed.filter(({ id }) => !known.has(id)).length
      committedUnheard -= first.filter(({ acknowledged }) => acknowledged !== undefined).length
      const again = await sendUntilTaken(first.map(({ report }) => report))
      expectSameAnswers(first, again)
      all.push(...again)
    }
    await expectOneClaimEach(all, before)
    measured(
      `at most until all was told after a death; ${kills} kills, ${all.length} reports, ${committedUnheard} committed and not answered`,
      Math.max(...waits),
    )
  })
})

describe('a database that is killed under load', { timeout: 90_000 }, () => {
  it('has every acknowledged report; the others are asked to try again, and succeed once', async () => {
    const before = await claimIds()
    const services = (['api', 'worker', 'jobs'] as const).map((name) => running.product.child(name))
    const pids = services.map(({ pid }) => pid)
    const first: Sent[] = []
    const enough = new AbortController()
    const reporter = async (): Promise<void> => {
      while (!enough.signal.aborted) {
        const sent = await send(reports.next())
        first.push(sent)
        if (sent.acknowledged === undefined) await sleep(100)
      }
    }
    const load = Promise.all(Array.from({ length: 4 }, reporter))
    const postgres = running.product.child('postgres')
    const waits: number[] = []
    for (let round = 0; round < 2; round += 1) {
      await sleep(randomInt(800, 1500))
      const { pid } = postgres
      postgres.kill()
      waits.push(await until('reports to be taken again', takenAgain(pid, first), 20_000))
    }
    enough.abort()
    await load

    const refused = first.filter(({ acknowledged }) => acknowledged === undefined)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual([])
    const again = await sendUntilTaken(first.map(({ report }) => report))
    expectSameAnswers(first, again)
    await expectOneClaimEach(again, before)
    expect(services.map(({ pid }) => pid)).toEqual(pids)
    await until('everything to be told', async () => (await running.untold()) === 0, 30_000)
    measured(
      `at most until reports were taken again; 2 kills, ${first.length} reports, ${refused.length} asked to try again`,
      Math.max(...waits),
    )
  })
})

/** Whether the database runs anew and a report that was sent since has been acknowledged. */
function takenAgain(pid: number | undefined, sent: readonly Sent[]): () => boolean {
  let since = Number.POSITIVE_INFINITY
  return () => {
    const now = running.product.child('postgres').pid
    if (now !== undefined && now !== pid && since > sent.length) since = sent.length
    return sent.slice(since).some(({ acknowledged }) => acknowledged !== undefined)
  }
}
