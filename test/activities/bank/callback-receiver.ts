import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { verifyCallback, type CallbackVerification } from '../../../bank/callback.ts'
import type { BankCallback } from '../../../bank/protocol.ts'
import type { BankKey } from '../../../bank/signature.ts'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly rawBody: Buffer
  readonly arrivedAt: number
}

/** Takes callbacks in as our API does: verify, then answer; it keeps everything that came. */
export class CallbackReceiver {
  readonly path = '/bank/callbacks?bank=sim'
  readonly received: Received[] = []
  /** Statuses for the next callbacks; afterwards 204. */
  readonly answers: number[] = []
  readonly #server: Server
  url = ''

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        this.received.push({
          headers: request.headers,
          rawBody: Buffer.concat(chunks),
          arrivedAt: Date.now(),
        })
        response.writeHead(this.answers.shift() ?? 204).end()
      })
    })
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    this.url = `http://127.0.0.1:${address.port}${this.path}`
    return this
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  verify({ headers, rawBody, arrivedAt }: Received, key: BankKey): CallbackVerification {
    return verifyCallback({ headers, path: this.path, rawBody }, { keys: [key], now: arrivedAt })
  }

  /** What came about one payment, in the order of arrival, whether genuine or not. */
  about(ref: string): readonly Received[] {
    return this.received.filter(({ rawBody }) => (JSON.parse(rawBody.toString()) as BankCallback).ref === ref)
  }

  /** Genuine callbacks only. */
  genuine(ref: string, key: BankKey): readonly BankCallback[] {
    return this.about(ref).flatMap((received) => {
      const verification = this.verify(received, key)
      return verification.valid ? [verification.callback] : []
    })
  }
}
