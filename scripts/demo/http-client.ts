/** One signed-in person, speaking to the product as their browser would. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** An answer that is not 2xx, with the problem's code: scenarios that expect a refusal look at it. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly problem: Readonly<Record<string, unknown>>

  constructor(method: string, path: string, status: number, problem: Readonly<Record<string, unknown>>) {
    super(`${method} ${path}: ${status} ${JSON.stringify(problem)}`)
    this.status = status
    this.code = typeof problem['code'] === 'string' ? problem['code'] : 'unknown'
    this.problem = problem
  }
}

export type Json = Readonly<Record<string, unknown>>

export interface Answer<T = Json> {
  readonly status: number
  readonly body: T
  /** What the answer says of when to try again; null when it says nothing. */
  readonly retryAfter: string | null
}

export interface Exchange {
  readonly method: string
  readonly path: string
  /** Null for reads, which take effect under no key. */
  readonly key: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | FormData
  readonly signal: AbortSignal
}

export interface ExchangedAnswer {
  readonly status: number
  readonly bytes: Uint8Array
}

/** Somebody who is signed in already: another process goes on as them. */
export interface Session {
  readonly cookie: string
  readonly csrf: string
}

/** Changes the body of what is about to be sent, such as by filling in every text. */
export type Rewrite = (method: string, path: string, body: object) => object

export class HttpClient {
  readonly api: string
  readonly #rewrite: Rewrite
  #cookie = ''
  #csrf = ''

  constructor(api: string, rewrite: Rewrite = (_method, _path, body) => body) {
    this.api = api
    this.#rewrite = rewrite
  }

  get session(): Session {
    return { cookie: this.#cookie, csrf: this.#csrf }
  }

  /** Goes on in a session that was begun elsewhere. */
  resume({ cookie, csrf }: Session): this {
    this.#cookie = cookie
    this.#csrf = csrf
    return this
  }

  /** What a browser would send along by itself. */
  get cookie(): string {
    return this.#cookie
  }

  async signInStaff(login: string, password: string): Promise<this> {
    return this.#begin('/sign-in/staff-sessions', { login, password })
  }

  /**
   * The code is read where the embedded product shows what a phone would have received, or where the simulated
   * gateway does, which a product in production mode shows to nobody. A code is handed to the gateway once, whatever
   * comes of it, so that one is lost when a part dies at that moment: whoever does not get it asks for another.
   */
  async signInCustomer(phone: string, messageGateway?: string): Promise<this> {
    const inbox =
      messageGateway === undefined ? `${this.api}/outbox.json` : `${messageGateway}/control/messages`
    for (let asked = 1; asked <= 3; asked += 1) {
      const received = `${inbox}?phone=${phone}`
      const known = new Set((await messagesIn(received)).map(({ id }) => id))
      const { codeId } = await this.post<{ codeId: string }>('/sign-in/codes', { phone })
      const code = await newestCode(received, known)
      if (code === undefined) continue
      try {
        return await this.#begin('/sign-in/sessions', { codeId, code })
      } catch (error) {
        // The one that was asked for first came late and instead.
        if (!(error instanceof Refused) || error.code !== 'codeWrong') throw error
      }
    }
    throw new Error(`No code arrived for ${phone}.`)
  }

  async get<T = Json>(path: string): Promise<T> {
    return this.#send<T>('GET', path)
  }

  async post<T = Json>(path: string, body: object = {}): Promise<T> {
    return this.#send<T>('POST', path, JSON.stringify(this.#rewrite('POST', path, body)))
  }

  async put<T = Json>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    return this.#send<T>('PUT', path, JSON.stringify(this.#rewrite('PUT', path, body)), headers)
  }

  async upload<T = Json>(path: string, form: FormData): Promise<T> {
    return this.#send<T>('POST', path, form)
  }

  /** Asks once and hands on whatever is answered; throws when nothing is. */
  async getOnce<T = Json>(path: string): Promise<Answer<T>> {
    return answerOf<T>(await fetch(`${this.api}${path}`, { headers: { cookie: this.#cookie } }))
  }

  /** Sends once, under the caller's own key, and hands on whatever is answered; throws when nothing is. */
  async postOnce<T = Json>(path: string, body: object, key: string): Promise<Answer<T>> {
    return answerOf<T>(
      await fetch(`${this.api}${path}`, {
        method: 'POST',
        headers: { ...this.#signed(key), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  }

  /** Sends once, exactly as told, and hands on the answer byte for byte; throws when none comes. */
  async exchange({ method, path, key, ...sent }: Exchange): Promise<ExchangedAnswer> {
    const own = key === null ? { cookie: this.#cookie } : this.#signed(key)
    const response = await fetch(`${this.api}${path}`, {
      method,
      ...sent,
      headers: { ...own, ...sent.headers },
    })
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
  }

  #signed(key: string): Record<string, string> {
    return { cookie: this.#cookie, 'idempotency-key': key, 'x-csrf-token': this.#csrf }
  }

  async #begin(path: string, body: object): Promise<this> {
    const headers = { 'content-type': 'application/json' }
    const { response, answer } = await this.#patiently('POST', path, { headers, body: JSON.stringify(body) })
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    this.#csrf = String(answer['csrfToken'])
    return this
  }

  async #send<T>(
    method: string,
    path: string,
    body?: string | FormData,
    more: Record<string, string> = {},
  ): Promise<T> {
    const headers: Record<string, string> = {
      ...(method === 'GET' ? { cookie: this.#cookie } : this.#signed(randomUUID())),
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...more,
    }
    const { answer } = await this.#patiently(method, path, {
      headers,
      ...(body === undefined ? {} : { body }),
    })
    return answer as T
  }

  /** Sends once more under the same key whenever the product asks for patience: that is what keys are for. */
  async #patiently(
    method: string,
    path: string,
    sent: { readonly headers: Record<string, string>; readonly body?: string | FormData },
  ): Promise<{ readonly response: Response; readonly answer: Json }> {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(`${this.api}${path}`, { method, ...sent })
      const text = await response.text()
      const answer = (text === '' ? {} : JSON.parse(text)) as Json
      if (response.ok) return { response, answer }
      const patience = response.status === 429 || response.status === 503
      if (!patience || tries === 20) throw new Refused(method, path, response.status, answer)
      await sleep(Math.min(5000, 250 * tries))
    }
  }
}

interface Received {
  readonly id: string
  readonly text: string
}

async function messagesIn(inbox: string): Promise<readonly Received[]> {
  const { messages = [] } = (await (await fetch(inbox)).json()) as { messages?: readonly Received[] }
  return messages
}

/** The newest code among the messages that were not known before; undefined when none arrives within ten seconds. */
async function newestCode(inbox: string, known: ReadonlySet<string>): Promise<string | undefined> {
  for (let tries = 0; tries < 100; tries += 1) {
    const code = (await messagesIn(inbox))
      .filter(({ id }) => !known.has(id))
      .map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1])
      .find((found) => found !== undefined)
    if (code !== undefined) return code
    await sleep(100)
  }
  return undefined
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const body = (await response.json()) as T
  return { status: response.status, body, retryAfter: response.headers.get('retry-after') }
}
