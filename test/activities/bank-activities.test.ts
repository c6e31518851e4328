import { describe, expect, it } from 'vitest'
import { createBankActivities } from '../../activities/bank-activities.ts'
import type { BankGateway, QueryAnswer, SubmitAnswer } from '../../activities/bank/gateway.ts'
import type { PaymentToSend } from '../../db/payments/read-intent.ts'
import type { CommandBodies } from '../../domain/claim/commands.ts'
import { fen } from '../../domain/money.ts'

type Recorded = CommandBodies['recordBankAnswer']

const now = Date.UTC(2026, 10, 27)
const payment = { intentId: 'intent' }
const inTime = { ...payment, fence: 3, deadline: now + 10_000 }
const amountMinor = fen(290_000)
const accepted: SubmitAnswer = { outcome: 'accepted', at: now, bankReference: 'B1' }
const paid: QueryAnswer = { status: 'paid', at: now, amountMinor, bankReference: 'B1' }

/** What the bank is asked, what is recorded, and how the payment stands after each record. */
function scene(
  intent: Partial<PaymentToSend>,
  submit: SubmitAnswer,
  query: QueryAnswer,
  stands: string[],
  later: string = 'accepted',
) {
  let reads = 0
  const calls: string[] = []
  const records: Recorded[] = []
  const keys = new Set<string>()
  const bank = {
    submit: async () => (calls.push('submit'), submit),
    query: async () => (calls.push('query'), query),
  } as unknown as BankGateway
  const activities = createBankActivities({
    bank,
    readIntent: async () =>
      ({
        claimId: 'claim',
        now,
        fence: 3,
        status: (reads += 1) === 1 ? 'submitting' : later,
        instruction: { ref: 'R1', amountMinor },
        ...intent,
      }) as PaymentToSend,
    issue: async ({ claimId, body, key }) => {
      expect(claimId).toBe('claim')
      records.push(body)
      keys.add(key)
      return { refused: null, reply: { status: stands.shift() } }
    },
  })
  return { activities, calls, records, keys }
}

describe('a payment that is submitted', () => {
  it('is recorded, and asked about once when the answer was not the last word', async () => {
    const { activities, calls, records, keys } = scene({}, accepted, paid, ['accepted', 'paid'])
    expect(await activities.submitPayment(inTime)).toEqual({ status: 'paid' })
    expect(calls).toEqual(['submit', 'query'])
    expect(records).toEqual([
      { intentId: 'intent', source: 'submit', answer: { status: 'accepted' }, fence: 3 },
      {
        intentId: 'intent',
        source: 'query',
        answer: { status: 'paid', at: now, amountMinor },
        fence: 3,
        askedAt: now,
      },
    ])
    expect(keys.size).toBe(2)
  })

  it('is not asked about when the answer was the last word', async () => {
    const { activities, calls } = scene({}, { ...accepted, outcome: 'paid' }, paid, ['paid'])
    expect(await activities.submitPayment(inTime)).toEqual({ status: 'paid' })
    expect(calls).toEqual(['submit'])
  })

  it('is not asked about when the bank has called meanwhile', async () => {
    const { activities, calls } = scene({}, accepted, paid, ['accepted'], 'paid')
    expect(await activities.submitPayment(inTime)).toEqual({ status: 'paid' })
    expect(calls).toEqual(['submit'])
  })

  it('is left to its workflow when the bank does not know it yet', async () => {
    const unknown: SubmitAnswer = { outcome: 'unknown', reason: 'timedOut' }
    const stands = ['unknown', 'unknown']
    const { activities, calls } = scene({}, unknown, { status: 'notFound', at: now }, stands)
    expect(await activities.submitPayment(inTime)).toEqual({ status: 'unknown', denied: true })
    expect(calls).toEqual(['submit', 'query'])
  })

  it.each<[string, Partial<PaymentToSend>]>([
    ['with an old fence', { fence: 4 }],
    ['after the deadline', { now: inTime.deadline }],
    ['when somebody has answered for it', { status: 'unknown' }],
  ])('is not sent by a worker that wakes up %s', async (_case, intent) => {
    const { activities, calls, records } = scene(intent, accepted, paid, ['unknown'])
    expect(await activities.submitPayment(inTime)).toEqual({ status: 'unknown' })
    expect(calls).toEqual([])
    expect(records.map(({ answer }) => answer)).toEqual([{ status: 'unknown', reason: 'staleFence' }])
  })
})

describe('a payment that is asked about', () => {
  it('stands as what was recorded', async () => {
    const { activities, records } = scene({}, accepted, paid, ['suspense'])
    expect(await activities.queryPayment(payment)).toEqual({ status: 'suspense' })
    expect(records.map(({ source, fence, askedAt }) => [source, fence, askedAt])).toEqual([['query', 3, now]])
  })

  it('is unknown when the claim refuses the record', async () => {
    const { activities } = scene({}, accepted, paid, [])
    expect(await activities.queryPayment(payment)).toEqual({ status: 'unknown' })
  })
})
