import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createActivities, type Activities } from '../../activities/create-activities.ts'
import { readIntent } from '../../db/payments/read-intent.ts'
import { claimEvents, ledgerEntries, notices, paymentAttempts } from '../../db/schema/index.ts'
import { readState } from '../../db/reads/state.ts'
import { readTold } from '../../db/told.ts'
import type { Told } from '../../domain/claim/told.ts'
import { newsOf } from '../../workflows/messages.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
let journey: ClaimJourney
let activities: Activities
const told: Told[] = []
const times = 8

/** The worker brings a claim to where it is needed and then stops: what follows is called as a worker calls it. */
beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
  const { world } = running
  activities = createActivities({
    execute: world.execute,
    readTold: (claimId) => readTold(world.database, claimId),
    readState: (claimId) => readState(world.database, claimId),
    tell: (news) => told.push(news),
    startPayment: (payment) => running.temporal.startPayment(payment),
    bank: running.bank.gateway(),
    readIntent: (intentId) => readIntent(world.database, world.cipher, intentId),
  })
})

afterAll(() => running.close())

function often<T>(work: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, work))
}

async function eventsOf(claimId: string, type: string): Promise<number> {
  const rows = await running.world.database
    .select({ type: claimEvents.type })
    .from(claimEvents)
    .where(eq(claimEvents.claimId, claimId))
  return rows.filter((row) => row.type === type).length
}

describe('a command that a workflow issues', () => {
  let claimId: string

  beforeAll(async () => {
    await running.silently(async () => {
      claimId = await journey.report()
      await journey.toDocuments(claimId)
    })
  })

  it('has one effect and one answer under one key, however often and however much at once it is tried', async () => {
    const command = { claimId, type: 'sendChecklist', body: {}, key: 'workflow:test:1' } as const
    const answers = [
      ...(await often(() => activities.issueCommand(command))),
      await activities.issueCommand(command),
    ]
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ refused: null, told: { checklistSent: true } })
    expect(await eventsOf(claimId, 'checklistSent')).toBe(1)
    const sent = await running.world.database.select().from(notices).where(eq(notices.claimId, claimId))
    expect(sent.filter(({ template }) => template === 'checklist')).toHaveLength(1)
  })

  it('is refused under another key, with the claim as it stands', async () => {
    const command = { claimId, type: 'sendChecklist', body: {}, key: 'workflow:test:2' } as const
    const answer = await activities.issueCommand(command)
    expect(answer).toEqual({
      refused: 'alreadyDone',
      told: newsOf(await readTold(running.world.database, claimId)),
    })
  })

  it('leaves nothing to be told: the workflow has it from the answer', async () => {
    expect(told).toEqual([])
    expect(await activities.readClaim({ claimId })).toEqual(
      newsOf(await readTold(running.world.database, claimId)),
    )
  })

  it('fails for a claim that does not exist, so that it is tried again and never taken for done', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000'
    await expect(activities.readClaim({ claimId: unknown })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a payment', () => {
  let claimId: string
  let intentId: string
  let ref: string

  beforeAll(async () => {
    claimId = await journey.report()
    await journey.toPayment(claimId)
    await running.stopWorker()
    await running.silently(() => journey.release(claimId))
    const { intents } = await running.state(claimId)
    intentId = intents[0]?.id ?? ''
    ref = intents[0]?.ref ?? ''
  })

  it('sends nothing before it has passed the gate', async () => {
    const deadline = Date.now() + 10_000
    const answer = await activities.submitPayment({ intentId, fence: 0, deadline })
    expect(answer).toEqual({ status: 'ready' })
    expect(await running.bank.journal(ref)).toEqual([])
  })

  it('passes the gate once under one key, and its claim hears of it', async () => {
    const command = {
      claimId,
      type: 'gatePayment',
      body: { intentId, resend: false },
      key: 'payment:test:1',
    } as const
    const answers = await often(() => activities.issuePaymentCommand(command))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ refused: null, reply: { sendable: true, fence: 1 } })
    expect(await eventsOf(claimId, 'intentGated')).toBe(1)
    const other = await activities.issuePaymentCommand({ ...command, key: 'payment:test:2' })
    expect(other).toEqual({ refused: 'intentNotSendable', reply: {} })
  })

  it('sends nothing for a worker that wakes up with an old fence', async () => {
    const deadline = Date.now() + 10_000
    for (const fence of [0, 2]) {
      const answer = await activities.submitPayment({ intentId, fence, deadline })
      expect(answer).toEqual({ status: 'submitting' })
    }
    expect(await running.bank.journal(ref)).toEqual([])
  })

  it('is made once by the bank, however often it is sent with its reference, and recorded', async () => {
    const deadline = Date.now() + 10_000
    const answers = await often(() => activities.submitPayment({ intentId, fence: 1, deadline }))
    expect(answers.every(({ status }) => status === 'accepted' || status === 'paid')).toBe(true)
    await expect.poll(() => activities.queryPayment({ intentId })).toEqual({ status: 'paid' })
    const { intents } = await running.state(claimId)
    expect(intents).toMatchObject([{ status: 'paid', posted: true }])
    expect(await running.bank.journal(ref)).toHaveLength(1)
  })

  it('is posted once, whatever says that it was made', async () => {
    const { intents } = await running.state(claimId)
    const amountMinor = intents[0]?.amountMinor
    let key = 0
    await often(() => {
      key += 1
      const answer = { status: 'paid', at: Date.now(), amountMinor } as const
      const body = { intentId, fence: 1, source: 'submit', answer } as never
      return activities.issuePaymentCommand({
        claimId,
        type: 'recordBankAnswer',
        body,
        key: `payment:paid:${key}`,
      })
    })
    const posted = await running.world.database
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.intentId, intentId))
    expect(new Set(posted.map(({ groupId }) => groupId)).size).toBe(1)
    const attempts = await running.world.database
      .select()
      .from(paymentAttempts)
      .where(eq(paymentAttempts.intentId, intentId))
    expect(attempts.map(({ fence }) => fence)).toEqual([1])
    expect(told.at(-1)).toMatchObject({ claimId, payable: true, intents: [] })
  })
})
