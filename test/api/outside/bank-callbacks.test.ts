import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockTolerance, newNonce, signMessage, type BankKey } from '../../../bank/signature.ts'
import { bankMessages, ledgerEntries } from '../../../db/schema/index.ts'
import { ClaimJourney } from '../../support/claim-journey.ts'
import { RunningClaims } from '../../support/running-claims.ts'
import { type OutsideApp, outsideApp } from './outside-app.ts'

let running: RunningClaims
let journey: ClaimJourney
let api: OutsideApp
/** The next command fails as a database that is away. */
let failing = false

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
  api = await outsideApp(running.world, {
    bankKeys: [running.bank.key],
    execute: async (command) => {
      if (!failing) return running.world.execute(command)
      failing = false
      throw new Error('connection lost')
    },
    tell: (told) => running.telling.tell(told),
  })
})

afterAll(async () => {
  await api.app.close()
  await running.close()
})

const path = '/bank/callbacks'

interface Sent {
  readonly key?: BankKey
  readonly timestamp?: number
  readonly signedPath?: string
  readonly sentBody?: string
}

async function callBack(content: object | string, sent: Sent = {}) {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const { key = running.bank.key, timestamp = Date.now(), signedPath = path, sentBody = body } = sent
  const subject = { direction: 'callback', method: 'POST', path: signedPath } as const
  const headers = signMessage(key, subject, Buffer.from(body), { timestamp, nonce: newNonce() })
  return api.app.inject({
    method: 'POST',
    url: path,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: sentBody,
  })
}

const report = (ref: string, changes: object = {}) => ({
  messageId: randomUUID(),
  ref,
  status: 'paid',
  amountMinor: 100,
  bankReference: 'B1',
  at: Date.now(),
  ...changes,
})

async function kept(messageId: string) {
  const [row] = await running.world.database
    .select()
    .from(bankMessages)
    .where(eq(bankMessages.messageId, messageId))
  return row
}

/** A payment that the bank has, and of which nobody has heard. */
async function unheard() {
  await running.bank.behave({
    behaviour: 'timeoutButPaid',
    match: { next: 1 },
    parameters: { callsBack: false },
  })
  await running.bank.behave({ behaviour: 'serverError', match: { operation: 'query' } })
  const claimId = await journey.report()
  await journey.toPayment(claimId)
  await journey.release(claimId)
  const { intents } = await running.until(claimId, (state) => state.intents[0]?.status === 'submitting')
  const intent = intents[0]
  if (intent === undefined) throw new Error('Nothing was released.')
  return { claimId, ...intent }
}

const statusOf = async (claimId: string) => (await running.state(claimId)).intents[0]?.status
const postings = (intentId: string) =>
  running.world.database.select().from(ledgerEntries).where(eq(ledgerEntries.intentId, intentId))

describe('a callback of the bank', () => {
  it('that is not genuine is refused and leaves nothing behind', async () => {
    const content = report('SOMEREF')
    const forged: readonly Sent[] = [
      { key: { ...running.bank.key, secret: Buffer.alloc(32) } },
      { key: { ...running.bank.key, id: 'other' } },
      { timestamp: Date.now() - 2 * clockTolerance },
      { signedPath: '/message-gateway/receipts' },
      { sentBody: JSON.stringify({ ...content, amountMinor: 200 }) },
      { sentBody: '' },
    ]
    for (const sent of forged) {
      const response = await callBack(content, sent)
      expect(response.statusCode).toBe(401)
      expect(response.json()).toMatchObject({ code: 'signatureInvalid' })
    }
    const unsigned = await api.app.inject({ method: 'POST', url: path, payload: content })
    expect(unsigned.statusCode).toBe(401)
    expect(await kept(content.messageId)).toBeUndefined()
    expect((await callBack('{"ref":')).statusCode).toBe(400)
  })

  it('about a reference that is not ours is kept apart, shown to finance, and answered', async () => {
    const content = report('NOBODYORDEREDTHIS')
    expect((await callBack(content)).statusCode).toBe(204)
    expect((await callBack(content)).statusCode).toBe(204)
    expect(await kept(content.messageId)).toMatchObject({ quarantine: 'unknownReference', appliedAt: null })
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const shown = await api.as(journey.finance, 'GET', `/reconciliations?day=${today}`)
    expect(shown.json()).toMatchObject({
      quarantined: [
        { messageId: content.messageId, ref: 'NOBODYORDEREDTHIS', quarantine: 'unknownReference' },
      ],
    })
  })

  it('settles a payment of unknown outcome, once, whether it comes ten times at once or again later', async () => {
    const { claimId, id, ref, amountMinor } = await unheard()
    const content = report(ref, { amountMinor })
    const answers = await Promise.all(Array.from({ length: 10 }, () => callBack(content)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 204))
    expect(await statusOf(claimId)).toBe('paid')
    expect((await callBack(content)).statusCode).toBe(204)
    expect(await postings(id)).toHaveLength(2)
    expect((await kept(content.messageId))?.appliedAt).not.toBeNull()
    await running.bank.control('DELETE', 'behaviours')

    // Another message id with the same news adds nothing either.
    expect((await callBack(report(ref, { amountMinor }))).statusCode).toBe(204)
    expect(await postings(id)).toHaveLength(2)

    const contradiction = report(ref, { amountMinor, status: 'rejected', reason: 'accountClosed' })
    expect((await callBack(contradiction)).statusCode).toBe(204)
    expect(await statusOf(claimId)).toBe('suspense')
    expect(await kept(contradiction.messageId)).toMatchObject({ quarantine: 'contradiction' })
    expect(await postings(id)).toHaveLength(2)
  })

  it('that was kept but not applied is applied when the bank repeats it', async () => {
    const { claimId, ref, amountMinor } = await unheard()
    const content = report(ref, { amountMinor })
    failing = true
    expect((await callBack(content)).statusCode).toBeGreaterThanOrEqual(500)
    expect(await kept(content.messageId)).toMatchObject({ appliedAt: null, quarantine: null })
    expect((await callBack(content)).statusCode).toBe(204)
    expect(await statusOf(claimId)).toBe('paid')
    await running.bank.control('DELETE', 'behaviours')
  })

  it('that says that the reference is in use tells nothing about our payment', async () => {
    const { claimId, ref, amountMinor } = await unheard()
    const content = report(ref, { amountMinor, status: 'rejected', reason: 'referenceInUse' })
    expect((await callBack(content)).statusCode).toBe(204)
    expect(await statusOf(claimId)).toBe('unknown')
    await running.bank.control('DELETE', 'behaviours')
  })
})
