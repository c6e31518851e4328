import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimWorkflowId, paymentWorkflowId } from '../../workflows/messages.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { liveLong } from '../support/long-life.ts'
import { RunningClaims } from '../support/running-claims.ts'
import { serverOfShortHistories } from '../support/short-histories.ts'

let server: TestWorkflowEnvironment
let running: RunningClaims
let journey: ClaimJourney

/** A server of its own, which finds a history of twenty events long. */
beforeAll(async () => {
  server = await serverOfShortHistories(20)
  running = await RunningClaims.start({
    temporal: { address: server.address, namespace: 'default', taskQueue: 'long' },
    bank: { submitTimeoutMs: 300 },
  })
  journey = await ClaimJourney.create(running)
})

afterAll(async () => {
  await running.close()
  await server.teardown()
})

async function runsOf(workflowId: string): Promise<readonly string[]> {
  const runs: string[] = []
  for await (const { status } of running.temporal.client.workflow.list({
    query: `WorkflowId = '${workflowId}'`,
  })) {
    runs.push(status.name)
  }
  return runs
}

it('a claim whose history has grown long goes on in a new run, with its payment in flight, and loses nothing', async () => {
  const claimId = await journey.report()
  await journey.toPayment(claimId)
  const { settlements } = await running.state(claimId)
  // The payment is asked about long enough to be continued as well.
  const parameters = { hiddenMs: 4000 }
  const match = { amountMinor: settlements[0]?.amountMinor ?? 0, next: 1 }
  await running.bank.behave({ behaviour: 'notFoundThenPaid', parameters, match })
  await journey.release(claimId)
  const { intents } = await running.until(claimId, ({ stage }) => stage === 'afterCare', 20_000)
  expect(intents).toMatchObject([{ status: 'paid', posted: true }])
  expect(await running.bank.journal(intents[0]?.ref ?? '')).toHaveLength(1)
  await running.until(claimId, ({ satisfactionAskedAt }) => satisfactionAskedAt !== null)
  const { asked, row } = await running.known(claimId)
  expect(asked.told).toEqual(row)
  // The stage's wait begins a moment after its command has answered.
  await expect.poll(async () => (await running.known(claimId)).asked.waitsUntil).not.toBeNull()
  const claimRuns = await eventually(
    () => runsOf(claimWorkflowId(claimId)),
    (runs) => runs.length > 2,
  )
  expect(claimRuns.filter((status) => status === 'RUNNING')).toHaveLength(1)
  expect(new Set(claimRuns)).toEqual(new Set(['RUNNING', 'CONTINUED_AS_NEW']))
  const paymentRuns = await eventually(
    () => runsOf(paymentWorkflowId(intents[0]?.id ?? '')),
    (runs) => runs.length > 1 && runs.includes('COMPLETED'),
  )
  expect(paymentRuns).toContain('CONTINUED_AS_NEW')
}, 40_000)

it('a claim of many runs does each of a hundred steps once, whatever it is told twice and late', async () => {
  const { runs, decided, followed, refused } = await liveLong(journey, 50)
  expect({ decided, followed, refused }).toEqual({ decided: 50, followed: 50, refused: 0 })
  expect(runs.length).toBeGreaterThan(10)
  expect(runs.slice(0, -1).every(({ status }) => status === 'CONTINUED_AS_NEW')).toBe(true)
  expect(runs.at(-1)?.status).toBe('RUNNING')
  const events = runs.reduce((sum, run) => sum + run.events, 0)
  process.stdout.write(`100 steps in ${runs.length} runs of ${events} events\n`)
}, 90_000)
