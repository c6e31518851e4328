import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import Schema from 'typebox/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../api/api.ts'
import { closed } from '../../api/schemas/values.ts'
import { createPartnerAccount } from '../../db/identity/accounts.ts'
import { permissions } from '../../domain/permissions.ts'
import { configuredLimits } from '../../api/plugins/rate-limits.ts'
import { type Browser, refusalOf, TestApi } from '../support/api.ts'

let api: TestApi
let customer: Browser
let handler: Browser

beforeAll(async () => {
  api = await TestApi.create({}, (app) => {
    app.post('/probes/:claimId/acceptance', { config: { action: 'acceptClaim' } }, async (request) => ({
      key: request.idempotencyKey,
      actor: request.identity.personId,
    }))
    app.get('/probes', { config: { action: 'readOwnClaims' } }, async () => ({ own: true }))
    const querystring = closed({ limit: Type.Integer({ maximum: 50 }), open: Type.Optional(Type.Boolean()) })
    app.get(
      '/query',
      { config: { action: 'public' }, schema: { querystring } },
      async (request) => request.query,
    )
  })
  customer = await api.browser(await api.world.customer())
  handler = await api.browser(await api.world.member(['handler']))
})
afterAll(async () => api.close())

/** Starts an API with one more route and says why it did not start. */
async function startWith(extend: (app: Api) => void): Promise<string> {
  try {
    const started = await TestApi.create({}, extend)
    await started.close()
    return 'started'
  } catch (error) {
    return (error as Error).message
  }
}

describe('a route', () => {
  it('does not start without a row of the permission table', async () => {
    const none = await startWith((app) => void app.get('/free', async () => ({})))
    expect(none).toContain('GET /free names no action')
    const config = { action: 'doAnything' as 'readClaim' }
    const unknown = await startWith((app) => void app.get('/free', { config }, async () => ({})))
    expect(unknown).toContain('no row in the permission table')
  })

  it('does not start when its body, query or path admits fields that nobody reads', async () => {
    const open = Type.Object({ name: Type.String() })
    const nested = closed({ list: Type.Array(open) })
    const config = { action: 'public', idempotencyKey: false } as const
    for (const schema of [{ body: open }, { body: nested }, { querystring: open }, { params: open }]) {
      const why = await startWith((app) => void app.post('/open/:name', { config, schema }, async () => ({})))
      expect(why).toContain('admits unknown fields')
    }
    expect(
      await startWith(
        (app) => void app.post('/fine', { config, schema: { body: closed({}) } }, async () => ({})),
      ),
    ).toBe('started')
  })

  it('is closed to everybody who is not signed in', async () => {
    expect(refusalOf(await api.as(null, 'GET', '/probes'))).toEqual({ status: 401, code: 'notSignedIn' })
    expect(refusalOf(await api.as(null, 'POST', '/probes/1/acceptance'))).toEqual({
      status: 401,
      code: 'notSignedIn',
    })
  })

  it('is closed to roles that its row does not name', async () => {
    const refused = await api.as(customer, 'POST', '/probes/1/acceptance')
    expect(refusalOf(refused)).toEqual({ status: 403, code: 'notPermitted' })
    expect(refused.json()).toMatchObject({ action: 'acceptClaim' })
    expect((await api.as(handler, 'POST', '/probes/1/acceptance')).statusCode).toBe(200)
    expect(refusalOf(await api.as(handler, 'GET', '/probes'))).toEqual({ status: 403, code: 'notPermitted' })
    expect((await api.as(customer, 'GET', '/probes')).statusCode).toBe(200)
  })

  it('that changes something wants an idempotency key of 8 to 200 visible characters', async () => {
    const send = (headers: Record<string, string>) =>
      api.app.inject({
        method: 'POST',
        url: '/probes/1/acceptance',
        headers: { ...handler.headers, ...headers },
      })
    expect(refusalOf(await send({}))).toEqual({ status: 400, code: 'idempotencyKeyMissing' })
    for (const key of ['', 'short', 'with a space', 'a'.repeat(201), 'umlaut-ä-12']) {
      expect(refusalOf(await send({ 'idempotency-key': key })), key).toMatchObject({ status: 400 })
    }
    const kept = async (key: string) => (await send({ 'idempotency-key': key })).json<{ key: string }>().key
    const random = randomUUID()
    expect(await kept(random)).toBe(random)
    // A key may be made of a phone, and is kept for long and in clear.
    expect(await kept('13800000000')).toMatch(/^[\w-]{43}$/)
    expect(await kept('13800000000')).toBe(await kept('13800000000'))
    expect(await kept('13800000000')).not.toBe(await kept('13800000001'))
  })

  it('reads numbers and booleans out of a query, and refuses what is there twice or unknown', async () => {
    const get = (query: string) => api.app.inject({ url: `/query?${query}` })
    expect((await get('limit=5&open=true')).json()).toEqual({ limit: 5, open: true })
    for (const query of [
      'limit=5&limit=6',
      'limit=x',
      'limit=51',
      'limit=5&sort=name',
      '__proto__=1&limit=1',
    ]) {
      const response = await get(query)
      expect(refusalOf(response), query).toEqual({ status: 400, code: 'malformed' })
    }
    expect((await get('limit=51')).json<{ fields: unknown }>().fields).toMatchObject([
      { path: '/querystring/limit', reason: 'maximum', text: { zh: '不能大于50。' } },
    ])
  })
})

