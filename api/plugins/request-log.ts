import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Api } from '../api.ts'
import { isHarmless, isRandomId } from '../callers-words.ts'

/** A caller may name its request, so that its own log and ours can be laid side by side. */
export function requestId(request: IncomingMessage): string {
  const named = request.headers['x-request-id']
  const kept = typeof named === 'string' && named.length >= 8 && (isRandomId(named) || isHarmless(named))
  return kept ? named : randomUUID()
}

/** One line a request: the route's pattern and never the address, whose parts may be personal data. */
export function logRequests(app: Api): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        accountId: request.signedIn?.accountId ?? null,
      },
      'request',
    )
  })
}
