import { Type } from 'typebox'
import { changePassword, passwordOf } from '../../db/identity/accounts.ts'
import { hashPassword, passwordCheck } from '../../db/identity/passwords.ts'
import { readOwnProfile } from '../../db/identity/read-people.ts'
import { endOtherSessions } from '../../db/identity/sessions.ts'
import { fieldContext } from '../../db/encryption/field-cipher.ts'
import { transact } from '../../db/transact.ts'
import { refuse } from '../../domain/errors.ts'
import { maskName } from '../../domain/privacy/mask.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Limiters } from '../plugins/rate-limits.ts'
import { languageOf } from '../problem.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { heldRole, password, sessionSchema } from '../schemas/session.ts'
import { closed, fenAmount, id, list, nullable, oneOf } from '../schemas/values.ts'
import { csrfToken } from '../session/csrf.ts'
import { isoInstantOrNull } from '../wire.ts'

const me = closed({
  accountId: id,
  personId: id,
  kind: oneOf(['staff', 'customer', 'partner']),
  name: Type.String({ description: 'The working name of staff; masked for everybody else.' }),
  roles: list(heldRole),
  branches: list(closed({ id, code: Type.String(), name: Type.String() })),
  limits: list(
    closed({ line: nullable(Type.String()), limitMinor: fenAmount, validTo: nullable(wireInstant) }),
    'Up to which amount this person may approve now.',
  ),
  csrfToken: nullable(Type.String()),
  language: oneOf(['zh', 'en']),
})

/** What a signed-in person may know and change about themselves. */
export function meRoutes(app: Api, { database, cipher }: Dependencies, limiters: Limiters): void {
  const checkPassword = passwordCheck()

  app.get(
    '/session',
    {
      config: { action: 'signedIn' },
      schema: {
        tags: ['sign-in'],
        summary: 'The present session, with the token that every change carries 当前会话',
        response: { 200: sessionSchema },
      },
    },
    async (request) => {
      const { accountId, personId, csrfSecret, expiresAt } = request.identity
      return {
        accountId,
        personId,
        // A partner has no session: the key comes with every request, and no other site can send it.
        csrfToken: csrfSecret === null ? null : csrfToken(csrfSecret),
        expiresAt: isoInstantOrNull(expiresAt),
      }
    },
  )

  app.get(
    '/me',
    {
      config: { action: 'signedIn' },
      schema: { tags: ['me'], summary: 'Who I am and what I may do 我的信息与权限', response: { 200: me } },
    },
    async (request) => {
      const { accountId, personId, accountKind, roles, csrfSecret } = request.identity
      const branchIds = roles.map(({ branchId }) => branchId).filter((branchId) => branchId !== null)
      const profile = await readOwnProfile(database, personId, branchIds)
      const fullName = () => cipher.decrypt(profile.nameEncrypted, fieldContext('person', personId, 'name'))
      return {
        accountId,
        personId,
        kind: accountKind,
        name:
          accountKind === 'staff' && profile.displayName !== null
            ? profile.displayName
            : maskName(fullName()),
        roles,
        branches: profile.branches,
        limits: profile.limits.map((limit) => ({ ...limit, validTo: isoInstantOrNull(limit.validTo) })),
        csrfToken: csrfSecret === null ? null : csrfToken(csrfSecret),
        language: languageOf(request.headers['accept-language']),
      }
    },
  )

  const tries = limiters.by('signIn', (request) => request.identity.accountId)
  app.put(
    '/me/password',
    {
      config: { action: 'signedIn', idempotencyKey: false },
      schema: {
        tags: ['me'],
        summary: 'Change the password; every other session of the account ends 修改密码',
        body: closed(
          { current: Type.String({ minLength: 1, maxLength: 200 }), next: password },
          { example: { current: 'Lipei-Handler-01', next: 'Lipei-Handler-02' } },
        ),
        response: { 204: Type.Null() },
      },
      preHandler: tries,
    },
    async (request, reply) => {
      const { accountId, sessionHash } = request.identity
      const { current, next } = request.body
      if (!(await checkPassword(await passwordOf(database, accountId), current))) refuse('signInFailed')
      const passwordHash = await hashPassword(next)
      await transact(database, async (tx) => {
        await changePassword(tx, accountId, passwordHash)
        await endOtherSessions(tx, accountId, sessionHash)
      })
      return reply.code(204).send(null)
    },
  )
}