describe('a partner', () => {
  it('comes with a key in every request, without cookie or token', async () => {
    const personId = await api.world.person()
    const { key, accountId } = await createPartnerAccount(api.world.database, personId)
    const send = (authorization: string) => api.as(null, 'GET', '/me', undefined, { authorization })
    const me = (await send(`Bearer ${key}`)).json<object>()
    expect(me).toMatchObject({
      accountId,
      kind: 'partner',
      roles: [{ role: 'partner', branchId: api.world.branchId }],
      csrfToken: null,
    })
    const stored = await api.world.database.query.accounts.findMany()
    expect(JSON.stringify(stored)).not.toContain(key)
    const guess = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    for (const wrong of [`Bearer ${guess}`, 'Bearer lpk_', `Basic ${key}`, `bearer${key}`, 'Bearer a.b.c']) {
      expect(refusalOf(await send(wrong)), wrong).toEqual({ status: 401, code: 'notSignedIn' })
    }
    expect(
      (await api.as(null, 'GET', '/probes', undefined, { authorization: `Bearer ${key}` })).statusCode,
    ).toBe(200)
  })
})

describe('too many requests', () => {
  const own = { account: null, address: null }

  it('to sign in as one account are refused as often as whoever runs it says', async () => {
    const limited = await TestApi.create({ rateLimits: configuredLimits(own, { account: 2, address: null }) })
    try {
      const statuses = []
      for (const login of ['wang', 'wang', 'WANG', 'li']) {
        const tried = { login, password: 'nothing of the kind' }
        statuses.push((await limited.as(null, 'POST', '/sign-in/staff-sessions', tried)).statusCode)
      }
      expect(statuses).toEqual([401, 401, 429, 401])
    } finally {
      await limited.close()
    }
  })

  it('of one account are refused for a while, whatever session they come from; others go on', async () => {
    const limited = await TestApi.create({ rateLimits: configuredLimits({ account: 3, address: null }, own) })
    try {
      const busy = await limited.world.member(['handler'])
      const sessions = [await limited.browser(busy), await limited.browser(busy)]
      const statuses = []
      for (const browser of [...sessions, ...sessions]) {
        statuses.push((await limited.as(browser, 'GET', '/me')).statusCode)
      }
      expect(statuses).toEqual([200, 200, 200, 429])
      const other = await limited.browser(await limited.world.member(['handler']))
      expect((await limited.as(other, 'GET', '/me')).statusCode).toBe(200)
    } finally {
      await limited.close()
    }
  })

  it('of one address are refused before anything is looked up', async () => {
    const limited = await TestApi.create({ rateLimits: configuredLimits({ account: null, address: 2 }, own) })
    try {
      const statuses = []
      for (const url of ['/health/live', '/nowhere', '/me?x', '/HEALTH/live']) {
        statuses.push((await limited.as(null, 'GET', url)).statusCode)
      }
      expect(statuses).toEqual([200, 404, 429, 429])
    } finally {
      await limited.close()
    }
  })
})

