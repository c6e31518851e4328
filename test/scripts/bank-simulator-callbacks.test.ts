import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CallbackReceiver } from '../activities/bank/callback-receiver.ts'
import { anInstruction, eventually, RunningSimulator } from '../activities/bank/run-simulator.ts'

const receiver = new CallbackReceiver()
let simulator: RunningSimulator

beforeAll(async () => {
  await receiver.start()
  simulator = await new RunningSimulator({ callbackUrl: receiver.url }).start()
})
afterAll(async () => {
  await simulator.stop()
  receiver.stop()
})

const genuine = (ref: string) => receiver.genuine(ref, simulator.key)
const arrived = async (ref: string, count: number) =>
  eventually(
    () => receiver.about(ref),
    (found) => found.length >= count,
  )
const pause = async (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a callback', () => {
  it('tells once what became of a payment, signed', async () => {
    const instruction = anInstruction()
    await simulator.gateway().submit(instruction)
    await arrived(instruction.ref, 1)
    const [movement] = await simulator.journal(instruction.ref)
    expect(genuine(instruction.ref)).toEqual([
      {
        messageId: expect.any(String),
        ref: instruction.ref,
        status: 'paid',
        amountMinor: 128_050,
        bankReference: movement?.bankReference,
        at: movement?.at,
      },
    ])
  })

  it('tells of a rejection at execution', async () => {
    const instruction = anInstruction({ payeeAccount: '0004061234567890' })
    await simulator.gateway().submit(instruction)
    await arrived(instruction.ref, 1)
    expect(genuine(instruction.ref)).toMatchObject([{ status: 'rejected', reason: 'accountClosed' }])
  })

  it('is repeated under the same message id, newly signed, until it is answered 2xx', async () => {
    const instruction = anInstruction()
    receiver.answers.push(500, 401)
    await simulator.gateway().submit(instruction)
    await arrived(instruction.ref, 3)
    await pause(150)
    const [first, second, third, ...more] = receiver.about(instruction.ref)
    expect(more).toEqual([])
    expect(new Set(genuine(instruction.ref).map(({ messageId }) => messageId)).size).toBe(1)
    const nonces = [first, second, third].map((received) => received?.headers['x-bank-nonce'])
    expect(new Set(nonces).size).toBe(3)
    expect(await simulator.callbacks(instruction.ref)).toMatchObject([
      { attempts: 3, deliveredAt: expect.any(Number) },
    ])
  })

  it('that a killed bank still owed is delivered after its restart', async () => {
    const late = new CallbackReceiver()
    await late.start()
    const bank = new RunningSimulator({ callbackUrl: late.url, executeAfterMs: 0, callbackRetryMs: 200 })
    try {
      late.answers.push(503)
      await bank.start()
      const instruction = anInstruction()
      await bank.gateway().submit(instruction)
      await eventually(
        async () => bank.callbacks(instruction.ref),
        ([row]) => row !== undefined && row.attempts > 0,
      )
      await bank.end('SIGKILL')
      await bank.start()
      await eventually(
        () => late.genuine(instruction.ref, bank.key),
        (found) => found.length >= 2,
      )
    } finally {
      await bank.stop()
      late.stop()
    }
  })

  it('may be withheld, so that only a query finds the payment (F28)', async () => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'lostReply',
      match: { ref: instruction.ref },
      parameters: { callsBack: false },
    })
    await simulator.gateway().submit(instruction)
    expect(await simulator.gateway().query(instruction.ref)).toMatchObject({ status: 'paid' })
    expect(await simulator.callbacks(instruction.ref)).toEqual([])
  })
})

