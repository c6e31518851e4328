import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { defaultBankSettings } from '../../../activities/bank/gateway.ts'
import { SignedHttpBank } from '../../../activities/bank/signed-http-bank.ts'
import { fen } from '../../../domain/money.ts'
import { civilDateOf } from '../../../domain/time/civil-date.ts'
import { anInstruction, eventually, RunningSimulator } from './run-simulator.ts'

const simulator = new RunningSimulator()
let gateway: SignedHttpBank
/** Does not wait for what never comes. */
let impatient: SignedHttpBank

beforeAll(async () => {
  await simulator.start()
  gateway = simulator.gateway()
  impatient = simulator.gateway({ submitTimeoutMs: 150 })
})
afterAll(async () => simulator.stop())
afterEach(async () => {
  await simulator.control('DELETE', 'behaviours')
})

const executions = async (ref: string) =>
  (await simulator.journal(ref)).filter(({ kind }) => kind === 'executed').length
const settled = async (ref: string, status: string) =>
  eventually(
    async () => gateway.query(ref),
    (answer) => answer.status === status,
  )

describe('an honest bank', () => {
  it('accepts, is pending, and then has paid once', async () => {
    const unhurried = await new RunningSimulator({ executeAfterMs: 1000 }).start()
    try {
      const instruction = anInstruction()
      const bank = unhurried.gateway()
      const answer = await bank.submit(instruction)
      expect(answer).toMatchObject({ outcome: 'accepted', bankReference: expect.stringMatching(/^SIM/) })
      expect(await bank.query(instruction.ref)).toMatchObject({ status: 'pending', amountMinor: 128_050 })
      const paid = await eventually(
        async () => bank.query(instruction.ref),
        ({ status }) => status !== 'pending',
      )
      expect(paid).toMatchObject({ status: 'paid', amountMinor: 128_050 })
      expect(await unhurried.journal(instruction.ref)).toHaveLength(1)
    } finally {
      await unhurried.stop()
    }
  })

  it('does not know a reference that it was never sent', async () => {
    expect(await gateway.query('NEVERSENT')).toMatchObject({ status: 'notFound' })
  })

  it.each([
    ['000404', 'accountClosed'],
    ['000405', 'nameMismatch'],
  ])('rejects an account that begins with %s as %s, and no money moves', async (prefix, reason) => {
    const instruction = anInstruction({ payeeAccount: `${prefix}1234567890` })
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'rejected', reason })
    expect(await gateway.query(instruction.ref)).toMatchObject({ status: 'rejected', reason })
    expect(await executions(instruction.ref)).toBe(0)
  })

  it('may accept first and reject at execution', async () => {
    const instruction = anInstruction({ payeeAccount: '0004061234567890' })
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'accepted' })
    expect(await settled(instruction.ref, 'rejected')).toMatchObject({ reason: 'accountClosed' })
    expect(await executions(instruction.ref)).toBe(0)
  })

  it('gives a statement whose lines are the journal and whose hash is that of its bytes', async () => {
    const instruction = anInstruction()
    await gateway.submit(instruction)
    const { at } = (await settled(instruction.ref, 'paid')) as { at: number }
    const day = civilDateOf(at)
    const statement = await gateway.statement(day)
    if (statement.status !== 'received') throw new Error(statement.reason)
    expect(statement.final).toBe(false)
    expect(statement.contentHash).toMatch(/^[0-9a-f]{64}$/)
    const lines = statement.lines.filter(({ ref }) => ref === instruction.ref)
    expect(lines).toEqual([
      expect.objectContaining({
        kind: 'executed',
        amountMinor: 128_050,
        at,
        bankReference: expect.any(String),
      }),
    ])
    const past = await gateway.statement('2001-01-01')
    expect(past).toMatchObject({ status: 'received', final: true, lines: [] })
  })
})

