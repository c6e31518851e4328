/**
 * Plays one claim through the API inside this process, and writes down what goes to the driver of PostgreSQL for
 * each decision: the look-up of the session, rights, facts, writes, job, and the bounds of the transaction.
 */
import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import type { Pool, PoolClient } from 'pg'
import pino from 'pino'
import { buildApp } from '../../api/app.ts'
import type { Api } from '../../api/api.ts'
import { configuredLimits } from '../../api/plugins/rate-limits.ts'
import { sessionCookie } from '../../api/session/cookie.ts'
import { csrfHeader, csrfToken } from '../../api/session/csrf.ts'
import { administer } from '../../db/administer.ts'
import { createDatabase, type Database } from '../../db/client.ts'
import { createFieldCipher } from '../../db/encryption/field-cipher.ts'
import { createJobQueue } from '../../db/enqueue.ts'
import { createExecute } from '../../db/execute.ts'
import { beginSession } from '../../db/identity/sessions.ts'
import { createRuleEngine } from '../../db/rules/engine.ts'
import { markTold } from '../../db/told.ts'
import { createFileStore } from '../../files/store.ts'
import type { Insured } from '../../scripts/demo/policies.ts'
import { createTelling } from '../../telling.ts'
import { createTemporal } from '../../temporal.ts'
import { type Clock, playClaim, type Staff, type Voice } from '../claims/people.ts'
import { paceOf } from '../claims/pace.ts'
import type { BenchProduct } from '../product.ts'
import type { RecordedDecision, Statement } from './statements.ts'

export interface RecordedClaim {
  readonly claimId: string
  readonly decisions: readonly RecordedDecision[]
}

/** Everything that a connection of the pool is asked, once listening is on. */
class Listener {
  #heard: Statement[] | null = null

  constructor(pool: Pool) {
    pool.on('connect', (client) => this.#listen(client))
  }

  async during<T>(
    work: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly heard: readonly Statement[] }> {
    const heard: Statement[] = []
    this.#heard = heard
    try {
      return { result: await work(), heard }
    } finally {
      this.#heard = null
    }
  }

  #listen(client: PoolClient): void {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    const heard = (statement: Statement) => this.#heard?.push(statement)
    Object.assign(client, {
      query: (...given: unknown[]) => {
        const [first, second] = given
        const {
          text = '',
          name,
          values,
        } = (typeof first === 'string' ? { text: first } : first) as {
          text?: string
          name?: string
          values?: readonly unknown[]
        }
        const given2 = Array.isArray(second) ? (second as readonly unknown[]) : (values ?? [])
        heard({ text, ...(name === undefined ? {} : { name }), values: given2 })
        return query(...given)
      },
    })
  }
}

export async function recordClaim(bench: BenchProduct, insured: Insured): Promise<RecordedClaim> {
  const { config } = bench
  const database = createDatabase(config.databaseUrl)
  const listener = new Listener(database.$client)
  const queue = await createJobQueue(config.databaseUrl)
  const temporal = createTemporal(config)
  // Telling is no part of what is measured, and goes through a pool that is not listened to.
  const telling = createTelling({
    send: (told) => temporal.tell(told),
    markTold: (told) => markTold(bench.database, told),
  })
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const enqueue = queue.enqueue.bind(queue)
  const app = await buildApp({
    database,
    cipher,
    config,
    version: '0.0.0',
    logger: pino({ level: 'silent' }),
    administer,
    execute: createExecute({
      database,
      cipher,
      rules: createRuleEngine(),
      bank: { ...config.bank, submitDeadlineMs: config.bank.timeoutMs },
      enqueue,
    }),
    tell: (told) => telling.tell(told),
    ask: async () => undefined,
    files: createFileStore(config.filesFolder, config.fieldKeys),
    sendCode: async () => undefined,
    enqueue,
    bankKeys: [],
    messageKeys: [],
    temporalState: async () => 'connected',
    rateLimits: configuredLimits(config.requestsPerMinute, config.signIns),
    busyAfterMs: 0,
  })
  await app.ready()
  try {
    const staff = await staffOf(bench, app)
    const play = (clock: Clock) => playClaim(staff, insured, 0, clock)
    const decisions: RecordedDecision[] = []
    // Paced: the workflow does all that it would do after each decision.
    const pace = paceOf(temporal)
    const claimId = await play(async (decision, made) => {
      const { result, heard } = await listener.during(made)
      decisions.push({ decision, statements: heard })
      const told = result as { readonly claimId: string; readonly version: number }
      await pace(told.claimId, told.version)
      return result
    })
    return { claimId, decisions }
  } finally {
    await app.close()
    await telling.settle()
    await Promise.all([queue.stop(), temporal.close(), database.$client.end()])
  }
}

/** The same people as those of the product over HTTP, without the network. */
async function staffOf(bench: BenchProduct, app: Api): Promise<Staff> {
  const voices = new Map<string, Voice>()
  const { cast } = bench
  const roles = ['handler', 'adjuster', 'approver', 'finance']
  for (const { personId } of roles.flatMap((role) => cast.all(role)))
    voices.set(personId, await voice(bench.database, app, personId))
  const person = (personId: string): Voice => {
    const found = voices.get(personId)
    if (found === undefined) throw new Error(`The person ${personId} does not sign in here.`)
    return found
  }
  const any = (role: string) => person(cast.any(role).personId)
  return {
    handlers: cast.all('handler').map(({ personId }) => person(personId)),
    person,
    approver: person(cast.approver(1_000_000, new Set()).personId),
    finance: any('finance'),
    look: bench.look,
  }
}

async function voice(database: Database, app: Api, personId: string): Promise<Voice> {
  const { rows } = await database.$client.query<{ id: string }>(
    'select id from accounts where person_id = $1',
    [personId],
  )
  const { token, csrfSecret } = await beginSession(database, rows[0]?.id ?? '')
  const cookie = `${sessionCookie}=${token}`
  const send = async <T>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<T> => {
    const signed = { 'idempotency-key': randomUUID(), [csrfHeader]: csrfToken(csrfSecret) }
    const options: InjectOptions = { method, url, headers: { cookie, ...(method === 'GET' ? {} : signed) } }
    const response = await app.inject({ ...options, ...(payload === undefined ? {} : { payload }) })
    if (response.statusCode >= 300)
      throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`)
    return response.json<T>()
  }
  return {
    get: (url) => send('GET', url),
    post: (url, body = {}) => send('POST', url, body),
    put: (url, body) => send('PUT', url, body),
  }
}