describe('callbacks that misbehave', () => {
  it('come ten times at once under one message id (F31)', async () => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'duplicateCallback',
      match: { ref: instruction.ref },
      parameters: { copies: 10 },
    })
    await simulator.gateway().submit(instruction)
    await arrived(instruction.ref, 10)
    expect(new Set(genuine(instruction.ref).map(({ messageId }) => messageId)).size).toBe(1)
    expect(genuine(instruction.ref)).toHaveLength(10)
    expect(await simulator.journal(instruction.ref)).toHaveLength(1)
  })

  it.each([
    ['paidThenFailed', ['paid', 'rejected']],
    ['failedThenPaid', ['rejected', 'paid']],
  ] as const)('contradict each other, %s, while the money moved once (F32)', async (order, statuses) => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'contradiction',
      match: { ref: instruction.ref },
      parameters: { order, gapMs: 100 },
    })
    await simulator.gateway().submit(instruction)
    await arrived(instruction.ref, 2)
    const [first, second] = genuine(instruction.ref)
    expect([first?.status, second?.status]).toEqual(statuses)
    expect(first?.messageId).not.toBe(second?.messageId)
    expect(first?.at).toBeLessThan(second?.at ?? 0)
    expect(await simulator.journal(instruction.ref)).toHaveLength(1)
  })

  it('contradict each other out of order: the later one carries the earlier instant', async () => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'contradiction',
      match: { ref: instruction.ref },
      parameters: { gapMs: 100, outOfOrder: true },
    })
    await simulator.gateway().submit(instruction)
    await arrived(instruction.ref, 2)
    const [first, second] = genuine(instruction.ref)
    expect(first?.at).toBeGreaterThan(second?.at ?? Infinity)
  })

  it('come before the answer to the submission, which then still says "accepted" (F33)', async () => {
    const instruction = anInstruction()
    await simulator.behave({ behaviour: 'callbackBeforeReply', match: { ref: instruction.ref } })
    const answer = await simulator.gateway().submit(instruction)
    expect(answer).toMatchObject({ outcome: 'accepted' })
    expect(genuine(instruction.ref)).toMatchObject([{ status: 'paid' }])
  })

  it.each([
    ['wrongKey', 'signatureWrong'],
    ['oldTimestamp', 'clockOutsideTolerance'],
    ['tamperedBody', 'signatureWrong'],
  ] as const)(
    'carry a bad signature (%s) and are not believed, however often they come',
    async (fault, refusal) => {
      const instruction = anInstruction()
      await simulator.behave({
        behaviour: 'badSignatureCallback',
        match: { ref: instruction.ref },
        parameters: { fault, attempts: 2 },
      })
      receiver.answers.push(401, 401)
      await simulator.gateway().submit(instruction)
      const received = await arrived(instruction.ref, 2)
      for (const callback of received) {
        expect(receiver.verify(callback, simulator.key)).toEqual({ valid: false, fault: refusal })
      }
      const [row] = await eventually(
        async () => simulator.callbacks(instruction.ref),
        (rows) => rows[0]?.attempts === 2,
      )
      expect(row).toMatchObject({ dueAt: null, deliveredAt: null })
    },
  )

  it('speak of a reference that nobody ever sent (F33)', async () => {
    const report = { ref: 'NOBODYSENTTHIS', status: 'paid', amountMinor: 5, bankReference: 'SIM0', at: 1 }
    const { messageId } = (await simulator.control('POST', 'callbacks', report)) as { messageId: string }
    await arrived('NOBODYSENTTHIS', 1)
    expect(genuine('NOBODYSENTTHIS')).toEqual([{ messageId, ...report }])
    expect(await simulator.journal('NOBODYSENTTHIS')).toEqual([])
  })

  it('say "returned" some time after they said "paid" (F34)', async () => {
    const instruction = anInstruction()
    await simulator.behave({
      behaviour: 'returnedLater',
      match: { ref: instruction.ref },
      parameters: { afterMs: 60 },
    })
    await simulator.gateway().submit(instruction)
    await arrived(instruction.ref, 2)
    expect(genuine(instruction.ref).map(({ status }) => status)).toEqual(['paid', 'returned'])
    const movements = await simulator.journal(instruction.ref)
    expect(movements.map(({ amountMinor, kind }) => [kind, amountMinor])).toEqual([
      ['executed', 128_050],
      ['returned', 128_050],
    ])
  })
})
