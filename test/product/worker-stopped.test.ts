import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalOf } from '../../scripts/demo/bank.ts'
import { examine } from '../../scripts/demo/checks.ts'
import type { ClaimView } from '../../scripts/demo/claim-file.ts'
import { play, type Scenario } from '../../scripts/demo/scenario.ts'
import { motorScenarios } from '../../scripts/demo/scenarios/motor.ts'
import { smallMedical } from '../../scripts/demo/scenarios/person-and-property.ts'
import type { Story } from '../../scripts/demo/story.ts'
import { measured, ProductUnderTest, until } from '../support/product/product-under-test.ts'
import { inParallel } from '../support/product/reports.ts'
import { claimBefore, type DecidedStage, decisions } from '../../scripts/demo/small-claim.ts'
import { unequalToRows } from '../support/product/told-states.ts'

/** Promised for a worker that is killed. */
const recoveredWithin = 15_000

let running: ProductUnderTest

beforeAll(async () => {
  running = await ProductUnderTest.start()
}, 120_000)

afterAll(() => running.stop())

const worker = () => running.product.child('worker')

interface Passage {
  /** What the decision has brought, with nobody at work but people. */
  readonly held: (claim: ClaimView) => boolean
  /** What the workflow does next. */
  readonly goesOn: (claim: ClaimView) => boolean
}

const passages: Readonly<Record<DecidedStage, Passage>> = {
  report: {
    held: ({ stage, checklistSentAt }) => stage === 'documents' && checklistSentAt === null,
    goesOn: ({ checklistSentAt }) => checklistSentAt !== null,
  },
  documents: {
    held: ({ stage, panel }) => stage === 'acceptance' && panel === null,
    goesOn: ({ panel }) => panel !== null,
  },
  acceptance: {
    held: ({ stage }) => stage === 'survey',
    goesOn: ({ stage }) => stage === 'adjustment',
  },
  survey: {
    held: ({ stage, sheets }) => stage === 'adjustment' && sheets.length === 0,
    goesOn: ({ stage }) => stage === 'adjustment',
  },
  adjustment: {
    held: ({ stage, settlements }) => stage === 'approval' && settlements.every((one) => one.openLevel === 0),
    goesOn: ({ settlements }) => settlements.some((one) => one.openLevel === 1),
  },
  approval: {
    held: ({ settlements }) => settlements.some((one) => one.state === 'approved'),
    goesOn: ({ stage }) => stage === 'payment',
  },
  payment: {
    held: ({ intents }) => intents.length === 1 && intents.every((one) => one.status === 'ready'),
    goesOn: ({ stage, outcome }) => stage === 'afterCare' && outcome === 'paid',
  },
  afterCare: {
    held: ({ stage, outcome }) => stage === 'report' && outcome === null,
    goesOn: ({ stage }) => stage === 'report',
  },
}

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
  it('goes on within 15 s, and in three kills nobody is paid twice or not at all', async () => {
    const scenarios: readonly Scenario[] = [...motorScenarios, smallMedical]
    const playing = inParallel(scenarios, 3, (scenario) => play(running.cast, scenario))
    // Its failure is seen below, when the kills are over.
    playing.catch(() => undefined)
    const waits: number[] = []
    for (const kind of ['followed', 'lone', 'lone'] as const) {
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
