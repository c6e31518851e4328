import cookie from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type NewSession, sessionLimit } from '../../db/identity/sessions.ts'
import type { Api } from '../api.ts'

export const sessionCookie = 'lipei_session'

export async function readCookies(app: Api): Promise<void> {
  await app.register(cookie)
}

/** The token that a browser brought, unless it cannot be one of ours. */
export function cookieToken(request: FastifyRequest): string | undefined {
  const token = request.cookies[sessionCookie]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

/** Scripts cannot read it, other sites cannot send it, and plain HTTP does not carry it where HTTPS is spoken. */
const attributes = (publicUrl: string) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: publicUrl.startsWith('https:'),
})

export function setSessionCookie(reply: FastifyReply, publicUrl: string, { token }: NewSession): void {
  void reply.setCookie(sessionCookie, token, { ...attributes(publicUrl), maxAge: sessionLimit / 1000 })
}

export function clearSessionCookie(reply: FastifyReply, publicUrl: string): void {
  void reply.clearCookie(sessionCookie, attributes(publicUrl))
}
