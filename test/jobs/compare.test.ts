import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claims } from '../../db/schema/index.ts'
import { compare } from '../../jobs/compare.ts'
import { claimWorkflowId, paymentWorkflowId } from '../../workflows/messages.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
let journey: ClaimJourney

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
})

afterAll(() => running.close())

const comparing = () =>
  compare({
    database: running.world.database,
    temporal: running.temporal,
    onFailure: (error) => {
      throw error
    },
  })

const handle = (workflowId: string) => running.temporal.client.workflow.getHandle(workflowId)

async function statusOf(workflowId: string): Promise<string> {
  return (await handle(workflowId).describe()).status.name
}

/** The list of workflows follows what happens to them after a moment. */
const listed = (ids: () => AsyncIterable<string>, id: string, wanted: boolean) =>
  eventually(
    async () => {
      for await (const one of ids()) if (one === id) return true
      return false
    },
    (found) => found === wanted,
  )

describe('the comparison', () => {
  it('starts the workflow of a living claim again that Temporal has lost, and leaves the others alone', async () => {
    const [lost, kept] = [await journey.report(), await journey.report()]
    await listed(() => running.temporal.runningClaims(), lost, true)
    await listed(() => running.temporal.runningClaims(), kept, true)
    const before = await handle(claimWorkflowId(kept)).describe()
    await handle(claimWorkflowId(lost)).terminate('emptied')
    await listed(() => running.temporal.runningClaims(), lost, false)
    expect(await comparing()).toMatchObject({ claimsTold: 1 })
    expect(await statusOf(claimWorkflowId(lost))).toBe('RUNNING')
    expect((await handle(claimWorkflowId(kept)).describe()).runId).toBe(before.runId)
    await eventually(
      () => running.temporal.ask(lost),
      (answer) => answer?.told?.claimId === lost,
    )
  })

  it('starts nothing for a claim that is archived', async () => {
    const claimId = await journey.report()
    await listed(() => running.temporal.runningClaims(), claimId, true)
    await handle(claimWorkflowId(claimId)).terminate('ended')
    await listed(() => running.temporal.runningClaims(), claimId, false)
    await running.world.database.update(claims).set({ stage: 'archived' }).where(eq(claims.id, claimId))
    await comparing()
    expect(await statusOf(claimWorkflowId(claimId))).toBe('TERMINATED')
  })

  it(
    'follows a payment again whose workflow was ended, and the bank pays it once',
    { timeout: 60_000 },
    async () => {
      const claimId = await journey.report()
      await journey.toPayment(claimId)
      // The bank takes the payment and lets nobody know; the workflow goes on asking, until it is ended.
      await running.bank.behave({
        behaviour: 'timeoutButPaid',
        match: { next: 1 },
        parameters: { callsBack: false },
      })
      await running.bank.behave({ behaviour: 'serverError', match: { operation: 'query' } })
      await journey.release(claimId)
      const { intents } = await running.until(claimId, (state) => state.intents[0]?.status === 'submitting')
      const { id = '', ref = '' } = intents[0] ?? {}
      await eventually(
        () => running.bank.journal(ref),
        (rows) => rows.length === 1,
      )
      await handle(paymentWorkflowId(id)).terminate('somebody ended it')
      await listed(() => running.temporal.runningPayments(), id, false)
      await running.bank.control('DELETE', 'behaviours')
      expect(await comparing()).toMatchObject({ paymentsStarted: 1 })
      await running.until(claimId, (state) => state.intents[0]?.status === 'paid', 20_000)
      expect(await running.bank.journal(ref)).toHaveLength(1)
      await listed(() => running.temporal.runningPayments(), id, false)
      expect(await comparing()).toMatchObject({ paymentsStarted: 0 })

      // After a restore the row may be open although a run has ended well: the bank is asked again, and nothing is sent.
      const before = await handle(paymentWorkflowId(id)).describe()
      await Promise.all([1, 2].map(() => running.temporal.startPayment({ claimId, intentId: id })))
      const after = await eventually(
        () => handle(paymentWorkflowId(id)).describe(),
        ({ status }) => status.name === 'COMPLETED',
      )
      expect(after.runId).not.toBe(before.runId)
      expect(await running.bank.journal(ref)).toHaveLength(1)
    },
  )
})
