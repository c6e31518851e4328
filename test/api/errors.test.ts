import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Type } from 'typebox'
import { createDatabase } from '../../db/client.ts'
import { DomainError, type RefusalCode, refusals } from '../../domain/errors.ts'
import { closed } from '../../api/schemas/values.ts'
import { refusalOf, TestApi } from '../support/api.ts'

const canary = 'canary-310101199001011234'
let api: TestApi

const echo = closed({
  name: Type.String({ minLength: 2, maxLength: 20 }),
  amountMinor: Type.Integer({ minimum: 1 }),
  inner: Type.Optional(closed({ tags: Type.Array(Type.String(), { maxItems: 3 }) })),
})

beforeAll(async () => {
  api = await TestApi.create({}, (app) => {
    const config = { action: 'public', idempotencyKey: false } as const
    app.post('/echo', { config, schema: { body: echo } }, async (request) => request.body)
    app.get(
      '/refuse/:code',
      { config, schema: { params: closed({ code: Type.String() }) } },
      async (request) => {
        throw new DomainError(request.params.code as RefusalCode, { seen: 1, status: 200, text: 'replaced' })
      },
    )
    app.get('/bug', { config }, async () => {
      throw new TypeError('a bug with a place')
    })
    app.get('/database-error', { config }, async () => {
      await api.world.database.$client.query('select $1::uuid', [canary])
    })
    app.get('/orm-error', { config }, async () => {
      const { sql } = await import('drizzle-orm')
      await api.world.database.execute(sql`select ${canary}::uuid`)
    })
    app.get('/unreachable', { config }, async () => {
      const nowhere = createDatabase('postgres://nobody:nothing@127.0.0.1:1/none')
      try {
        await nowhere.$client.query('select 1')
      } finally {
        await nowhere.$client.end()
      }
    })
    app.get('/slow-lock', { config }, async () => {
      await api.world.database.$client.query('set local statement_timeout = 20; select pg_sleep(1)')
    })
  })
})
afterAll(async () => api.close())

const post = (payload: string | object, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/echo',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })
const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })

