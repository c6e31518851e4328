import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identity } from '../db/identity/identity.ts'
import type { PolledClaim } from '../db/reads/progress.ts'
import type { RefusalCode } from '../domain/errors.ts'
import type { Action } from '../domain/permissions.ts'

/** The instance that routes are added to: schemas written with TypeBox type what handlers receive and send. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** A row of the permission table, or for the few routes that have none: everybody, or everybody signed in. */
export type RouteAction = Action | 'public' | 'signedIn'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. A route that does not say is refused when the API starts. */
    action?: RouteAction
    /** False for the few unsafe methods that change nothing that could take effect twice. */
    idempotencyKey?: boolean
    /** The customer's poll: its claim is read in the look-up of the session. */
    poll?: true
  }

  interface FastifyRequest {
    /** Null on public routes. */
    signedIn: Identity | null
    /** Who acts. Only on routes that are not public; on others it is a bug to ask. */
    readonly identity: Identity
    /** On the poll of a customer: their claim, undefined when it is not theirs. Null wherever nothing was read ahead. */
    polled: { readonly claim: PolledClaim | undefined } | null
    /** Of an unsafe request: the same key from the same account gets the same answer. Empty on others. */
    idempotencyKey: string
  }

  interface FastifySchema {
    /** Kept out of the OpenAPI document. */
    hide?: boolean
    tags?: readonly string[]
    summary?: string
    description?: string
    /** Refusals that the document shows besides those of every route of its kind. */
    refusals?: readonly RefusalCode[]
    /** The body of a route that reads it by itself, for the document. */
    form?: object
    /** Media types of a file that is answered, for the document. */
    files?: readonly string[]
  }
}
