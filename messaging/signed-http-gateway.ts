import { exchange, type Connection } from '../signed-http/exchange.ts'
import { readJson } from '../signed-http/read-json.ts'
import type { MessageGateway, OutgoingMessage, SendAnswer } from './gateway.ts'
import { isMessage, isMessageAnswer } from './protocol.ts'
import { messageSignature } from './signature.ts'

const mostBytes = 16_384
const defaultTimeout = 5000

/** The gateway that speaks docs/message-protocol.md. */
export class SignedHttpGateway implements MessageGateway {
  readonly #connection: Connection
  readonly #timeoutMs: number

  constructor(connection: Connection, timeoutMs = defaultTimeout) {
    this.#connection = connection
    this.#timeoutMs = timeoutMs
  }

  async send({ id, to, template, text }: OutgoingMessage): Promise<SendAnswer> {
    const message = { id, to: to.replaceAll(/\s/g, ''), template, text }
    if (!isMessage(message)) return { outcome: 'rejected', reason: 'numberInvalid' }
    const answered = await exchange(messageSignature, this.#connection, {
      method: 'POST',
      path: '/v1/messages',
      body: Buffer.from(JSON.stringify(message)),
      timeoutMs: this.#timeoutMs,
      mostBytes,
    })
    if (!answered.answered) return { outcome: 'unknown', reason: answered.reason }
    const answer = readJson(answered.body)
    if (!isMessageAnswer(answer) || answer.id !== id)
      return { outcome: 'unknown', reason: 'unreadableAnswer' }
    return answer.status === 'accepted'
      ? { outcome: 'accepted', reference: answer.reference, at: answer.at }
      : { outcome: 'rejected', reason: answer.reason }
  }
}
