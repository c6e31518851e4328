import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instructionBytes } from '../../bank/protocol.ts'
import { clockTolerance, newNonce, signMessage, type BankKey } from '../../bank/signature.ts'
import { anInstruction, eventually, RunningSimulator } from '../activities/bank/run-simulator.ts'

const simulator = new RunningSimulator()
beforeAll(async () => simulator.start())
afterAll(async () => simulator.stop())

const kinds = async (bank: RunningSimulator, ref: string) => (await bank.journal(ref)).map(({ kind }) => kind)
const executed = async (bank: RunningSimulator, ref: string) =>
  eventually(
    async () => kinds(bank, ref),
    (found) => found.length > 0,
  )

interface Raw {
  readonly body?: Uint8Array
  readonly key?: BankKey
  readonly timestamp?: number
  readonly nonce?: string
}

/** A submission put together by hand, to send what the gateway never would. */
async function send({ body = instructionBytes(anInstruction()), key = simulator.key, ...stamp }: Raw) {
  const subject = { direction: 'request', method: 'POST', path: '/v1/payments' } as const
  const { nonce = newNonce(), timestamp = Date.now() } = stamp
  const response = await fetch(`${simulator.url}/v1/payments`, {
    method: 'POST',
    headers: signMessage(key, subject, body, { nonce, timestamp }),
    body,
  })
  return { status: response.status, content: (await response.json()) as Record<string, unknown> }
}

describe('who may instruct the bank', () => {
  it('nobody without a signature', async () => {
    const response = await fetch(`${simulator.url}/v1/payments/A1`)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: 'headersMissing' })
  })

  it('nobody with another secret', async () => {
    const key = { ...simulator.key, secret: Buffer.alloc(32) }
    expect(await send({ key })).toEqual({ status: 401, content: { error: 'signatureWrong' } })
  })

  it('nobody with an old request', async () => {
    const timestamp = Date.now() - clockTolerance - 1000
    expect(await send({ timestamp })).toEqual({ status: 401, content: { error: 'clockOutsideTolerance' } })
  })

  it('nobody with a request that was sent before, were it genuine', async () => {
    const body = instructionBytes(anInstruction())
    const replay = { body, nonce: newNonce(), timestamp: Date.now() }
    expect(await send(replay)).toMatchObject({ status: 200 })
    expect(await send(replay)).toEqual({ status: 401, content: { error: 'replayed' } })
  })

  it('nobody with an instruction that does not fit the protocol (F41)', async () => {
    for (const amountMinor of ['1,000', 0, -5, 0.3, 1e21]) {
      const body = Buffer.from(JSON.stringify({ ...anInstruction(), amountMinor }))
      expect(await send({ body })).toEqual({ status: 400, content: { error: 'malformed' } })
    }
  })

  it('nobody at such length that memory would matter', async () => {
    expect(await send({ body: Buffer.alloc(70_000, 32) })).toMatchObject({ status: 413 })
  })
})

describe('one reference', () => {
  it('submitted fifty times at once is executed once', async () => {
    const instruction = anInstruction()
    const gateway = simulator.gateway()
    const answers = await Promise.all(Array.from({ length: 50 }, async () => gateway.submit(instruction)))
    expect(answers.filter(({ outcome }) => outcome === 'unknown')).toEqual([])
    await executed(simulator, instruction.ref)
    // Twice the delay of an execution: a second one would have happened by now.
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await kinds(simulator, instruction.ref)).toEqual(['executed'])
  })

  it('with other bytes is rejected, and keeps its first meaning', async () => {
    const instruction = anInstruction()
    await send({ body: instructionBytes(instruction) })
    const other = await send({ body: instructionBytes({ ...instruction, purpose: '预付赔款' }) })
    expect(other.content).toMatchObject({ status: 'rejected', reason: 'referenceInUse' })
    expect(await executed(simulator, instruction.ref)).toEqual(['executed'])
  })

  it('sent again after the window is paid again: the bank has forgotten it (F40)', async () => {
    const forgetful = await new RunningSimulator({ dedupWindowMs: 100, executeAfterMs: 0 }).start()
    try {
      const instruction = anInstruction()
      const gateway = forgetful.gateway()
      await gateway.submit(instruction)
      await new Promise((resolve) => setTimeout(resolve, 120))
      await gateway.submit(instruction)
      expect(await kinds(forgetful, instruction.ref)).toEqual(['executed', 'executed'])
    } finally {
      await forgetful.stop()
    }
  })
})

