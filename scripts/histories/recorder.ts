/** Run by scripts/record-histories.ts inside vitest, which brings the servers up. */
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import type { Activities } from '../../activities/create-activities.ts'
import { ClaimJourney } from '../../test/support/claim-journey.ts'
import { RunningClaims } from '../../test/support/running-claims.ts'
import { serverOfShortHistories } from '../../test/support/short-histories.ts'
import { shortTerms } from '../../test/support/short-terms.ts'
import { claimWorkflowId, paymentWorkflowId } from '../../workflows/messages.ts'
import type { Scene } from './path.ts'
import { continued, historiesOf, paths } from './paths.ts'

declare module 'vitest' {
  interface ProvidedContext {
    historyLabel: string
  }
}

/** Claims that go to their archive at once when they have come to an end. */
const usualTerms = { afterCare: 500 }

/** Until when the database is away for the commands of a claim's workflow. */
const away = new Map<string, number>()

function between(activities: Activities): Activities {
  return {
    ...activities,
    issueCommand: async (command) => {
      if ((away.get(command.claimId) ?? 0) > Date.now()) throw new Error('The database is away.')
      return activities.issueCommand(command)
    },
  }
}

async function prepare(running: RunningClaims): Promise<Scene> {
  const journey = await ClaimJourney.create(running)
  const databaseAway = (claimId: string, milliseconds: number) =>
    void away.set(claimId, Date.now() + milliseconds)
  return { running, journey, databaseAway }
}

/** The runs of a workflow, oldest first. */
async function runsOf({ running }: Scene, workflowId: string): Promise<readonly string[]> {
  const runs: { readonly runId: string; readonly startTime: Date }[] = []
  const query = `WorkflowId = '${workflowId}'`
  for await (const run of running.temporal.client.workflow.list({ query })) runs.push(run)
  return runs.toSorted((a, b) => a.startTime.getTime() - b.startTime.getTime()).map(({ runId }) => runId)
}

/** Waits for the run's end, so that the whole of it is stored; one event a line, without the server's spaces. */
async function record({ running }: Scene, name: string, workflowId: string, runId?: string): Promise<void> {
  const handle = running.temporal.client.workflow.getHandle(workflowId, runId)
  if (runId === undefined) await handle.result()
  const { events } = JSON.parse(historyToJSON(await handle.fetchHistory())) as { events: readonly unknown[] }
  const lines = events.map((event) => JSON.stringify(event)).join(',\n')
  const file = new URL(`../../test/histories/${inject('historyLabel')}-${name}.json`, import.meta.url)
  writeFileSync(file, `{"events":[\n${lines}\n]}\n`)
}

/** Each run under its number, where there are several. */
async function recordRuns(scene: Scene, name: string, workflowId: string): Promise<number> {
  await scene.running.temporal.client.workflow.getHandle(workflowId).result()
  // Lists lag behind what has happened.
  await new Promise((resume) => setTimeout(resume, 1500))
  const runs = await runsOf(scene, workflowId)
  for (const [index, runId] of runs.entries())
    await record(scene, `${name}-run-${index + 1}`, workflowId, runId)
  return runs.length
}

async function intentsOf({ running }: Scene, claimId: string): Promise<readonly string[]> {
  const { intents } = await running.until(claimId, ({ stage }) => stage === 'archived', 40_000)
  return intents.map(({ id }) => id)
}

describe('the ways of a claim', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await prepare(await RunningClaims.start({ bank: { submitTimeoutMs: 300 }, between }))
  })

  afterAll(() => scene.running.close())

  it.each(Object.entries(paths))('%s', async (name, path) => {
    await shortTerms(scene.running.world, { ...usualTerms, ...path.terms })
    const claimId = await path.play(scene)
    const intents = await intentsOf(scene, claimId)
    const expected = historiesOf(name, path)
    if (path.runs === undefined) await record(scene, `claim-${name}`, claimWorkflowId(claimId))
    else await recordRuns(scene, `claim-${name}`, claimWorkflowId(claimId))
    for (const [index, intentId] of intents.entries())
      await record(scene, `payment-${name}-${index + 1}`, paymentWorkflowId(intentId))
    const recorded = (path.runs ?? 1) + intents.length
    if (recorded !== expected.length) throw new Error(`${recorded} histories instead of ${expected.length}.`)
  })
})

describe('a claim in several runs', () => {
  let server: TestWorkflowEnvironment
  let scene: Scene

  beforeAll(async () => {
    server = await serverOfShortHistories(20)
    const temporal = { address: server.address, namespace: 'default', taskQueue: 'histories' }
    scene = await prepare(await RunningClaims.start({ temporal, bank: { submitTimeoutMs: 300 } }))
    await shortTerms(scene.running.world, usualTerms)
  })

  afterAll(async () => {
    await scene.running.close()
    await server.teardown()
  })

  it(continued, async () => {
    const { journey, running } = scene
    const claimId = await journey.report()
    await journey.toPayment(claimId)
    const { settlements } = await running.state(claimId)
    const match = { amountMinor: settlements[0]?.amountMinor ?? 0, next: 1 }
    await running.bank.behave({ behaviour: 'notFoundThenPaid', parameters: { hiddenMs: 4000 }, match })
    await journey.release(claimId)
    const [intentId = ''] = await intentsOf(scene, claimId)
    const claimRuns = await recordRuns(scene, `claim-${continued}`, claimWorkflowId(claimId))
    const paymentRuns = await recordRuns(scene, `payment-${continued}`, paymentWorkflowId(intentId))
    if (claimRuns < 2 || paymentRuns < 2) throw new Error(`Only ${claimRuns} and ${paymentRuns} runs.`)
  })
})
