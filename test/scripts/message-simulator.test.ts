import { createServer, type Server } from 'node:http'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyReceipt } from '../../messaging/receipt.ts'
import type { MessageReceipt } from '../../messaging/protocol.ts'
import { readSettings } from '../../scripts/message-simulator/settings.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { RunningGateway } from '../messaging/run-gateway.ts'

const path = '/message-gateway/receipts'
let receiver: Server
let carrier: RunningGateway
let receipts: MessageReceipt[]
/** Statuses for the next receipts; afterwards 204. */
let answers: number[]

beforeEach(async () => {
  receipts = []
  answers = []
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const incoming = { headers: request.headers, path, rawBody: Buffer.concat(chunks) }
      const verification = verifyReceipt(incoming, { keys: [carrier.key], now: Date.now() })
      if (verification.valid) receipts.push(verification.receipt)
      response.writeHead(verification.valid ? (answers.shift() ?? 204) : 401).end()
    })
  })
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening))
  const address = receiver.address()
  const port = typeof address === 'object' ? address?.port : 0
  carrier = await new RunningGateway({ callbackUrl: `http://127.0.0.1:${port}${path}` }).start()
})

afterEach(async () => {
  await carrier.stop()
  receiver.close().closeAllConnections()
})

async function send(to = '13800000000'): Promise<string> {
  const id = randomUUID()
  await carrier.gateway().send({ id, to, template: 'paid', text: '您好' })
  return id
}

const about = (id: string) => receipts.filter((receipt) => receipt.id === id)
const receiptOf = (id: string) =>
  eventually(
    () => about(id)[0],
    (found) => found !== undefined,
  )

describe('the message gateway', () => {
  it('delivers by itself and tells when', async () => {
    const id = await send()
    expect(await receiptOf(id)).toMatchObject({ status: 'delivered' })
    const message = await carrier.message(id)
    expect(message?.deliveredAt).toBe(about(id)[0]?.at)
  })

  it('repeats a receipt under one id until it is answered 2xx', async () => {
    answers = [500, 503]
    const id = await send()
    await eventually(
      () => about(id).length,
      (count) => count === 3,
    )
    expect(new Set(about(id).map(({ receiptId }) => receiptId)).size).toBe(1)
    await eventually(
      () => carrier.receipts(id),
      ([receipt]) => receipt?.deliveredAt != null,
    )
    expect(about(id)).toHaveLength(3)
  })

  it('sends a receipt several times at once when told to', async () => {
    await carrier.behave({ behaviour: 'duplicateReceipt', parameters: { copies: 3 } })
    const id = await send()
    await eventually(
      () => about(id).length,
      (count) => count === 3,
    )
  })

  it('delivers late, never, or tells that it could not, when told to', async () => {
    await carrier.behave({ behaviour: 'neverDelivered', match: { to: '13800000001' } })
    await carrier.behave({ behaviour: 'undeliverable', match: { to: '13800000002' } })
    await carrier.behave({
      behaviour: 'deliveredLater',
      match: { to: '13800000003' },
      parameters: { afterMs: 400 },
    })
    const [never, refused, late] = [
      await send('13800000001'),
      await send('13800000002'),
      await send('13800000003'),
    ]
    expect(await receiptOf(refused)).toMatchObject({ status: 'undeliverable' })
    expect(about(late)).toEqual([])
    expect(await receiptOf(late)).toMatchObject({ status: 'delivered' })
    const message = await carrier.message(late)
    expect((message?.deliveredAt ?? 0) - (message?.acceptedAt ?? 0)).toBeGreaterThanOrEqual(400)
    expect(about(never)).toEqual([])
    expect(await carrier.message(never)).toMatchObject({ deliveredAt: null })
  })

  it('shows what a telephone has received, newest first', async () => {
    const [first, , second] = [
      await send('13800000001'),
      await send('13800000002'),
      await send('13800000001'),
    ]
    expect((await carrier.messages('13800000001')).map(({ id }) => id)).toEqual([second, first])
    expect(await carrier.messages()).toHaveLength(3)
  })

  it('knows after a kill what it had accepted, and delivers that once', async () => {
    await carrier.behave({ behaviour: 'deliveredLater', parameters: { afterMs: 600 } })
    const id = await send()
    await carrier.end('SIGKILL')
    await carrier.start()
    const again = await carrier.gateway().send({ id, to: '13800000000', template: 'paid', text: '您好' })
    expect(again).toMatchObject({ outcome: 'accepted' })
    expect(await receiptOf(id)).toMatchObject({ status: 'delivered' })
    expect(await carrier.messages('13800000000')).toMatchObject([{ id, submissions: 2 }])
  })

  it('refuses switches that do not exist', async () => {
    await expect(carrier.control('POST', 'behaviours', { behaviour: 'sleepy' })).rejects.toThrow('400')
  })

  it('names every fault of its settings at once', () => {
    expect(() => readSettings({ MESSAGE_GATEWAY_PORT: 'x' })).toThrow(
      /SECRET[^]*JOURNAL[^]*PORT must be a whole number/,
    )
    expect(() => readSettings({})).toThrow(
      /SECRET must be at least 32 bytes in base64\n- .*JOURNAL is missing/,
    )
  })
})
