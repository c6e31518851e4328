import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '../../api/session/cookie.ts'
import { hashPassword } from '../../db/identity/passwords.ts'
import { idleLimit, sessionLimit } from '../../db/identity/sessions.ts'
import { tokenHash } from '../../db/identity/tokens.ts'
import { accounts, roleGrants, sessions } from '../../db/schema/index.ts'
import { refusalOf, TestApi } from '../support/api.ts'
import type { Member } from '../support/world.ts'

const password = 'correct horse battery'
let api: TestApi
let handler: Member

beforeAll(async () => {
  api = await TestApi.create()
  handler = await api.world.member(['handler'])
  await setLogin(handler, 'handler.one')
})
afterAll(async () => api.close())

async function setLogin(member: Member, login: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await api.world.database
    .update(accounts)
    .set({ login, passwordHash })
    .where(eq(accounts.id, member.accountId))
}

const signIn = (login: string, secret: string, headers = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/sign-in/staff-sessions',
    headers,
    payload: { login, password: secret },
  })

const changeSession = (token: string, change: Parameters<ReturnType<typeof update>['set']>[0]) =>
  update()
    .set(change)
    .where(eq(sessions.tokenHash, tokenHash(token)))
const update = () => api.world.database.update(sessions)

describe('signing in with a password', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await signIn(' Handler.One ', password)
    expect(response.statusCode).toBe(201)
    const [cookie] = response.cookies
    expect(cookie).toMatchObject({ name: sessionCookie, httpOnly: true, sameSite: 'Strict', path: '/' })
    const stored = await api.world.database.select().from(sessions)
    expect(JSON.stringify(stored)).not.toContain(cookie?.value)
  })

  it('gives the same answer for a wrong password, an unknown name and a disabled account', async () => {
    const gone = await api.world.member(['handler'])
    await setLogin(gone, 'handler.gone')
    await api.world.database
      .update(accounts)
      .set({ disabledAt: Date.now() })
      .where(eq(accounts.id, gone.accountId))
    const answers = await Promise.all([
      signIn('handler.one', 'wrong password 1'),
      signIn('nobody.at.all', 'wrong password 1'),
      signIn('handler.gone', password),
    ])
    const [first, ...others] = answers.map((answer) => ({ ...answer.json<object>(), instance: '' }))
    expect(first).toMatchObject({ status: 401, code: 'signInFailed' })
    for (const other of others) expect(other).toEqual(first)
  })

  it('does the work of a check for an unknown name too', async () => {
    const timed = async (login: string) => {
      const began = performance.now()
      await signIn(login, 'wrong password 2', { 'x-request-id': 'timing-of-sign-in' })
      return performance.now() - began
    }
    const durations = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 5; round += 1) {
      durations.known.push(await timed('handler.one'))
      durations.unknown.push(await timed(`unknown.${round}`))
    }
    // Without the work it takes a millisecond against some twenty; a busy machine only makes both slower.
    expect(Math.min(...durations.unknown)).toBeGreaterThan(Math.min(...durations.known) / 2)
  })

  it('never takes over a session that the browser brought along, and ends that one', async () => {
    const planted = await api.browser(handler)
    const response = await signIn('handler.one', password, { cookie: `${sessionCookie}=${planted.token}` })
    expect(response.statusCode).toBe(201)
    expect(response.cookies[0]?.value).not.toBe(planted.token)
    expect(refusalOf(await api.as(planted, 'GET', '/me'))).toEqual({ status: 401, code: 'sessionExpired' })
  })

  it('does not begin a session with a token that somebody else made up', async () => {
    const cookie = `${sessionCookie}=${'a'.repeat(43)}`
    const response = await signIn('handler.one', password, { cookie })
    expect(response.cookies[0]?.value).not.toBe('a'.repeat(43))
    const refused = await api.app.inject({ url: '/me', headers: { cookie } })
    expect(refusalOf(refused)).toEqual({ status: 401, code: 'notSignedIn' })
  })

  it('counts tries by name and address, so that guessing elsewhere locks nobody out', async () => {
    const member = await api.world.member(['handler'])
    await setLogin(member, 'handler.two')
    const from = (remoteAddress: string, login: string, secret: string) =>
      api.app.inject({
        method: 'POST',
        url: '/sign-in/staff-sessions',
        remoteAddress,
        payload: { login, password: secret },
        // Proxies are not trusted, so a header does not give anybody a new address.
        headers: { 'x-forwarded-for': `203.0.113.${Math.trunc(Math.random() * 250)}` },
      })
    for (const login of ['handler.two', 'HANDLER.TWO', ' handler.two']) {
      for (let round = 0; round < 3; round += 1) await from('198.51.100.7', login, 'guess guess')
    }
    expect((await from('198.51.100.7', 'handler.two', 'guess guess')).statusCode).toBe(401)
    const limited = await from('198.51.100.7', 'handler.two', password)
    expect(refusalOf(limited)).toEqual({ status: 429, code: 'tooManyRequests' })
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(60)
    expect((await from('198.51.100.8', 'handler.two', password)).statusCode).toBe(201)
  })
})

