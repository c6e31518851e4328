import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultBankSettings } from '../../../activities/bank/gateway.ts'
import { SignedHttpBank } from '../../../activities/bank/signed-http-bank.ts'
import { signMessage } from '../../../bank/signature.ts'
import { anInstruction } from './run-simulator.ts'

const key = { id: 'lipei', secret: Buffer.alloc(32, 7) }
const instruction = anInstruction()
const paid = {
  ref: instruction.ref,
  status: 'paid',
  amountMinor: instruction.amountMinor,
  bankReference: 'B1',
  at: 1,
}
const rejected = { ref: instruction.ref, status: 'rejected', amountMinor: instruction.amountMinor, at: 1 }

let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
/** Instructions that came whole. After 421 fetch asks again by itself, but with an empty body. */
let instructions = 0
const server = createServer((request, response) => {
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
  })
  request.on('end', () => {
    if (size > 0) instructions += 1
    answer(request, response)
  })
})
let gateway: SignedHttpBank

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = `http://127.0.0.1:${address.port}/gateway/`
  gateway = new SignedHttpBank({ url, key }, { ...defaultBankSettings, requestsPerSecond: 1000 })
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** Answers with the content, genuinely signed for this very request, with whatever status. */
function says(content: unknown, status = 200): void {
  answer = (request, response) => {
    const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
    const subject = {
      direction: 'response',
      method: request.method ?? '',
      path: request.url ?? '',
      status,
    } as const
    const stamp = { timestamp: Date.now(), nonce: String(request.headers['x-bank-nonce']) }
    response.writeHead(status, signMessage(key, subject, body, stamp)).end(body)
  }
}

describe('a genuine signature does not make an answer definite', () => {
  it('unlike one that fits the instruction', async () => {
    says(paid)
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'paid', at: 1, bankReference: 'B1' })
  })

  it.each([
    ['about another amount', { ...paid, amountMinor: 1 }, 'otherAmount'],
    ['about another reference', { ...paid, ref: 'OTHER' }, 'otherReference'],
    ['with a reason that was never agreed', { ...rejected, reason: 'moodOfTheDay' }, 'unreadableAnswer'],
    ['with a status that was never agreed', { ...paid, status: 'done' }, 'unreadableAnswer'],
    ['with an amount that is no integer', { ...paid, amountMinor: '1,000' }, 'unreadableAnswer'],
    ['that never ends', JSON.stringify({ ...paid, padding: 'x'.repeat(70_000) }), 'unreadableAnswer'],
    ['that is empty', '', 'unreadableAnswer'],
  ])('an answer %s is unknown', async (_fault, content, reason) => {
    says(content)
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'unknown', reason })
  })

  it.each([202, 400, 409, 422])('a rejection under HTTP %d is unknown', async (status) => {
    says({ ...rejected, reason: 'accountClosed' }, status)
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'unexpectedStatus' })
  })

  it('a rejected reference that is in use is no news of the payment in a query either', async () => {
    says({ ...rejected, reason: 'referenceInUse' })
    expect(await gateway.query(instruction.ref)).toEqual({ status: 'unknown', reason: 'referenceInUse' })
  })

  it('a statement of another day is unknown', async () => {
    says({ day: '2026-11-23', final: true, lines: [] })
    expect(await gateway.statement('2026-11-24')).toEqual({ status: 'unknown', reason: 'unreadableAnswer' })
  })
})

describe('an instruction leaves once', () => {
  it('and does not follow a redirect, which would carry it on', async () => {
    answer = (request, response) => {
      response.writeHead(request.url === '/elsewhere' ? 204 : 307, { location: '/elsewhere' }).end()
    }
    const before = instructions
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'unknown' })
    expect(instructions - before).toBe(1)
  })

  it.each([408, 421, 425, 429, 503])('and is not repeated after HTTP %d', async (status) => {
    answer = (_request, response) => {
      response.writeHead(status, { 'retry-after': '0' }).end()
    }
    const before = instructions
    expect(await gateway.submit(instruction)).toMatchObject({ outcome: 'unknown' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(instructions - before).toBe(1)
  })

  it('and an answer that was recorded for it does not pass for a later one', async () => {
    says(paid)
    const recorded: ServerResponse[] = []
    const genuine = answer
    answer = (request, response) => {
      recorded.push(response)
      genuine(request, response)
    }
    await gateway.submit(instruction)
    answer = (_request, response) => {
      const { 'content-length': _length, ...headers } = { ...recorded[0]?.getHeaders() }
      response.writeHead(200, headers).end(JSON.stringify(paid))
    }
    expect(await gateway.submit(instruction)).toEqual({ outcome: 'unknown', reason: 'signatureWrong' })
  })
})