describe('a refusal', () => {
  it('is a problem with status, code, both texts and the number of the request', async () => {
    for (const code of Object.keys(refusals) as RefusalCode[]) {
      const response = await get(`/refuse/${code}`, { 'x-request-id': 'test-request-1' })
      const { status, text, retry } = refusals[code]
      expect(response.statusCode).toBe(status)
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(response.headers['retry-after'] !== undefined, code).toBe(retry)
      expect(response.json()).toEqual({
        type: `/problems/${code}`,
        title: text.zh,
        status,
        code,
        text,
        instance: 'test-request-1',
        seen: 1,
      })
    }
  })

  it('is titled in Chinese unless English is preferred', async () => {
    const { zh, en } = refusals.notFound.text
    const asked = [
      ['', zh],
      ['zh-CN,zh;q=0.9,en;q=0.8', zh],
      ['en-GB,en;q=0.9,zh;q=0.1', en],
      ['en;q=0.1,zh;q=0.5', zh],
      ['fr,de', zh],
      ['fr, en;q=0.2', en],
      ['en;q=0', zh],
      [';;q=,,,'.repeat(100), zh],
    ] as const
    for (const [language, title] of asked) {
      const response = await get('/refuse/notFound', { 'accept-language': language })
      expect(response.json<{ title: string }>().title, language).toBe(title)
    }
  })

  it('takes the caller’s number of the request only when it is harmless', async () => {
    const numbered = await get('/nowhere', { 'x-request-id': 'opId-012345' })
    expect(numbered.headers['x-request-id']).toBe('opId-012345')
    for (const forged of ['short', 'a'.repeat(65), 'with space and "quotes"']) {
      const response = await get('/nowhere', { 'x-request-id': forged })
      expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('says "not found" for an unknown path and "not allowed" for a known one', async () => {
    expect(refusalOf(await get('/nowhere'))).toEqual({ status: 404, code: 'notFound' })
    const wrongMethod = await api.app.inject({ method: 'DELETE', url: '/echo' })
    expect(refusalOf(wrongMethod)).toEqual({ status: 405, code: 'methodNotAllowed' })
    expect(wrongMethod.headers['allow']).toBe('POST')
    const withParameter = await api.app.inject({ method: 'POST', url: '/people/some-id?x=1' })
    expect(withParameter.headers['allow']).toBe('GET, HEAD')
    expect(refusalOf(await get('/%E0%A4%A'))).toEqual({ status: 400, code: 'malformed' })
  })
})

describe('a body', () => {
  it('is refused with the place and reason of everything that is wrong, and no value', async () => {
    const response = await post({ name: canary, amountMinor: '5', status: canary, inner: { tags: [], x: 1 } })
    expect(refusalOf(response)).toEqual({ status: 400, code: 'malformed' })
    expect(response.body).not.toContain(canary)
    const { fields } = response.json<{ fields: { path: string; reason: string; text: object }[] }>()
    expect(fields.map(({ path, reason }) => `${path} ${reason}`).toSorted()).toEqual([
      '/amountMinor type',
      '/inner/x additionalProperties',
      '/name maxLength',
      '/status additionalProperties',
    ])
    expect(fields[0]?.text).toHaveProperty('zh')
    const missing = (await post({ name: 'ab' })).json<{ fields: unknown[] }>()
    expect(missing.fields).toMatchObject([{ path: '/amountMinor', reason: 'required' }])
  })

  it('is never coerced: a number in quotes is no number', async () => {
    expect((await post({ name: 'ab', amountMinor: '1' })).statusCode).toBe(400)
    expect((await post({ name: 'ab', amountMinor: 1.5 })).statusCode).toBe(400)
    expect((await post({ name: 'ab', amountMinor: 1 })).statusCode).toBe(200)
  })

  it('cannot reach a prototype', async () => {
    const bodies = [
      '{"name":"ab","amountMinor":1,"__proto__":{"polluted":1}}',
      '{"name":"ab","amountMinor":1,"inner":{"tags":[],"__proto__":{"polluted":1}}}',
      '{"name":"ab","amountMinor":1,"constructor":{"prototype":{"polluted":1}}}',
      String.raw`{"name":"ab","amountMinor":1,"\u005f_proto__":{"polluted":1}}`,
    ]
    for (const body of bodies) {
      expect(refusalOf(await post(body)), body).toEqual({ status: 400, code: 'malformed' })
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('is nested at most 32 levels deep, whatever stands in its strings', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    for (const depth of [33, 400_000]) {
      const response = await post(nested(depth))
      expect(response.json<{ fields: unknown }>().fields).toMatchObject([{ reason: 'depth' }])
    }
    expect((await post(nested(32))).json<{ fields: unknown }>().fields).toMatchObject([{ reason: 'type' }])
    const text = String.raw`\"[[[[[[[[[[`
    expect((await post(`{"name":"${text}","amountMinor":1}`)).statusCode).toBe(200)
  })

  it('holds no half of a character, in a value or in a name', async () => {
    for (const half of [
      String.raw`{"name":"ab\ud83d"}`,
      String.raw`{"name":"\ude00ab"}`,
      String.raw`{"\uDFFF":1}`,
    ]) {
      const response = await post(half)
      expect(response.json<{ fields: unknown }>().fields).toMatchObject([{ reason: 'character' }])
    }
    const whole = await post(String.raw`{"name":"ab\ud83d\ude00 \\ud83d","amountMinor":1}`)
    expect(whole.json()).toMatchObject({ name: String.raw`ab😀 \ud83d` })
  })

  it('is at most a mebibyte, JSON, and complete', async () => {
    const refused = async (payload: string, headers = {}) => refusalOf(await post(payload, headers))
    expect(await refused(`"${'x'.repeat(1024 * 1024)}"`)).toEqual({ status: 413, code: 'bodyTooLarge' })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await refused('name=ab', form)).toEqual({ status: 415, code: 'mediaTypeNotAllowed' })
    expect(await refused('{}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
    for (const broken of ['{', '', 'undefined', '{"name":"ab",}']) {
      expect(await refused(broken), broken).toEqual({ status: 400, code: 'malformed' })
    }
  })

  it('never makes the server fail, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.anything().map(fc.stringify)), async (body) => {
        expect((await post(body)).statusCode).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what nobody has foreseen', () => {
  it('is answered with the number of the request and nothing about the cause', async () => {
    const response = await get('/bug', { 'x-request-id': 'find-me-in-the-log' })
    expect(refusalOf(response)).toEqual({ status: 500, code: 'unexpected' })
    expect(response.body).not.toContain('a bug with a place')
    const line = api.log.find((entry) => entry.includes('find-me-in-the-log') && entry.includes('unexpected'))
    expect(line).toContain('a bug with a place')
    expect(line).toContain('errors.test.ts')
  })

  it.each(['/database-error', '/orm-error'])(
    'says nothing of the parameters of a statement: %s',
    async (url) => {
      const response = await get(url)
      expect(response.statusCode).toBe(500)
      expect(response.body).not.toContain('canary')
      expect(api.log.join('')).not.toContain('canary')
      expect(api.log.join('')).toContain('22P02')
    },
  )

  it.each(['/unreachable', '/slow-lock'])('is "later" when the database cannot: %s', async (url) => {
    const response = await get(url)
    expect(refusalOf(response)).toEqual({ status: 503, code: 'temporarilyUnavailable' })
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
  })
})
