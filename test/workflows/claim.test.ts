import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimState } from '../../domain/claim/state.ts'
import { claimWorkflowId, paymentWorkflowId } from '../../workflows/messages.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
let journey: ClaimJourney
let claimId: string
let closed: ClaimState

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
  claimId = await journey.report(1_000_000)
  await journey.toAcceptance(claimId)
  await journey.accept(claimId)
  await journey.survey(claimId)
  await journey.settle(claimId)
  closed = await running.until(claimId, ({ satisfactionAskedAt }) => satisfactionAskedAt !== null)
})

afterAll(() => running.close())

describe('the life of a claim', () => {
  it('leads from the report to money at the bank, once, and to the close', async () => {
    expect(closed).toMatchObject({
      stage: 'afterCare',
      outcome: 'paid',
      intents: [{ status: 'paid', posted: true }],
    })
    const journal = await running.bank.journal(closed.intents[0]?.ref ?? '')
    expect(journal).toMatchObject([
      { kind: 'executed', ref: closed.intents[0]?.ref, amountMinor: closed.sheets[0]?.payableMinor },
    ])
  })

  it('is followed by its workflow until it is archived', async () => {
    const asked = await running.temporal.ask(claimId)
    expect(asked?.told).toMatchObject({ stage: 'afterCare', outcome: 'paid' })
    const described = await running.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).describe()
    expect(described.status.name).toBe('RUNNING')
  })

  it('costs, with its payment, no more of a history than 105 events and 14.5 kB', async () => {
    const ids = [claimWorkflowId(claimId), paymentWorkflowId(closed.intents[0]?.id ?? '')]
    await running.temporal.client.workflow.getHandle(ids[1] ?? '').result()
    const described = await Promise.all(
      ids.map((id) => running.temporal.client.workflow.getHandle(id).describe()),
    )
    const events = described.reduce((sum, { historyLength }) => sum + historyLength, 0)
    const bytes = described.reduce((sum, { historySize = 0 }) => sum + historySize, 0)
    process.stdout.write(`a full claim and its payment: ${events} events, ${bytes} bytes\n`)
    expect(events).toBeLessThanOrEqual(105)
    expect(bytes).toBeLessThanOrEqual(14_500)
  })
})
