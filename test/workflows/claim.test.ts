import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimWorkflowId } from '../../workflows/messages.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
let journey: ClaimJourney

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
})

afterAll(() => running.close())

describe('the life of a claim', () => {
  it('leads from the report to money at the bank, once, and to the close', async () => {
    const claimId = await journey.report()
    await journey.toPayment(claimId)
    await journey.release(claimId)
    const closed = await running.until(claimId, ({ stage }) => stage === 'afterCare')
    expect(closed).toMatchObject({ outcome: 'paid', intents: [{ status: 'paid', posted: true }] })
    const journal = await running.bank.journal(closed.intents[0]?.ref ?? '')
    expect(journal).toMatchObject([
      { kind: 'executed', ref: closed.intents[0]?.ref, amountMinor: closed.sheets[0]?.payableMinor },
    ])
    await running.until(claimId, ({ satisfactionAskedAt }) => satisfactionAskedAt !== null)
    const asked = await running.temporal.ask(claimId)
    expect(asked?.told).toMatchObject({ stage: 'afterCare', outcome: 'paid' })
    const described = await running.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).describe()
    expect(described.status.name).toBe('RUNNING')
    process.stdout.write(`events ${described.historyLength} bytes ${described.historySize}\n`)
  })
})
