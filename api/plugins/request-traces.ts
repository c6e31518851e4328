import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'

/**
 * Each request is a span, in the trace of its caller if they have one. It is called by the pattern of its route:
 * an address may hold personal data. What follows the request runs in its context, the tell after it too.
 */
export function traceRequests(app: Api): void {
  const tracer = trace.getTracer('lipei')
  const spans = new WeakMap<FastifyRequest, Span>()
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions, headers } = request
    const route = routeOptions.url ?? 'none'
    const caller = propagation.extract(context.active(), headers)
    const attributes = { 'http.request.method': method, 'http.route': route }
    const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, caller)
    spans.set(request, span)
    context.with(trace.setSpan(caller, span), done)
  })
  app.addHook('onResponse', async (request, { statusCode }) => {
    const span = spans.get(request)
    if (span === undefined) return
    span.setAttribute('http.response.status_code', statusCode)
    if (request.problemCode !== null) span.setAttribute('lipei.refusal', request.problemCode)
    if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  })
}
