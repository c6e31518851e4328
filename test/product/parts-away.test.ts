import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalOf } from '../../scripts/demo/bank.ts'
import { examine } from '../../scripts/demo/checks.ts'
import { play } from '../../scripts/demo/scenario.ts'
import { twoCars } from '../../scripts/demo/scenarios/motor.ts'
import { smallMedical } from '../../scripts/demo/scenarios/person-and-property.ts'
import type { Story } from '../../scripts/demo/story.ts'
import { claimBefore, type DecidedStage, decisions } from '../../scripts/demo/small-claim.ts'
import { CommandLine } from '../support/product/command-line.ts'
import { passages } from '../support/product/passages.ts'
import { type ClaimRow, measured, ProductUnderTest, until } from '../support/product/product-under-test.ts'
import {
  inParallel,
  type Report,
  Reports,
  send,
  sendUntilTaken,
  type Sent,
} from '../support/product/reports.ts'
import { unequalToRows } from '../support/product/told-states.ts'

/** Promised for a worker that is killed. */
const recoveredWithin = 15_000
/** Promised for whatever was committed and not told. */
const toldWithin = 5_000
const kills = 2
const atOnce = 12

let running: ProductUnderTest
let reports: Reports

beforeAll(async () => {
  running = await ProductUnderTest.start()
  reports = await Reports.create(running.cast, 20)
}, 120_000)

afterAll(() => running.stop())

const worker = () => running.product.child('worker')

async function paidTimes(story: Story): Promise<readonly number[]> {
  const { intents } = await story.view()
  return Promise.all(intents.map(async ({ ref }) => (await journalOf(story.bankUrl, ref)).length))
}

describe('with the worker stopped', { timeout: 120_000 }, () => {
  it('a decision holds in every stage, nothing is paid, and all goes on when it is back', async () => {
    const stages = Object.keys(passages) as DecidedStage[]
    const began = performance.now()
    const stories = await inParallel(stages, 4, (stage) => claimBefore(running.cast, stage))
    const claims = stages.map((stage, index) => ({ stage, story: stories[index] as Story }))
    measured('a claim stands in every stage', performance.now() - began)
    await worker().stop()

    const held = await inParallel(claims, 4, async ({ stage, story }) => {
      await decisions[stage](story)
      return { stage, held: passages[stage].held(await story.view()) }
    })
    expect(held.filter((one) => !one.held)).toEqual([])
    const paying = claims.find(({ stage }) => stage === 'payment')?.story as Story
    expect(await paidTimes(paying)).toEqual([0])

    const again = performance.now()
    await worker().restart()
    await inParallel(claims, 4, ({ stage, story }) => story.until('it to go on', passages[stage].goesOn))
    expect(await paidTimes(paying)).toEqual([1])
    measured('after a start of the worker every claim has gone on', performance.now() - again)
  })
})

describe('a worker that is killed', { timeout: 150_000 }, () => {
  it('goes on within 15 s, and in two kills nobody is paid twice or not at all', async () => {
    const playing = inParallel([twoCars, smallMedical], 2, (scenario) => play(running.cast, scenario))
    // Its failure is seen below, when the kills are over.
    playing.catch(() => undefined)
    const waits: number[] = []
    for (const kind of ['followed', 'lone'] as const) {
      await sleep(randomInt(500, 1500))
      const began = await running.kill('worker')
      // One that is followed has begun its work again when the next one comes.
      if (kind === 'lone') waits.push(await recovered(began))
    }
    const played = await playing
    const checks = await examine(played)
    expect(checks.flatMap(({ faults }) => faults)).toEqual([])
    for (const { story } of played) expect(new Set(await paidTimes(story))).toEqual(new Set([1]))
    const each = waits.map((wait) => (wait / 1000).toFixed(1)).join(', ')
    measured(`at most until all workflows follow their rows after a kill (each: ${each})`, Math.max(...waits))
  })
})

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
      const [took] = await Promise.all([told(committed), running.answersAgain(pid)])
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
    await sleep(randomInt(800, 1500))
    const killed = postgres.pid
    postgres.kill()
    const wait = await until('reports to be taken again', takenAgain(killed, first), 20_000)
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
      `until reports were taken again; ${first.length} reports, ${refused.length} asked to try again`,
      wait,
    )
  })
})

/** Milliseconds from the worker's death until every workflow has answered with its row's state. */
async function recovered(began: number): Promise<number> {
  let behind: readonly string[] = (await running.claimRows()).map(({ id }) => id)
  const level = async () => {
    behind = await unequalToRows(running, behind)
    return behind.length === 0
  }
  await until('the workflows to go on', level, recoveredWithin - (performance.now() - began), 100)
  return performance.now() - began
}

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

/** Whether the database runs anew and a report that was sent since has been acknowledged. */
function takenAgain(pid: number | undefined, sent: readonly Sent[]): () => boolean {
  let since = Number.POSITIVE_INFINITY
  return () => {
    const now = running.product.child('postgres').pid
    if (now !== undefined && now !== pid && since > sent.length) since = sent.length
    return sent.slice(since).some(({ acknowledged }) => acknowledged !== undefined)
  }
}
