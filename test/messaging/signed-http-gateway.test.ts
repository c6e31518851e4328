import { createServer, type Server } from 'node:http'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SignedHttpGateway } from '../../messaging/signed-http-gateway.ts'
import { bankSignature } from '../../bank/signature.ts'
import { messageSignature } from '../../messaging/signature.ts'
import type { SignatureScheme } from '../../signed-http/signature.ts'
import { RunningGateway } from './run-gateway.ts'

const text = '您好\nHello'
const message = (changes: object = {}) => ({
  id: randomUUID(),
  to: '13800000000',
  template: 'paid',
  text,
  ...changes,
})

describe('the gateway that answers', () => {
  let carrier: RunningGateway

  beforeAll(async () => {
    carrier = await new RunningGateway().start()
  })
  afterAll(() => carrier.stop())
  afterEach(() => carrier.behaveWell())

  it('takes a message and gives its reference', async () => {
    const sent = message()
    const answer = await carrier.gateway().send(sent)
    expect(answer).toMatchObject({ outcome: 'accepted' })
    expect(await carrier.message(sent.id)).toMatchObject({ phone: '13800000000', text })
  })

  it('takes the same id for the same message, whatever comes with it the second time', async () => {
    const sent = message()
    const [first, second] = [
      await carrier.gateway().send(sent),
      await carrier.gateway().send({ ...sent, to: '13900000000' }),
    ]
    expect(second).toEqual(first)
    expect(await carrier.message(sent.id)).toMatchObject({ phone: '13800000000', submissions: 2 })
  })

  it('refuses a number that no telephone has, and nothing is sent to what is no number', async () => {
    const refused = { outcome: 'rejected', reason: 'numberInvalid' }
    expect(await carrier.gateway().send(message({ to: '19900000000' }))).toEqual(refused)
    expect(await carrier.gateway().send(message({ to: 'call me' }))).toEqual(refused)
    expect(await carrier.gateway().send(message({ to: ' 138 0000 0001 ' }))).toMatchObject({
      outcome: 'accepted',
    })
  })

  it.each([
    ['slow', { behaviour: 'slow', parameters: { delayMs: 1000 } }, 'timedOut'],
    ['gone after taking it', { behaviour: 'lostReply' }, 'connectionFailed'],
    ['down', { behaviour: 'down', parameters: { forMs: 300 } }, 'serverError'],
  ] as const)('that is %s leaves the outcome unknown', async (_name, behaviour, reason) => {
    await carrier.behave(behaviour)
    expect(await carrier.gateway(200).send(message())).toEqual({ outcome: 'unknown', reason })
  })

  it('does not listen to who has another secret', async () => {
    const stranger = new SignedHttpGateway({
      url: carrier.url,
      key: { id: 'lipei', secret: Buffer.alloc(32) },
    })
    const sent = message()
    expect(await stranger.send(sent)).toEqual({ outcome: 'unknown', reason: 'unexpectedStatus' })
    expect(await carrier.message(sent.id)).toBeUndefined()
  })
})

describe('a gateway that is not what it says', () => {
  const key = { id: 'lipei', secret: Buffer.alloc(32, 7) }
  const servers: Server[] = []

  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections()
  })

  /** Answers any message with this content, signed by this scheme. */
  async function answering(content: string, scheme: SignatureScheme): Promise<SignedHttpGateway> {
    const server = createServer((request, response) => {
      const body = Buffer.from(content)
      const subject = { direction: 'response', method: 'POST', path: request.url ?? '', status: 200 } as const
      const stamp = { timestamp: Date.now(), nonce: String(request.headers['x-message-nonce']) }
      request
        .resume()
        .once('end', () => response.writeHead(200, scheme.sign(key, subject, body, stamp)).end(body))
    })
    servers.push(server)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    return new SignedHttpGateway({ url: `http://127.0.0.1:${port}`, key }, 1000)
  }

  it.each([
    ['no JSON', '<html>'],
    ['no answer', '{"ok":true}'],
    [
      'an answer about another message',
      JSON.stringify({ id: randomUUID(), status: 'accepted', reference: 'R', at: 1 }),
    ],
  ])('and gives %s leaves the outcome unknown', async (_name, content) => {
    const gateway = await answering(content, messageSignature)
    expect(await gateway.send(message())).toEqual({ outcome: 'unknown', reason: 'unreadableAnswer' })
  })

  it("is not believed under the bank's signature, even with the same secret", async () => {
    const sent = message()
    const content = JSON.stringify({ id: sent.id, status: 'accepted', reference: 'R', at: 1 })
    const gateway = await answering(content, bankSignature)
    expect(await gateway.send(sent)).toEqual({ outcome: 'unknown', reason: 'signatureWrong' })
    const honest = await answering(content, messageSignature)
    expect(await honest.send(sent)).toMatchObject({ outcome: 'accepted' })
  })
})
