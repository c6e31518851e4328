import type { FastifyRequest } from 'fastify'
import { partnerFinder } from '../../db/identity/accounts.ts'
import type { Identity } from '../../db/identity/identity.ts'
import { type FoundSession, sessionFinder } from '../../db/identity/sessions.ts'
import { poolFor } from '../../db/money-pool.ts'
import { customerPollReader } from '../../db/reads/progress.ts'
import { recordRefusal } from '../../db/record-refusal.ts'
import { assert, DomainError, refuse } from '../../domain/errors.ts'
import { conditionsFor } from '../../domain/permissions.ts'
import type { Api, RouteAction } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { isSafe } from '../plugins/methods.ts'
import type { Limiters } from '../plugins/rate-limits.ts'
import { knownVersion } from '../known-version.ts'
import { senderOf } from '../sender.ts'
import { cookieToken } from './cookie.ts'
import { checkCsrf } from './csrf.ts'

/**
 * Before anything of a body is read: who is calling, whether one of our own pages sent it, and whether any of
 * their roles has the action at all. Whether it is theirs to do with this claim is decided with the claim.
 */
export function identify(app: Api, dependencies: Dependencies, limiters: Limiters): void {
  const { database, moneyDatabase = database } = dependencies
  const findSession = sessionFinder(database)
  const findSessionForMoney = sessionFinder(moneyDatabase)
  const findPartner = partnerFinder(database)
  const readPoll = customerPollReader(database)
  app.decorateRequest('signedIn', null)
  app.decorateRequest('polled', null)
  app.decorateRequest('identity', {
    getter(this: FastifyRequest): Identity {
      assert(this.signedIn, 'a public route has no identity')
      return this.signedIn
    },
  })

  async function lookUp(request: FastifyRequest): Promise<Identity> {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      const key = /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1]
      const partner = key === undefined ? null : await findPartner(key)
      return partner ?? refuse('notSignedIn')
    }
    const token = cookieToken(request)
    const found = token === undefined ? undefined : await sessionOf(request, token)
    if (found?.state === 'valid') return found.identity
    return refuse(found?.state === 'ended' ? 'sessionExpired' : 'notSignedIn')
  }

  /** One statement for the poll: it is asked for more often than everything else together. */
  async function sessionOf(request: FastifyRequest, token: string): Promise<FoundSession> {
    const claimId = claimIn(request)
    const { action = 'public', poll } = request.routeOptions.config
    if (poll !== true || claimId === undefined)
      return (poolFor(dependencies, action) === database ? findSession : findSessionForMoney)(token)
    const { session, polled } = await readPoll(token, claimId, knownVersion(request))
    if (session.state === 'valid' && session.identity.accountKind === 'customer')
      request.polled = { claim: polled }
    return session
  }

  app.addHook('onRequest', async (request) => {
    await limiters.address(request)
    if (request.is404) return
    const { action } = request.routeOptions.config
    assert(action !== undefined, 'a route without an action was started')
    if (action === 'public') return
    const identity = await lookUp(request)
    request.signedIn = identity
    await limiters.account(request)
    try {
      if (identity.csrfSecret !== null && !isSafe(request.method)) checkCsrf(request, identity.csrfSecret)
      requireRole(action, identity)
    } catch (error) {
      if (error instanceof DomainError && action !== 'signedIn' && !isSafe(request.method)) {
        const { code } = error
        const sender = senderOf(request)
        await recordRefusal(poolFor(dependencies, action), {
          sender,
          action,
          code,
          requestId: request.id,
          claimId: claimIn(request),
        })
      }
      throw error
    }
  })
}

/** The claim that the path names; what is no id names none. */
function claimIn({ params }: FastifyRequest): string | undefined {
  const { claimId = '' } = params as { readonly claimId?: string }
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(claimId) ? claimId : undefined
}

/** Refuses with `notPermitted` whoever holds no role in the action's row at this moment. */
function requireRole(action: Exclude<RouteAction, 'public'>, identity: Identity): void {
  if (action === 'signedIn') return
  const held = identity.roles.map(({ role }) => role)
  if (conditionsFor(action, held).length === 0) refuse('notPermitted', { action })
}