describe('only a listed answer is definite', () => {
  it('a timeout of a payment that was made is unknown, and the query finds it paid (F28)', async () => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour: 'timeoutButPaid', match: { ref: instruction.ref } })
    expect(await impatient.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'timedOut' })
    await settled(instruction.ref, 'paid')
    expect(await executions(instruction.ref)).toBe(1)
  })

  it('a timeout of what never arrived is unknown, and the same reference sent again is paid once (F29)', async () => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour: 'timeoutNeverArrived', match: { ref: instruction.ref, next: 1 } })
    expect(await impatient.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'timedOut' })
    expect(await gateway.query(instruction.ref)).toMatchObject({ status: 'notFound' })
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'accepted' })
    await settled(instruction.ref, 'paid')
    expect(await executions(instruction.ref)).toBe(1)
  })

  it('"not found" may still become "paid", and a resend meanwhile does not pay twice (F30)', async () => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'notFoundThenPaid',
      match: { ref: instruction.ref, next: 1 },
      parameters: { hiddenMs: 1000 },
    })
    expect(await impatient.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'timedOut' })
    expect(await gateway.query(instruction.ref)).toMatchObject({ status: 'notFound' })
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'accepted' })
    await settled(instruction.ref, 'paid')
    expect(await executions(instruction.ref)).toBe(1)
  })

  it('a connection reset after the money moved is unknown', async () => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour: 'lostReply', match: { ref: instruction.ref } })
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'connectionFailed' })
    expect(await gateway.query(instruction.ref)).toMatchObject({ status: 'paid' })
    expect(await executions(instruction.ref)).toBe(1)
  })

  it.each([
    ['serverError', 'serverError'],
    ['unreadableAnswer', 'unreadableAnswer'],
    ['badSignatureAnswer', 'signatureWrong'],
    ['answerForOtherReference', 'otherReference'],
  ] as const)('%s is unknown although the payment was made', async (behaviour, reason) => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour, match: { ref: instruction.ref } })
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'unknown', reason })
    await settled(instruction.ref, 'paid')
    expect(await executions(instruction.ref)).toBe(1)
  })

  it.each([
    ['serverError', 'serverError'],
    ['unreadableAnswer', 'unreadableAnswer'],
    ['badSignatureAnswer', 'signatureWrong'],
    ['answerForOtherReference', 'otherReference'],
    ['lostReply', 'connectionFailed'],
  ] as const)('a query that meets %s is unknown, not "not found"', async (behaviour, reason) => {
    await simulator.behave({ behaviour, match: { operation: 'query' } })
    expect(await gateway.query('NEVERSENT')).toEqual({ status: 'unknown', reason })
  })

  it('a statement that meets an error is unknown, not empty', async () => {
    await simulator.behave({ behaviour: 'unreadableAnswer', match: { operation: 'statement' } })
    expect(await gateway.statement('2026-11-24')).toEqual({ status: 'unknown', reason: 'unreadableAnswer' })
  })

  it('a refusal of the request itself is no rejection of the payment', async () => {
    const instruction = anInstruction()
    const stranger = new SignedHttpBank(
      { url: simulator.url, key: { id: 'stranger', secret: simulator.key.secret } },
      defaultBankSettings,
    )
    expect(await stranger.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'unexpectedStatus' })
    expect(await executions(instruction.ref)).toBe(0)
  })

  it('other bytes under a used reference are unknown: the first ones were paid', async () => {
    const instruction = anInstruction()
    await gateway.submit(instruction)
    const changed = { ...instruction, amountMinor: fen(1) }
    expect(await gateway.submit(changed)).toEqual({ outcome: 'unknown', reason: 'referenceInUse' })
    expect(await settled(instruction.ref, 'paid')).toMatchObject({ amountMinor: 128_050 })
    expect(await executions(instruction.ref)).toBe(1)
  })

  it('a slow answer within the deadline counts', async () => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'slow',
      match: { ref: instruction.ref, next: 1 },
      parameters: { delayMs: 60 },
    })
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('after the payment', () => {
  it('a returned payment has its reversal in the journal, and a resend does not pay it again (F34)', async () => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'returnedLater',
      match: { ref: instruction.ref },
      parameters: { afterMs: 80 },
    })
    await gateway.submit(instruction)
    expect(await settled(instruction.ref, 'returned')).toMatchObject({ amountMinor: 128_050 })
    const movements = await simulator.journal(instruction.ref)
    expect(movements.map(({ kind }) => kind)).toEqual(['executed', 'returned'])
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'alreadyReturned' })
    expect(await executions(instruction.ref)).toBe(1)
  })

  it('a bank that pays twice says "paid" to every query; only its statement shows it (F35)', async () => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour: 'paysTwice', match: { ref: instruction.ref } })
    await gateway.submit(instruction)
    const paid = (await settled(instruction.ref, 'paid')) as { at: number }
    const day = civilDateOf(paid.at)
    const statement = await gateway.statement(day)
    if (statement.status !== 'received') throw new Error(statement.reason)
    const lines = statement.lines.filter(({ ref }) => ref === instruction.ref)
    expect(new Set(lines.map(({ bankReference }) => bankReference)).size).toBe(2)
  })
})

