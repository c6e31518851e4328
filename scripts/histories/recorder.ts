/** Run by scripts/record-histories.ts inside vitest, which brings the servers up. */
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, inject, it } from 'vitest'
import { ClaimJourney, goodAccount } from '../../test/support/claim-journey.ts'
import { RunningClaims } from '../../test/support/running-claims.ts'
import { shortTerms } from '../../test/support/short-terms.ts'
import { claimWorkflowId, paymentWorkflowId } from '../../workflows/messages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    historyLabel: string
  }
}

let running: RunningClaims
let journey: ClaimJourney

beforeAll(async () => {
  running = await RunningClaims.start({ bank: { submitTimeoutMs: 300 } })
  journey = await ClaimJourney.create(running)
  await shortTerms(running.world, { surveyorAnswer: 300, afterCare: 500 })
})

afterAll(() => running.close())

/** Waits for the workflow's end, so that the whole of it is stored; one event a line, without the server's spaces. */
async function record(name: string, workflowId: string): Promise<void> {
  const handle = running.temporal.client.workflow.getHandle(workflowId)
  await handle.result()
  const { events } = JSON.parse(historyToJSON(await handle.fetchHistory())) as { events: readonly unknown[] }
  const lines = events.map((event) => JSON.stringify(event)).join(',\n')
  const file = new URL(`../../test/histories/${inject('historyLabel')}-${name}.json`, import.meta.url)
  writeFileSync(file, `{"events":[\n${lines}\n]}\n`)
}

const claim = (name: string, claimId: string) => record(name, claimWorkflowId(claimId))

async function payments(name: string, claimId: string): Promise<void> {
  const { intents } = await running.state(claimId)
  for (const [index, { id }] of intents.entries()) await record(`${name}-${index + 1}`, paymentWorkflowId(id))
}

it('full: with survey, adjustment, approval and payment, to the archive', async () => {
  const claimId = await journey.report(1_000_000)
  await journey.toAcceptance(claimId)
  await journey.accept(claimId)
  await journey.survey(claimId)
  await journey.settle(claimId)
  await claim('claim-full', claimId)
  await payments('payment-paid', claimId)
})

it('fast: small, without a survey', async () => {
  const claimId = await journey.report()
  await journey.toAdjustment(claimId)
  await journey.settle(claimId)
  await claim('claim-fast', claimId)
})

it('withdrawn', async () => {
  const claimId = await journey.report()
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  await claim('claim-withdrawn', claimId)
})

it('rejected, archived once the letter has arrived', async () => {
  const claimId = await journey.report()
  await journey.toAcceptance(claimId)
  await running.until(claimId, ({ panel }) => panel !== null)
  const body = { check: 'peril', clause: '第六条' } as const
  await running.by(await journey.contactOf(claimId), claimId, 'rejectClaim', body)
  const { rejection } = await running.until(
    claimId,
    ({ satisfactionAskedAt }) => satisfactionAskedAt !== null,
  )
  const noticeId = rejection?.letterId ?? ''
  const delivery = { noticeId, template: 'rejection', deliveredAt: Date.now() } as const
  await running.bySystem(claimId, 'recordNoticeDelivery', delivery)
  await claim('claim-rejected', claimId)
})

it('survey offered to a surveyor who is silent, then given by a supervisor', async () => {
  const claimId = await journey.report(1_000_000)
  await journey.toAcceptance(claimId)
  await journey.accept(claimId)
  await running.until(claimId, ({ survey }) => survey.exhausted)
  const { personId } = journey.surveyor
  await running.by(journey.seniorApprover, claimId, 'assignSurveyor', { surveyorId: personId })
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  await claim('claim-survey-expired', claimId)
})

it('returned: paid anew to another account, and a first instruction that never arrived', async () => {
  const claimId = await journey.report(300_000)
  await journey.toPayment(claimId, 310_000)
  const { settlements } = await running.state(claimId)
  const match = { amountMinor: settlements[0]?.amountMinor ?? 0, next: 1 }
  await running.bank.behave({ behaviour: 'returnedLater', parameters: { afterMs: 0 }, match })
  await journey.release(claimId)
  await running.until(claimId, ({ intents }) => intents[0]?.status === 'returned')
  await journey.changeAccount(claimId, { ...goodAccount, number: '6222020200098765432' })
  await running.bank.behave({ behaviour: 'timeoutNeverArrived', match })
  await journey.repay(claimId)
  await claim('claim-returned', claimId)
  await payments('payment-returned-and-resent', claimId)
})

it('reopened, with a contact who does not call in time', async () => {
  await shortTerms(running.world, { firstContact: 300, afterCare: 500 })
  const claimId = await journey.report()
  await running.until(claimId, ({ contactsTried }) => contactsTried.length > 1)
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  await running.until(claimId, ({ satisfactionAskedAt }) => satisfactionAskedAt !== null)
  await running.by(journey.handler, claimId, 'reopenClaim', {})
  await journey.toDocuments(claimId)
  await running.until(claimId, ({ checklistSentAt }) => checklistSentAt !== null)
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  await claim('claim-reopened', claimId)
})
