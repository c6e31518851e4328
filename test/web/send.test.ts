import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** What a page finds around it; the modules read it when they are loaded. */
function page(): void {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  })
  vi.stubGlobal('location', new URL('http://lipei.test/my'))
  vi.stubGlobal('navigator', { onLine: true, language: 'zh-CN' })
}

type Step = Response | 'cut'
const sent: Request[] = []

/** Answers one after the other; what is sent is kept. */
function network(...steps: readonly Step[]): void {
  const left = [...steps]
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request)
    const step = left.shift()
    if (step === undefined || step === 'cut') throw new TypeError('network')
    return step
  })
}

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  })
const refusal = (status: number, code: string) =>
  json(status, { code, status, text: { zh: code, en: code }, instance: 'request-1', type: '', title: '' })

beforeEach(() => {
  sent.length = 0
  page()
  vi.resetModules()
})
afterEach(() => vi.unstubAllGlobals())

const load = async () => {
  const [{ api, answer }, session] = await Promise.all([
    import('../../web/http/client.ts'),
    import('../../web/http/session.ts'),
  ])
  const note = () =>
    answer(
      api.POST('/claims/{claimId}/messages', {
        params: { path: { claimId: 'c' }, header: { 'idempotency-key': 'key-0001' } },
        body: { message: '您好' },
      }),
    )
  return { api, answer, note, ...session }
}

const keys = () => sent.map(({ headers }) => headers.get('idempotency-key'))

describe('a change', () => {
  it('carries its key, the token of the session and the language', async () => {
    network(json(200, { csrfToken: 'token-1' }), json(200, {}))
    const { note } = await load()
    await note()
    const headers = sent.at(-1)?.headers
    expect(new URL(sent[0]?.url ?? '').pathname).toBe('/session')
    expect(headers?.get('x-csrf-token')).toBe('token-1')
    expect(headers?.get('accept-language')).toBe('zh')
    expect(headers?.get('idempotency-key')).toBe('key-0001')
  })

  it('whose answer was lost is sent again by itself, under the same key and with the same body', async () => {
    network('cut', refusal(503, 'temporarilyUnavailable'), json(200, {}))
    const { note, rememberCsrf } = await load()
    rememberCsrf('token-1')
    await note()
    expect(keys()).toEqual(['key-0001', 'key-0001', 'key-0001'])
    expect(await sent.at(-1)?.json()).toEqual({ message: '您好' })
  })

  it('that meets the end of the session waits for the sign-in and is then sent again', async () => {
    network(refusal(401, 'sessionExpired'), json(200, {}))
    const { note, rememberCsrf, sessionExpiry, sessionRestored } = await load()
    rememberCsrf('token-1')
    const under = note()
    await vi.waitFor(() => expect(sessionExpiry.isExpired()).toBe(true))
    expect(sent).toHaveLength(1)
    rememberCsrf('token-2')
    sessionRestored()
    await under
    expect(keys()).toEqual(['key-0001', 'key-0001'])
    expect(sent.at(-1)?.headers.get('x-csrf-token')).toBe('token-2')
  })

  it('with the token of another tab asks for the present one, once', async () => {
    network(refusal(403, 'csrfInvalid'), json(200, { csrfToken: 'token-2' }), json(200, {}))
    const { note, rememberCsrf } = await load()
    rememberCsrf('token-1')
    await note()
    expect(sent.at(-1)?.headers.get('x-csrf-token')).toBe('token-2')
  })

  it('that is refused is no repetition, and becomes a problem with code, text and request', async () => {
    network(refusal(409, 'wrongStage'))
    const { note, rememberCsrf } = await load()
    rememberCsrf('token-1')
    await expect(note()).rejects.toMatchObject({ code: 'wrongStage', requestId: 'request-1', unclear: false })
    expect(sent).toHaveLength(1)
  })

  it('that nobody answers becomes a problem that may have taken effect', async () => {
    network('cut', 'cut', 'cut')
    const { note, rememberCsrf } = await load()
    rememberCsrf('token-1')
    await expect(note()).rejects.toMatchObject({ code: 'offline', status: 0, unclear: true })
  })
})

it('who was never signed in is told, not asked to sign in again', async () => {
  network(refusal(401, 'notSignedIn'))
  const { api, answer, sessionExpiry } = await load()
  await expect(answer(api.GET('/me'))).rejects.toMatchObject({ code: 'notSignedIn' })
  expect(sessionExpiry.isExpired()).toBe(false)
})