describe('a session', () => {
  it('ends with the sign-out', async () => {
    const browser = await api.browser(handler)
    expect((await api.as(browser, 'GET', '/session')).statusCode).toBe(200)
    const out = await api.as(browser, 'DELETE', '/session')
    expect(out.statusCode).toBe(204)
    expect(out.cookies[0]).toMatchObject({ name: sessionCookie, value: '' })
    expect(refusalOf(await api.as(browser, 'GET', '/me'))).toEqual({ status: 401, code: 'sessionExpired' })
  })

  it('ends after half an hour without a request, and every request extends it', async () => {
    const browser = await api.browser(handler)
    await changeSession(browser.token, { lastSeenAt: Date.now() - idleLimit + 60_000 })
    expect((await api.as(browser, 'GET', '/me')).statusCode).toBe(200)
    const [seen] = await api.world.database
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, tokenHash(browser.token)))
    expect(seen?.lastSeenAt).toBeGreaterThan(Date.now() - 10_000)
    await changeSession(browser.token, { lastSeenAt: Date.now() - idleLimit - 1000 })
    expect(refusalOf(await api.as(browser, 'GET', '/me'))).toEqual({ status: 401, code: 'sessionExpired' })
  })

  it('ends after twelve hours however busy it is', async () => {
    const browser = await api.browser(handler)
    const [row] = await api.world.database
      .select({
        hours: sql<number>`extract(epoch from ${sessions.expiresAt} - ${sessions.createdAt}) * 1000`,
      })
      .from(sessions)
      .where(eq(sessions.tokenHash, tokenHash(browser.token)))
    expect(Number(row?.hours)).toBeGreaterThan(sessionLimit - 1000)
    expect(Number(row?.hours)).toBeLessThan(sessionLimit + 1000)
    await changeSession(browser.token, { expiresAt: Date.now() - 1000 })
    expect(refusalOf(await api.as(browser, 'GET', '/me'))).toEqual({ status: 401, code: 'sessionExpired' })
  })

  it('is dead with the next request once the account is disabled', async () => {
    const member = await api.world.member(['handler'])
    const browser = await api.browser(member)
    expect((await api.as(browser, 'GET', '/me')).statusCode).toBe(200)
    await api.world.database
      .update(accounts)
      .set({ disabledAt: Date.now() })
      .where(eq(accounts.id, member.accountId))
    expect(refusalOf(await api.as(browser, 'GET', '/me'))).toEqual({ status: 401, code: 'sessionExpired' })
  })

  it('loses a role with the next request, and never has one that nobody confirmed', async () => {
    const member = await api.world.member(['auditor'])
    const browser = await api.browser(member)
    const grants = () => api.world.database.update(roleGrants)
    expect((await api.as(browser, 'GET', '/people')).statusCode).toBe(200)
    await grants()
      .set({ validTo: Date.now() - 1000 })
      .where(eq(roleGrants.personId, member.personId))
    expect(refusalOf(await api.as(browser, 'GET', '/people'))).toEqual({ status: 403, code: 'notPermitted' })
    await grants()
      .set({ validTo: null, confirmedAt: null, confirmedBy: null })
      .where(eq(roleGrants.personId, member.personId))
    expect(refusalOf(await api.as(browser, 'GET', '/people'))).toEqual({ status: 403, code: 'notPermitted' })
  })

  it('changes nothing without the token of that very session', async () => {
    const [browser, other] = [await api.browser(handler), await api.browser(handler)]
    const { 'x-csrf-token': foreign, ...rest } = other.headers
    const attempts = [
      { cookie: browser.headers['cookie'] ?? '' },
      { cookie: browser.headers['cookie'] ?? '', 'x-csrf-token': '' },
      { cookie: browser.headers['cookie'] ?? '', 'x-csrf-token': foreign ?? '' },
    ]
    expect(rest['cookie']).toBeDefined()
    for (const headers of attempts) {
      const response = await api.app.inject({ method: 'DELETE', url: '/session', headers })
      expect(refusalOf(response)).toEqual({ status: 403, code: 'csrfInvalid' })
    }
    expect((await api.as(browser, 'GET', '/me')).statusCode).toBe(200)
  })

  it('throws every other session out when the password changes', async () => {
    const member = await api.world.member(['handler'])
    await setLogin(member, 'handler.three')
    const [own, other] = [await api.browser(member), await api.browser(member)]
    const wrong = await api.as(own, 'PUT', '/me/password', {
      current: 'not it at all',
      next: 'a new long password',
    })
    expect(refusalOf(wrong)).toEqual({ status: 401, code: 'signInFailed' })
    const changed = await api.as(own, 'PUT', '/me/password', {
      current: password,
      next: 'a new long password',
    })
    expect(changed.statusCode).toBe(204)
    expect((await api.as(own, 'GET', '/me')).statusCode).toBe(200)
    expect((await api.as(other, 'GET', '/me')).statusCode).toBe(401)
    expect((await signIn('handler.three', password)).statusCode).toBe(401)
    expect((await signIn('handler.three', 'a new long password')).statusCode).toBe(201)
  })
})

describe('who I am', () => {
  it('shows roles, branches and limits as they are now, and the language asked for', async () => {
    const approver = await api.world.member(['approver'], { limitMinor: 5_000_000 })
    const browser = await api.browser(approver)
    const me = (await api.as(browser, 'GET', '/me', undefined, { 'accept-language': 'en' })).json<object>()
    expect(me).toMatchObject({
      personId: approver.personId,
      kind: 'staff',
      roles: [{ role: 'approver', branchId: api.world.branchId }],
      branches: [{ id: api.world.branchId, code: '0101' }],
      limits: [{ line: null, limitMinor: 5_000_000, validTo: null }],
      csrfToken: browser.headers['x-csrf-token'],
      language: 'en',
    })
  })

  it('is a customer and nothing else who came by the customer account, even if they work here', async () => {
    const member = await api.world.member(['administrator'])
    const accountId = await api.world.account(member.personId, 'customer')
    const browser = await api.browser({ ...member, accountId })
    const me = (await api.as(browser, 'GET', '/me')).json<{ roles: unknown; name: string }>()
    expect(me.roles).toEqual([{ role: 'customer', branchId: null }])
    expect(me.name).toBe('张*')
    expect(refusalOf(await api.as(browser, 'GET', '/people'))).toEqual({ status: 403, code: 'notPermitted' })
  })
})
