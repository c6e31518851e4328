import {
  type Context,
  isSpanContextValid,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api'

const header = 'traceparent'
const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/**
 * Hands a trace on by its `traceparent` (W3C Trace Context) and by nothing else: `tracestate` and `baggage` are
 * free text of whoever called, and Temporal keeps headers in clear for as long as a claim lives.
 */
export class TraceParent implements TextMapPropagator {
  inject(context: Context, carrier: unknown, setter: TextMapSetter): void {
    const span = trace.getSpanContext(context)
    if (span === undefined || !isSpanContextValid(span)) return
    const flags = span.traceFlags.toString(16).padStart(2, '0')
    setter.set(carrier, header, `00-${span.traceId}-${span.spanId}-${flags}`)
  }

  extract(context: Context, carrier: unknown, getter: TextMapGetter): Context {
    const given = getter.get(carrier, header)
    const [, traceId, spanId, flags] = form.exec(typeof given === 'string' ? given : '') ?? []
    if (traceId === undefined || spanId === undefined || flags === undefined) return context
    const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
    return isSpanContextValid(span) ? trace.setSpanContext(context, span) : context
  }

  fields(): string[] {
    return [header]
  }
}
