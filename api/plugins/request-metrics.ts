import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { Api } from '../api.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Code of the problem that the request was answered with; null for a success. */
    problemCode: string | null
  }
}

/** Counts and times requests by the pattern of their route: an address may hold personal data, and never ends. */
export function meterRequests(app: Api, registry: Registry): void {
  const registers = [registry]
  const requests = new Counter({
    name: 'lipei_http_requests_total',
    help: 'Answered requests by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'lipei_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  })
  const refusals = new Counter({
    name: 'lipei_http_refusals_total',
    help: 'Requests that were answered with a problem, by its code.',
    labelNames: ['code'],
    registers,
  })
  const inFlight = new Gauge({
    name: 'lipei_http_requests_in_flight',
    help: 'Requests that are being worked on.',
    registers,
  })
  app.addHook('onRequest', async (_request, { raw }) => {
    inFlight.inc()
    let over = false
    const end = () => {
      if (!over) inFlight.dec()
      over = true
    }
    // A caller that goes away leaves no finished answer behind, only a closed one.
    raw.once('finish', end)
    raw.once('close', end)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const method = request.is404 ? 'any' : request.method
    requests.inc({ method, route, status: reply.statusCode })
    durations.observe({ method, route }, reply.elapsedTime / 1000)
    if (request.problemCode !== null) refusals.inc({ code: request.problemCode })
  })
}