describe('a bank that is down', () => {
  it('answers 503: unknown, nothing moved', async () => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour: 'down', parameters: { forMs: 60_000 } })
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'serverError' })
    expect(await executions(instruction.ref)).toBe(0)
  })

  it('refuses connections: unknown, and it comes back on the same port', async () => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour: 'down', parameters: { forMs: 600, mode: 'refuse' } })
    const refused = await eventually(
      async () => gateway.query(instruction.ref),
      ({ status }) => status === 'unknown',
    )
    expect(refused).toEqual({ status: 'unknown', reason: 'connectionFailed' })
    await settled(instruction.ref, 'notFound')
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('what is not sent', () => {
  it.each([
    ['no amount', { amountMinor: fen(0) }],
    ['a negative amount', { amountMinor: fen(-1) }],
    ['a reference in small letters', { ref: 'abc' }],
    ['a reference of 31', { ref: 'A'.repeat(31) }],
    ['an empty payee', { payeeName: '' }],
    ['a posting date that is none', { requestedOn: '2026-11-31' }],
  ])('an instruction with %s is a bug and not an answer', async (_fault, changes) => {
    await expect(gateway.submit(anInstruction(changes))).rejects.toThrow(RangeError)
  })

  it('a reference may be limited further by what was agreed with the bank', async () => {
    const strict = simulator.gateway({ referenceLength: 16 })
    await expect(strict.submit(anInstruction({ ref: 'A'.repeat(17) }))).rejects.toThrow(RangeError)
  })

  it('an instruction whose turn comes after the deadline of the gate stays here', async () => {
    const throttled = simulator.gateway({ requestsPerSecond: 0.5 })
    await throttled.query('FIRST')
    const instruction = anInstruction()
    expect(await throttled.submit(instruction, 100)).toEqual({ outcome: 'unknown', reason: 'notSent' })
    expect(await gateway.query(instruction.ref)).toMatchObject({ status: 'notFound' })
  })

  it('settings whose grace outlasts the window are refused: nothing could ever be sent again', () => {
    const settings = { dedupWindowMs: 1000, notFoundGraceMs: 1000 }
    expect(() => simulator.gateway(settings)).toThrow(RangeError)
  })
})

describe('the agreed ceiling of requests (F38)', () => {
  it('holds at the bank when sixty questions are asked at once', async () => {
    const throttled = simulator.gateway({ requestsPerSecond: 40 })
    await simulator.control('DELETE', 'traffic')
    await Promise.all(Array.from({ length: 60 }, async (_, index) => throttled.query(`RATE${index}`)))
    const traffic = (await simulator.control('GET', 'traffic')) as { requests: number; peakPerSecond: number }
    expect(traffic.requests).toBe(60)
    expect(traffic.peakPerSecond).toBeLessThanOrEqual(40)
    expect(traffic.peakPerSecond).toBeGreaterThan(10)
  })
})
