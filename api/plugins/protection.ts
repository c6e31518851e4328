import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import { DomainError } from '../../domain/errors.ts'
import type { Api } from '../api.ts'

/** Nothing from elsewhere, nothing inline: what somebody writes into a claim is never run. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // The components of the staff's screens write their styles into the page.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    // Of the customer's face, which opens without network, and of the staff's viewer, which reads PDFs.
    workerSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** Headers that browsers enforce, and a plain "later" while the process cannot keep up. */
export async function protect(app: Api, busyAfterMs = 1000): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy, frameguard: { action: 'deny' } })
  await app.register(underPressure, {
    maxEventLoopDelay: busyAfterMs,
    sampleInterval: 1000,
    pressureHandler: async () => {
      throw new DomainError('temporarilyUnavailable', { retryAfterSeconds: 2 })
    },
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    // Answers hold personal data: no cache between us and the reader keeps them, unless a route says so.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
    return payload
  })
}
