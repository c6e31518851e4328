import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markTold, readTold, readUntold } from '../../db/told.ts'
import type { Told } from '../../domain/claim/told.ts'
import { sweep } from '../../jobs/sweep.ts'
import { createTelling } from '../../telling.ts'
import { createTemporal } from '../../temporal.ts'
import { freePort } from '../../scripts/embedded/ports.ts'
import { claimWorkflowId } from '../../workflows/messages.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
let journey: ClaimJourney

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
})

afterAll(() => running.close())

/** What the workflow knows is what the row says, field by field, and the row knows that. */
async function expectKnown(claimId: string): Promise<void> {
  const { asked, row } = await running.known(claimId)
  expect(asked.told).toEqual(row)
}

const database = () => running.world.database

describe('a claim at rest', () => {
  it('is known to its workflow field by field as its row has it', async () => {
    const claimId = await journey.report()
    await journey.toAdjustment(claimId)
    await expectKnown(claimId)
    await running.telling.settle()
    expect((await readUntold(database(), 0, 100)).map((told) => told.claimId)).not.toContain(claimId)
  })

  it('is known with the instant until which its workflow waits', async () => {
    const claimId = await journey.report()
    const answer = await eventually(
      () => running.temporal.ask(claimId),
      (asked) => asked !== undefined && asked.waitsUntil !== null,
    )
    const { callBy, clocks } = await readTold(database(), claimId)
    expect(answer?.waitsUntil).toBe(Math.min(callBy ?? Infinity, ...clocks.map(({ nextAt }) => nextAt)))
  })
})

describe('tells that are lost, late, doubled or out of order', () => {
  it('leave the workflow with the newest that came, whichever came last', async () => {
    await running.stopWorker()
    const histories = await Promise.all(Array.from({ length: 8 }, snapshots))
    const orders = fc.sample(fc.shuffledSubarray([0, 1, 2, 3, 4, 4, 3], { minLength: 3 }), histories.length)
    await Promise.all(
      histories.map(async (history, index) => {
        for (const place of orders[index] ?? []) await running.temporal.tell(at(history, place))
        // One of them is lost for good, and the last of all is an old one.
        await running.temporal.tell(at(history, 0))
      }),
    )
    await running.startWorker()
    await Promise.all(histories.map((history) => expectKnown(at(history, 0).claimId)))
  })

  it('do not take a workflow at rest back to what its claim once was', async () => {
    const claimId = await journey.report()
    const first = await readTold(database(), claimId)
    await journey.toDocuments(claimId)
    await running.until(claimId, ({ checklistSentAt }) => checklistSentAt !== null)
    await expectKnown(claimId)
    for (let again = 0; again < 3; again += 1) await running.temporal.tell(first)
    await expectKnown(claimId)
  })

  /** A claim that nobody was told of, at each of its versions. */
  async function snapshots(): Promise<readonly Told[]> {
    const claimId = await running.silently(() => journey.report())
    const seen = [await readTold(database(), claimId)]
    await running.silently(() => journey.toDocuments(claimId))
    seen.push(await readTold(database(), claimId))
    await running.silently(() => running.by(journey.customer, claimId, 'withdrawClaim', {}))
    seen.push(await readTold(database(), claimId))
    await running.silently(() => running.by(journey.handler, claimId, 'reopenClaim', {}))
    seen.push(await readTold(database(), claimId))
    await running.silently(() => running.by(journey.customer, claimId, 'withdrawClaim', {}))
    seen.push(await readTold(database(), claimId))
    return seen
  }

  function at(history: readonly Told[], place: number): Told {
    const told = history[place]
    if (told === undefined) throw new Error(`There is no version ${place}.`)
    return told
  }
})

describe('while Temporal cannot be reached', () => {
  it('decisions are made, nobody waits for the telling, and the row says that it is untold', async () => {
    const nowhere = createTemporal({
      temporalAddress: `127.0.0.1:${await freePort()}`,
      temporalNamespace: 'default',
      taskQueue: 'nobody',
      payloadKeys: publicTestKeys,
    })
    const failures: string[] = []
    const telling = createTelling({
      send: (told) => nowhere.tell(told),
      markTold: (told) => markTold(database(), told),
      onFailure: (_error, told) => failures.push(told.claimId),
    })
    const claimId = await running.silently(() => journey.report())
    const began = performance.now()
    telling.tell(await readTold(database(), claimId))
    expect(performance.now() - began).toBeLessThan(100)
    await running.silently(() => journey.toDocuments(claimId))
    expect((await running.state(claimId)).stage).toBe('documents')
    const [answer] = await Promise.all([nowhere.ask(claimId), telling.settle()])
    expect(answer).toBeUndefined()
    expect(failures).toEqual([claimId])
    expect((await readUntold(database(), 0, 100)).map((told) => told.claimId)).toContain(claimId)
    await nowhere.close()
  })
})

describe('open claims of which nobody told', () => {
  it('are all followed within 30 s of the sweep, with those that changed meanwhile', async () => {
    const ids = await running.silently(() => inBatches(60, () => journey.report()))
    const began = performance.now()
    const sweeping = sweepUntilTold()
    const withdrawn = ids.slice(0, 10)
    const meanwhile = running.silently(async () => {
      for (const claimId of withdrawn) {
        await running.by(journey.customer, claimId, 'withdrawClaim', {})
        await running.by(journey.handler, claimId, 'reopenClaim', {})
      }
      return inBatches(10, () => journey.report())
    })
    const all = [...ids, ...(await meanwhile)]
    await sweeping
    await sweepUntilTold()
    for (let index = 0; index < all.length; index += 20) {
      await Promise.all(all.slice(index, index + 20).map((claimId) => expectKnown(claimId)))
    }
    expect(performance.now() - began).toBeLessThan(30_000)
    const handle = running.temporal.client.workflow.getHandle(claimWorkflowId(ids[0] ?? ''))
    expect((await handle.describe()).status.name).toBe('RUNNING')
  }, 60_000)

  /** As the loop of jobs does it. */
  async function sweepUntilTold(): Promise<void> {
    const send = (told: Told) => running.temporal.tell(told)
    while ((await readUntold(database(), 0, 1)).length > 0) {
      await sweep({ database: database(), send })
      await new Promise((resume) => setTimeout(resume, 100))
    }
  }
})

async function inBatches(count: number, work: () => Promise<string>): Promise<readonly string[]> {
  const done: string[] = []
  while (done.length < count) done.push(...(await Promise.all(Array.from({ length: 10 }, work))))
  return done
}
