/** The API on a database of its own, spoken to as a browser or a partner would, without a socket. */
import type { FastifyBaseLogger, InjectOptions, LightMyRequestResponse } from 'fastify'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Api } from '../../api/api.ts'
import { buildApp } from '../../api/app.ts'
import type { Dependencies } from '../../api/dependencies.ts'
import { sessionCookie } from '../../api/session/cookie.ts'
import { csrfHeader, csrfToken } from '../../api/session/csrf.ts'
import { administer } from '../../db/administer.ts'
import { beginSession } from '../../db/identity/sessions.ts'
import type { Told } from '../../domain/claim/told.ts'
import { createFileStore, type FileStore } from '../../files/store.ts'
import { publicTestKeys, publicTestLookupKey } from './public-test-keys.ts'
import { type Member, World } from './world.ts'

const partnerKey = { keyId: 'lipei', secret: Buffer.alloc(32) }

export interface SentCode {
  readonly personId: string
  readonly phone: string
  readonly code: string
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What a signed-in page sends along with every request. */
export interface Browser {
  readonly token: string
  readonly headers: Readonly<Record<string, string>>
}

export class TestApi {
  readonly app: Api
  readonly world: World
  /** Codes that would have gone out by text message. */
  readonly codes: SentCode[]
  readonly told: Told[]
  /** Lines of the log, as they would be printed. */
  readonly log: string[]
  readonly files: FileStore
  readonly #folder: string

  private constructor(
    app: Api,
    world: World,
    seen: { codes: SentCode[]; told: Told[]; log: string[]; folder: string },
  ) {
    this.#folder = seen.folder
    this.files = createFileStore(seen.folder, publicTestKeys)
    this.app = app
    this.world = world
    this.codes = seen.codes
    this.told = seen.told
    this.log = seen.log
  }

  /** `extend` adds routes of a test's own before the start. */
  static async create(
    changed: Partial<Dependencies> = {},
    extend: (app: Api) => void = () => undefined,
  ): Promise<TestApi> {
    const world = await World.create()
    const folder = await mkdtemp(join(tmpdir(), 'lipei-files-'))
    const seen = { codes: [] as SentCode[], told: [] as Told[], log: [] as string[], folder }
    const logger: FastifyBaseLogger = pino({ level: 'info' }, { write: (line) => void seen.log.push(line) })
    const app = await buildApp({
      database: world.database,
      cipher: world.cipher,
      config: {
        lookupKey: publicTestLookupKey,
        api: { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1' },
        mode: 'production',
        messages: { url: 'http://127.0.0.1:9', ...partnerKey },
      },
      version: '0.0.0',
      execute: world.execute,
      tell: (told) => void seen.told.push(told),
      ask: async () => undefined,
      files: createFileStore(folder, publicTestKeys),
      administer,
      sendCode: async (_tx, order) => void seen.codes.push(order),
      enqueue: world.queue.enqueue.bind(world.queue),
      bankKeys: [],
      messageKeys: [],
      logger,
      temporalState: async () => 'unreachable',
      // A machine busy with other tests is no overloaded API; a loop that was held for a whole second counts as held for ever.
      busyAfterMs: 0,
      ...changed,
    })
    extend(app)
    await app.ready()
    return new TestApi(app, world, seen)
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.world.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** A session as sign-in begins it, without the password that it takes. */
  async browser(member: Member): Promise<Browser> {
    const { token, csrfSecret } = await beginSession(this.world.database, member.accountId)
    return { token, headers: { cookie: `${sessionCookie}=${token}`, [csrfHeader]: csrfToken(csrfSecret) } }
  }

  /** Sends a request as the browser would: with cookie and token, and a new key with every change. */
  async as(
    browser: Browser | null,
    method: Method,
    url: string,
    payload?: InjectOptions['payload'],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    return this.app.inject({
      method,
      url,
      headers: {
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...browser?.headers,
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
  }
}

/** The parts of an answer that a test of refusals compares. */
export function refusalOf(response: LightMyRequestResponse): { status: number; code: unknown } {
  return { status: response.statusCode, code: response.json<{ code?: unknown }>().code }
}
