/** The API on a world that somebody else may own, as the bank and the message gateway see it. */
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { LightMyRequestResponse } from 'fastify'
import type { Api } from '../../../api/api.ts'
import { buildApp } from '../../../api/app.ts'
import type { Dependencies } from '../../../api/dependencies.ts'
import { sessionCookie } from '../../../api/session/cookie.ts'
import { csrfHeader, csrfToken } from '../../../api/session/csrf.ts'
import { administer } from '../../../db/administer.ts'
import { beginSession } from '../../../db/identity/sessions.ts'
import type { Told } from '../../../domain/claim/told.ts'
import { createFileStore } from '../../../files/store.ts'
import { publicTestKeys, publicTestLookupKey } from '../../support/public-test-keys.ts'
import type { Member, World } from '../../support/world.ts'

export interface OutsideApp {
  readonly app: Api
  readonly told: Told[]
  /** As a signed-in page sends it. */
  as(
    member: Member,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    key?: string,
  ): Promise<LightMyRequestResponse>
}

export interface OutsideOptions extends Partial<Dependencies> {
  readonly mode?: 'embedded' | 'production'
  readonly gatewayUrl?: string
}

export async function outsideApp(world: World, options: OutsideOptions = {}): Promise<OutsideApp> {
  const { mode = 'production', gatewayUrl = 'http://127.0.0.1:1', ...changed } = options
  const told: Told[] = []
  const app = await buildApp({
    database: world.database,
    cipher: world.cipher,
    config: {
      lookupKey: publicTestLookupKey,
      api: { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1' },
      mode,
      messages: { url: gatewayUrl, keyId: 'lipei', secret: Buffer.alloc(32) },
    },
    version: '0.0.0',
    execute: world.execute,
    tell: (news) => void told.push(news),
    ask: async () => undefined,
    files: createFileStore('/nonexistent', publicTestKeys),
    administer,
    sendCode: async () => undefined,
    enqueue: world.queue.enqueue.bind(world.queue),
    bankKeys: [],
    messageKeys: [],
    logger: pino({ level: 'silent' }),
    temporalState: async () => 'unreachable',
    busyAfterMs: 0,
    ...changed,
  })
  await app.ready()
  return {
    app,
    told,
    as: async (member, method, url, payload, key = randomUUID()) => {
      const { token, csrfSecret } = await beginSession(world.database, member.accountId)
      return app.inject({
        method,
        url,
        headers: {
          cookie: `${sessionCookie}=${token}`,
          [csrfHeader]: csrfToken(csrfSecret),
          ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        },
        ...(payload === undefined ? {} : { payload }),
      })
    },
  }
}
