/** Somebody who acts on claims: one thing at a time, every attempt of it on record. */
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpClient, Json } from '../../demo/http-client.ts'
import type { Attempted, RunFolder } from '../run-folder.ts'
import { outcomeOf } from './outcome.ts'

export interface Operation {
  readonly type: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly claimId: string | null
  readonly args?: unknown
  readonly body?: object
  /** A form instead of a body; made anew for every attempt, with the same bytes. */
  readonly form?: () => FormData
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly outcome: 'ok' | 'fail' | 'info'
  readonly status: number | null
  readonly code: string | null
  readonly reply: Json
}

/** How many have acted, and how many of their operations have no definite answer yet. */
export interface Rules {
  readonly folder: RunFolder
  /** Aborted when nobody waits for an answer any more. */
  readonly givenUp: AbortSignal
  /** Whether an answered operation is sent again, as by somebody who clicks twice. */
  readonly again: () => boolean
}

export interface Identity {
  readonly accountId: string
  readonly personId: string
  readonly role: string
  readonly limitMinor: number
}

/** No answer within this is a loss of it; the product's own deadlines are shorter. */
const patience = 8_000
const shortestPause = 150
const longestPause = 1_200

export class Person {
  readonly identity: Identity
  readonly #http: HttpClient
  readonly #rules: Rules
  #turn: Promise<unknown> = Promise.resolve()

  constructor(http: HttpClient, identity: Identity, rules: Rules) {
    this.#http = http
    this.identity = identity
    this.#rules = rules
  }

  get id(): string {
    return this.identity.personId
  }

  /** Does it when everything that this person began before is done; sends it again until the answer is definite. */
  async perform(operation: Operation): Promise<Answered> {
    return this.#inTurn(() => this.#untilDefinite(operation))
  }

  /** Reads once. What cannot be read now is read another time. */
  async read(operation: Operation): Promise<Answered> {
    return this.#inTurn(() => this.#attempt(operation, { key: null, attempt: 1, retryOf: null }))
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async #untilDefinite(operation: Operation): Promise<Answered> {
    const key = randomUUID()
    let retryOf: string | null = null
    let pause = shortestPause
    for (let attempt = 1; ; attempt += 1) {
      const answered = await this.#attempt(operation, { key, attempt, retryOf })
      retryOf ??= answered.opId
      if (answered.outcome === 'ok' && this.#rules.again()) {
        await this.#attempt(operation, { key, attempt: attempt + 1, retryOf })
      }
      if (answered.outcome !== 'info' || this.#rules.givenUp.aborted) return answered
      await sleep(pause)
      pause = Math.min(pause * 2, longestPause)
    }
  }

  async #attempt(
    operation: Operation,
    numbered: Pick<Attempted, 'key' | 'attempt' | 'retryOf'>,
  ): Promise<Answered & { readonly opId: string }> {
    const opId = randomUUID()
    const tInv = Date.now()
    const answer = await this.#exchange(operation, opId, numbered.key)
    const reply = answer === null ? {} : parsed(answer.bytes)
    const status = answer?.status ?? null
    const outcome = outcomeOf(status)
    const code = outcome !== 'ok' && typeof reply['code'] === 'string' ? reply['code'] : null
    const { accountId: user, personId: person, role } = this.identity
    const claimId = operation.claimId ?? (typeof reply['claimId'] === 'string' ? reply['claimId'] : null)
    this.#rules.folder.attempted({
      opId,
      ...numbered,
      user,
      person,
      role,
      type: operation.type,
      claimId,
      args: operation.args ?? operation.body ?? null,
      tInv,
      tRet: Date.now(),
      outcome,
      http: status,
      code,
      bodyHash: answer === null ? null : createHash('sha256').update(answer.bytes).digest('hex'),
      reply: numbered.key === null || answer === null ? null : reply,
      entity: claimId === null ? null : `claim/${claimId}`,
      version: typeof reply['version'] === 'number' ? reply['version'] : null,
    })
    return { opId, outcome, status, code, reply }
  }

  async #exchange({ method, path, body, form, headers = {} }: Operation, opId: string, key: string | null) {
    const content = form === undefined ? (body === undefined ? undefined : JSON.stringify(body)) : form()
    try {
      return await this.#http.exchange({
        method,
        path,
        key,
        headers: {
          'x-request-id': opId,
          ...(typeof content === 'string' ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(content === undefined ? {} : { body: content }),
        signal: AbortSignal.timeout(patience),
      })
    } catch {
      return null
    }
  }
}

function parsed(bytes: Uint8Array): Json {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Json
  } catch {
    return {}
  }
}
