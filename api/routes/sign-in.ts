import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { staffAccount } from '../../db/identity/accounts.ts'
import { codeLimit, issueCode, redeemCode } from '../../db/identity/codes.ts'
import { passwordCheck } from '../../db/identity/passwords.ts'
import { beginSession, endSession } from '../../db/identity/sessions.ts'
import { tokenHash } from '../../db/identity/tokens.ts'
import { refuse } from '../../domain/errors.ts'
import { checkMobilePhone } from '../../domain/identity/phone.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { requireField } from '../fields.ts'
import type { Limiters } from '../plugins/rate-limits.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { phone } from '../schemas/session.ts'
import { closed, id } from '../schemas/values.ts'
import { clearSessionCookie, cookieToken, setSessionCookie } from '../session/cookie.ts'
import { csrfToken } from '../session/csrf.ts'
import { isoInstant } from '../wire.ts'

/** Milliseconds that asking for a code takes at least: whether a telephone is known shows in nothing. */
const codeFloor = 60

const begun = closed({ csrfToken: Type.String(), expiresAt: wireInstant })
const staffBody = closed({
  login: Type.String({ minLength: 1, maxLength: 64 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
})
const codeBody = closed({ phone })
const redeemBody = closed({ codeId: id, code: Type.String({ pattern: '^[0-9]{6}$' }) })

/** What has been validated before a limiter reads it. */
function field(request: FastifyRequest, name: string): string {
  return String((request.body as Record<string, unknown>)[name])
}

/** One telephone is one, with the country's code or without, however it is spaced. */
const mobileDigits = (text: string) => text.replaceAll(/\D/g, '').slice(-11)

/**
 * Signing in. None of these routes says whether an account exists, and each try costs the same time. They take
 * effect anew every time they are called, so they carry no key.
 */
export function signInRoutes(app: Api, dependencies: Dependencies, limiters: Limiters): void {
  const { database, cipher, config, sendCode } = dependencies
  const checkPassword = passwordCheck()
  const options = { action: 'public', idempotencyKey: false } as const

  /** A new session; what the browser brought is ended, so that nobody can have planted it. */
  async function begin(request: FastifyRequest, reply: FastifyReply, accountId: string) {
    const brought = cookieToken(request)
    if (brought !== undefined) await endSession(database, tokenHash(brought))
    const session = await beginSession(database, accountId)
    setSessionCookie(reply, config.api.publicUrl, session)
    return { csrfToken: csrfToken(session.csrfSecret), expiresAt: isoInstant(session.expiresAt) }
  }

  const staffTries = limiters.by('signIn', (request) => field(request, 'login'))
  const staffAddress = limiters.by('signInAddress')
  app.post(
    '/sign-in/staff-sessions',
    {
      config: options,
      schema: {
        tags: ['sign-in'],
        summary: 'Sign in with user name and password 员工登录',
        body: staffBody,
        refusals: ['signInFailed'],
        response: { 201: begun },
      },
      preHandler: [staffAddress, staffTries],
    },
    async (request, reply) => {
      const { login, password } = request.body
      const account = await staffAccount(database, login.trim().toLowerCase())
      const right = await checkPassword(account?.passwordHash ?? null, password)
      if (account === undefined || !right || account.disabled) return refuse('signInFailed')
      return reply.code(201).send(await begin(request, reply, account.id))
    },
  )

  const codeTries = limiters.by('code', (request) => mobileDigits(field(request, 'phone')))
  const codeAddress = limiters.by('codeAddress')
  app.post(
    '/sign-in/codes',
    {
      config: options,
      schema: {
        tags: ['sign-in'],
        summary: 'Ask for a one-time code by text message 获取验证码',
        description: 'The answer is the same whether or not the telephone is known.',
        body: codeBody,
        response: { 202: closed({ codeId: id, expiresInSeconds: Type.Integer() }) },
      },
      preHandler: [codeAddress, codeTries],
    },
    async (request, reply) => {
      const mobile = requireField('/phone', checkMobilePhone(request.body.phone))
      const phoneHash = cipher.lookupHash('phone', mobile)
      const [codeId] = await Promise.all([
        issueCode(database, { phone: mobile, phoneHash, key: config.lookupKey, sendCode }),
        sleep(codeFloor),
      ])
      return reply.code(202).send({ codeId, expiresInSeconds: codeLimit / 1000 })
    },
  )

  const redeemTries = limiters.by('signIn', (request) => field(request, 'codeId'))
  app.post(
    '/sign-in/sessions',
    {
      config: options,
      schema: {
        tags: ['sign-in'],
        summary: 'Sign in with a one-time code 客户登录',
        body: redeemBody,
        refusals: ['codeWrong'],
        response: { 201: begun },
      },
      preHandler: [staffAddress, redeemTries],
    },
    async (request, reply) => {
      const { codeId, code } = request.body
      const accountId = await redeemCode(database, { id: codeId, code, key: config.lookupKey })
      return reply.code(201).send(await begin(request, reply, accountId))
    },
  )

  app.delete(
    '/session',
    {
      config: { action: 'signedIn', idempotencyKey: false },
      schema: { tags: ['sign-in'], summary: 'Sign out 退出', response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { sessionHash } = request.identity
      if (sessionHash !== null) await endSession(database, sessionHash)
      clearSessionCookie(reply, config.api.publicUrl)
      return reply.code(204).send(null)
    },
  )
}