describe('the reference', () => {
  interface Answer {
    content?: Record<string, { schema: Record<string, unknown>; example?: unknown }>
  }
  interface Operation {
    'x-roles': unknown
    tags?: string[]
    operationId: string
    requestBody?: Answer
    responses: Record<string, Answer>
    parameters?: { name: string; in: string }[]
    security: object[]
  }
  const document = async () =>
    (await api.app.inject({ url: '/openapi.json' })).json<{
      openapi: string
      paths: Record<string, Record<string, Operation>>
      components: { schemas: Record<string, { properties: { code: { enum: string[] } } }> }
    }>()

  it('shows for every route who may call it, as the permission table says', async () => {
    const { openapi, paths, components } = await document()
    expect(openapi).toBe('3.1.0')
    expect(paths['/probes/{claimId}/acceptance']?.['post']?.['x-roles']).toEqual(permissions.acceptClaim)
    expect(paths['/sign-in/codes']?.['post']?.['x-roles']).toBe('public')
    for (const [path, operations] of Object.entries(paths)) {
      for (const operation of Object.values(operations)) expect(operation['x-roles'], path).toBeDefined()
    }
    expect(components.schemas['Problem']?.properties.code.enum).toContain('notPermitted')
  })

  it('describes every refusal as a problem, and the headers that a change carries', async () => {
    const grant = (await document()).paths['/people/{personId}/roles']?.['post']
    for (const status of ['400', '401', '403', '404', '422', '429', '503']) {
      expect(grant?.responses[status]?.content, status).toHaveProperty(['application/problem+json'])
    }
    expect(grant?.parameters?.map(({ name }) => name)).toContain('idempotency-key')
    expect(grant?.security[0]).toEqual({ session: [], csrf: [] })
  })

  it('shows with every request and every answer an example that its schema takes', async () => {
    const { paths } = await document()
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    )
    const shown = operations.flatMap(({ name, operation: { requestBody, responses } }) =>
      [requestBody ?? {}, ...Object.values(responses)].flatMap(({ content = {} }) =>
        Object.entries(content).map(([mediaType, media]) => ({ name, mediaType, ...media })),
      ),
    )
    const made = shown.filter(({ mediaType }) => mediaType === 'application/json')
    expect(made.length).toBeGreaterThan(120)
    for (const { name, schema, example } of made) {
      expect(example, name).toBeDefined()
      const [valid, faults] = Schema.Errors(schema, example)
      expect(valid, `${name}: ${JSON.stringify(faults)}`).toBe(true)
    }
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
  })

  it('describes the bodies of routes that read them by themselves, files, and what a route refuses', async () => {
    const { paths } = await document()
    const upload = paths['/claims/{claimId}/documents']?.['post']
    expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual(['multipart/form-data'])
    expect(paths['/bank/callbacks']?.['post']?.requestBody?.content).toHaveProperty(['application/json'])
    const view = paths['/claims/{claimId}/documents/{documentId}/view']?.['get']
    expect(view?.responses['200']?.content).toHaveProperty(['image/jpeg'])
    expect(paths['/sign-in/staff-sessions']?.['post']?.responses).toHaveProperty('401')
    const headers = paths['/drafts/{draftId}']?.['put']?.parameters?.map(({ name }) => name)
    expect(headers).toContain('if-match')
  })

  it('is a page that needs nobody but us', async () => {
    const page = await api.app.inject({ url: '/reference/' })
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'/)
    expect(policy).toContain("connect-src 'self'")
    const script = await api.app.inject({ url: '/reference/js/scalar.js' })
    expect(script.statusCode).toBe(200)
  })
})

describe('every answer', () => {
  it('forbids inline scripts, frames and caches', async () => {
    const { headers } = await api.as(handler, 'GET', '/me')
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('is logged by its route, without address, cookie or body', async () => {
    await api.as(customer, 'GET', '/people/11111111-1111-4111-8111-111111111111?secret=1')
    const line = api.log.find((entry) => entry.includes('/people/:personId'))
    expect(JSON.parse(line ?? '')).toMatchObject({ method: 'GET', status: 403, msg: 'request' })
    expect(api.log.join('')).not.toContain('secret=1')
    expect(api.log.join('')).not.toContain(customer.token)
  })
})

describe('the health checks', () => {
  it('are ready without Temporal, and not without the database', async () => {
    const ready = await api.as(null, 'GET', '/health/ready')
    expect(ready.json()).toMatchObject({ ready: true, database: 'ok', temporal: 'unreachable' })
    expect(ready.statusCode).toBe(200)
    const dead = await TestApi.create()
    try {
      await dead.world.database.$client.end()
      const response = await dead.as(null, 'GET', '/health/ready')
      expect(response.statusCode).toBe(503)
      expect(response.json()).toMatchObject({ ready: false, database: 'unreachable' })
      expect((await dead.as(null, 'GET', '/health/live')).json()).toEqual({ live: true })
    } finally {
      await dead.app.close()
      await dead.world.queue.stop()
      await dead.world.test.drop()
    }
  })
})
