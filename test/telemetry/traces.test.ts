import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { OtlpExporter } from '../../telemetry/traces/otlp-exporter.ts'
import { TraceParent } from '../../telemetry/traces/trace-parent.ts'
import { TraceCollector } from '../support/product/trace-collector.ts'

let collector: TraceCollector
beforeAll(async () => {
  collector = await TraceCollector.start()
})
afterAll(() => collector.stop())

const getter = {
  get: (carrier: Record<string, string>, key: string) => carrier[key],
  keys: (carrier: Record<string, string>) => Object.keys(carrier),
}
const setter = {
  set: (carrier: Record<string, string>, key: string, value: string) => void (carrier[key] = value),
}

describe('what is sent of a span', () => {
  it('are ids, codes and its name, and nothing that an error or a caller says', async () => {
    const exporter = new OtlpExporter(collector.url, { 'service.name': 'test' })
    const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
    const tracer = provider.getTracer('test')
    const parent = tracer.startSpan('above', { kind: SpanKind.SERVER })
    const span = tracer.startSpan('below', {}, trace.setSpan(context.active(), parent))
    span.setAttribute('lipei.command', 'runPanel')
    span.setAttribute('url.path', '/outbox?phone=13800001111')
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'no row for 13800001111' })
    span.recordException(new TypeError('no row for 13800001111'))
    span.end()
    parent.end()
    await provider.forceFlush()
    const [below, above] = collector.spans
    expect(below).toMatchObject({ name: 'below', parentSpanId: above?.spanId, service: 'test' })
    expect(below?.attributes).toEqual({ 'lipei.command': 'runPanel' })
    const [body = ''] = collector.bodies
    expect(body).not.toContain('13800001111')
    expect(JSON.parse(body)).toMatchObject({
      resourceSpans: [
        {
          scopeSpans: [
            {
              spans: [
                {
                  kind: 1,
                  status: { code: 2 },
                  startTimeUnixNano: expect.stringMatching(/^\d{19}$/),
                  events: [{ attributes: [{ key: 'exception.type', value: { stringValue: 'TypeError' } }] }],
                },
              ],
            },
          ],
        },
      ],
    })
  })

  it('is dropped without a word when the collector is away', async () => {
    const exporter = new OtlpExporter('http://127.0.0.1:1', {})
    const result = await new Promise((resolve) => exporter.export([], resolve))
    expect(result).toEqual({ code: 1 })
  })
})

describe('a trace', () => {
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`

  it('is handed on by its ids alone', () => {
    const propagator = new TraceParent()
    const given = { traceparent, tracestate: 'who=13800001111', baggage: 'who=13800001111' }
    const taken = propagator.extract(ROOT_CONTEXT, given, getter)
    expect(trace.getSpanContext(taken)).toEqual({
      traceId: 'a'.repeat(32),
      spanId: 'b'.repeat(16),
      traceFlags: TraceFlags.SAMPLED,
      isRemote: true,
    })
    const carrier: Record<string, string> = {}
    propagator.inject(taken, carrier, setter)
    expect(carrier).toEqual({ traceparent })
  })

  it('is begun anew when what came is none', () => {
    for (const wrong of ['', 'x', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, `${traceparent}-more`]) {
      const taken = new TraceParent().extract(ROOT_CONTEXT, { traceparent: wrong }, getter)
      expect(trace.getSpanContext(taken), wrong).toBeUndefined()
    }
  })
})

describe('the configuration', () => {
  const read = (environment: Record<string, string>): string => {
    try {
      return JSON.stringify(readConfig(environment).traces)
    } catch (error) {
      return (error as Error).message
    }
  }

  it('names what is wrong with where traces go', () => {
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' })).toContain(
      'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL',
    )
    expect(read({ OTEL_TRACES_SAMPLER_ARG: '1.5' })).toContain(
      'OTEL_TRACES_SAMPLER_ARG must lie between 0 and 1',
    )
    expect(read({})).not.toContain('OTEL')
  })
})
