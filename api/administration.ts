import type { FastifyRequest } from 'fastify'
import { canonical } from '../db/canonical.ts'
import type { Transaction } from '../db/client.ts'
import type { AdministrationContext } from '../db/identity/administration.ts'
import { keyedHash } from '../db/identity/tokens.ts'
import { poolFor } from '../db/money-pool.ts'
import { assert } from '../domain/errors.ts'
import type { Dependencies } from './dependencies.ts'
import { senderOf } from './sender.ts'

/** Work of an administrator: who it is, as a person, besides the context of the transaction. */
export type AdministrativeWork<Reply> = (
  tx: Transaction,
  context: AdministrationContext & { readonly by: string },
) => Promise<Reply>

/**
 * Runs a route's work as one audited transaction under the request's key. What is kept of the request is a hash
 * with a key: its body may hold a password or an identity number, which a plain hash would give to whoever tries.
 */
export function administration(dependencies: Dependencies) {
  const { administer, config } = dependencies
  return async <Reply>(request: FastifyRequest, work: AdministrativeWork<Reply>): Promise<Reply> => {
    const { action } = request.routeOptions.config
    assert(
      action !== undefined && action !== 'public' && action !== 'signedIn',
      'administration needs an action',
    )
    const { method, params, body } = request
    const asked = canonical({ method, route: request.routeOptions.url, params, body })
    const sent = {
      actor: senderOf(request),
      key: request.idempotencyKey,
      action,
      body: { digest: keyedHash(config.lookupKey, 'administration', asked) },
      requestId: request.id,
    }
    const by = request.identity.personId
    return administer(poolFor(dependencies, action), sent, (tx, context) => work(tx, { ...context, by }))
  }
}
