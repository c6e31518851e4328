import type { FastifyRequest } from 'fastify'
import { keyedHash, sameSecret } from '../../db/identity/tokens.ts'
import { refuse } from '../../domain/errors.ts'

export const csrfHeader = 'x-csrf-token'

/** What a page of ours sends along with every change: another site can send the cookie's owner, not this. */
export function csrfToken(csrfSecret: string): string {
  return keyedHash(Buffer.from(csrfSecret), 'csrf', 'token')
}

/** Refuses with `csrfInvalid` what does not carry the token of its own session. */
export function checkCsrf(request: FastifyRequest, csrfSecret: string): void {
  const sent = request.headers[csrfHeader]
  if (typeof sent !== 'string' || !sameSecret(sent, csrfToken(csrfSecret))) refuse('csrfInvalid')
}
