/** One signed question and its signed answer. Whatever goes wrong is a reason, never an exception. */
import { newNonce, type SharedKey, type SignatureScheme } from './signature.ts'

export interface Connection {
  /** Where the other side listens, a path prefix included if it has one. */
  readonly url: string
  readonly key: SharedKey
}

export interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: Uint8Array
  readonly timeoutMs: number
  /** An answer beyond this is not read to its end: memory must not depend on the other side. */
  readonly mostBytes: number
}

export type ExchangeFault =
  | 'timedOut'
  | 'connectionFailed'
  | 'serverError'
  | 'unexpectedStatus'
  | 'signatureWrong'
  | 'unreadableAnswer'

export type Exchange =
  | { readonly answered: true; readonly body: Uint8Array }
  | { readonly answered: false; readonly reason: ExchangeFault }

const emptyBody = new Uint8Array()

/**
 * Only a signed 200 is an answer. A redirect is not followed: it would carry the instruction somewhere else,
 * and perhaps twice. After 421 fetch asks again by itself; should it ever do so with the body, the nonce is used up.
 */
export async function exchange(
  scheme: SignatureScheme,
  connection: Connection,
  question: Question,
): Promise<Exchange> {
  const url = new URL(`${connection.url.replace(/\/+$/, '')}${question.path}`)
  const path = `${url.pathname}${url.search}`
  const body = question.body ?? emptyBody
  const nonce = newNonce()
  const request = { direction: 'request', method: question.method, path } as const
  const signed = scheme.sign(connection.key, request, body, { timestamp: Date.now(), nonce })
  try {
    const response = await fetch(url, {
      method: question.method,
      headers: { ...signed, 'content-type': 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(question.timeoutMs),
      ...(question.body === undefined ? {} : { body: question.body }),
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      return unanswered(response.status >= 500 ? 'serverError' : 'unexpectedStatus')
    }
    const received = await readAtMost(response, question.mostBytes)
    if (received === undefined) return unanswered('unreadableAnswer')
    // The nonce already proves that this answers the present question, so the other clock is not held against it.
    const verification = scheme.verify(
      Object.fromEntries(response.headers),
      { direction: 'response', method: question.method, path, status: response.status },
      received,
      { keys: [connection.key], now: Date.now(), tolerance: Infinity, expectedNonce: nonce },
    )
    return verification.valid ? { answered: true, body: received } : unanswered('signatureWrong')
  } catch (error) {
    return unanswered(
      error instanceof Error && error.name === 'TimeoutError' ? 'timedOut' : 'connectionFailed',
    )
  }
}

async function readAtMost(response: Response, mostBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function unanswered(reason: ExchangeFault): Exchange {
  return { answered: false, reason }
}