describe('the journal', () => {
  it('survives SIGKILL, and what was accepted is executed once after the restart', async () => {
    const bank = new RunningSimulator({ executeAfterMs: 700 })
    try {
      await bank.start()
      const paid = anInstruction()
      const accepted = anInstruction()
      await bank.behave({ behaviour: 'lostReply', match: { ref: paid.ref } })
      await bank.gateway().submit(paid)
      expect(await bank.gateway().submit(accepted)).toMatchObject({ outcome: 'accepted' })
      expect(await kinds(bank, accepted.ref)).toEqual([])
      await bank.end('SIGKILL')
      await bank.start()
      expect(await kinds(bank, paid.ref)).toEqual(['executed'])
      expect(await executed(bank, accepted.ref)).toEqual(['executed'])
      expect(await bank.gateway().submit(paid)).toMatchObject({ outcome: 'paid' })
      expect(await kinds(bank, paid.ref)).toEqual(['executed'])
    } finally {
      await bank.stop()
    }
  })

  it('keeps reference, amount, account and instant of every movement', async () => {
    const instruction = anInstruction()
    const before = Date.now()
    await simulator.gateway().submit(instruction)
    await executed(simulator, instruction.ref)
    const [row] = await simulator.journal(instruction.ref)
    expect(row).toMatchObject({
      kind: 'executed',
      amountMinor: 128_050,
      payeeAccount: instruction.payeeAccount,
    })
    expect(row?.at).toBeGreaterThanOrEqual(before)
    expect(row?.at).toBeLessThanOrEqual(Date.now())
  })

  it('can be read beside the running bank, and neither changed nor shortened', async () => {
    const instruction = anInstruction()
    await simulator.gateway().submit(instruction)
    await executed(simulator, instruction.ref)
    const database = new DatabaseSync(simulator.journalFile)
    try {
      const rows = database
        .prepare('select amount_minor from bank_journal where ref = ?')
        .all(instruction.ref)
      expect(rows).toEqual([{ amount_minor: 128_050 }])
      expect(() => {
        database.exec('update bank_journal set amount_minor = 1')
      }).toThrow(/append-only/)
      expect(() => {
        database.exec('delete from bank_journal')
      }).toThrow(/append-only/)
    } finally {
      database.close()
    }
  })
})

describe('the control API', () => {
  it('lists what is switched on with how often it was met, and clears it', async () => {
    const instruction = anInstruction()
    const behaviour = {
      behaviour: 'slow',
      match: { ref: instruction.ref, next: 2 },
      parameters: { delayMs: 0 },
    } as const
    await simulator.behave(behaviour)
    for (const _ of [1, 2, 3]) await simulator.gateway().submit(instruction)
    expect(await simulator.control('GET', 'behaviours')).toEqual({ behaviours: [{ behaviour, applied: 2 }] })
    expect(await simulator.control('DELETE', 'behaviours')).toEqual({ behaviours: [] })
  })

  it('matches by account and by amount too', async () => {
    await simulator.behave({ behaviour: 'serverError', match: { payeeAccount: '6200000000000001' } })
    await simulator.behave({ behaviour: 'serverError', match: { amountMinor: 77 } })
    const gateway = simulator.gateway()
    expect(await gateway.submit(anInstruction())).toMatchObject({ outcome: 'accepted' })
    const byAccount = anInstruction({ payeeAccount: '6200000000000001' })
    expect(await gateway.submit(byAccount)).toMatchObject({ outcome: 'unknown' })
    const byAmount = { ...anInstruction(), amountMinor: 77 }
    expect(await send({ body: instructionBytes(byAmount) })).toMatchObject({ status: 500 })
    await simulator.control('DELETE', 'behaviours')
  })

  it.each([
    { behaviour: 'generous' },
    { behaviour: 'slow', parameters: { seconds: 1 } },
    { match: {} },
    'slow',
  ])('refuses %j instead of quietly doing nothing', async (wanted) => {
    await expect(simulator.control('POST', 'behaviours', wanted)).rejects.toThrow(/400/)
  })
})

describe('the process', () => {
  it('ends cleanly when it is told to, with a client still waiting', async () => {
    const bank = await new RunningSimulator().start()
    await bank.behave({ behaviour: 'timeoutNeverArrived' })
    const waiting = bank.gateway().submit(anInstruction())
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await bank.end('SIGTERM')).toBe(0)
    expect(await waiting).toEqual({ outcome: 'unknown', reason: 'connectionFailed' })
    await bank.stop()
  })
})
