/** One request to the simulator: its bytes, its signature, its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { clockTolerance, type SharedKey, type SignatureScheme } from '../../signed-http/signature.ts'

const mostBytes = 65_536

export interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly method: string
  readonly url: URL
  readonly body: Buffer
}

/** Undefined for a body that is too long; it is not read to its end. */
export async function receive(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Visit | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  const url = new URL(request.url ?? '/', 'http://bank')
  return { request, response, method: request.method ?? 'GET', url, body: Buffer.concat(chunks) }
}

/** Everything unsigned: refusals, and the control API. */
export function sendPlain(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}

export function sendSigned(scheme: SignatureScheme, visit: Visit, key: SharedKey, body: Buffer): void {
  const subject = {
    direction: 'response',
    method: visit.method,
    path: `${visit.url.pathname}${visit.url.search}`,
    status: 200,
  } as const
  const stamp = { timestamp: Date.now(), nonce: String(visit.request.headers[scheme.nonceHeader]) }
  const signed = scheme.sign(key, subject, body, stamp)
  visit.response.writeHead(200, { ...signed, 'content-type': 'application/json' }).end(body)
}

/** Accepts a signed request once: a nonce is remembered for as long as its timestamp could still be accepted. */
export class SignatureDesk {
  readonly #scheme: SignatureScheme
  readonly #key: SharedKey
  readonly #seen = new Map<string, number>()

  constructor(scheme: SignatureScheme, key: SharedKey) {
    this.#scheme = scheme
    this.#key = key
  }

  /** Undefined when the request is genuine and new; else why not. */
  fault(visit: Visit): string | undefined {
    const now = Date.now()
    const subject = {
      direction: 'request',
      method: visit.method,
      path: `${visit.url.pathname}${visit.url.search}`,
    } as const
    const rules = { keys: [this.#key], now }
    const verification = this.#scheme.verify(visit.request.headers, subject, visit.body, rules)
    if (!verification.valid) return verification.fault
    for (const [nonce, until] of this.#seen) {
      if (until > now) break
      this.#seen.delete(nonce)
    }
    if (this.#seen.has(verification.nonce)) return 'replayed'
    this.#seen.set(verification.nonce, now + 2 * clockTolerance)
    return undefined
  }
}
