import type { Attributes, HrTime } from '@opentelemetry/api'
import { type ExportResult, ExportResultCode } from '@opentelemetry/core'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base'

/**
 * What a span may say: ids, codes and names that we gave. Libraries also write addresses, messages of errors and
 * stacks into spans, and those quote what somebody typed; whatever is not in this list stays in the process.
 */
const told = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'lipei.command',
  'lipei.claim_id',
  'lipei.outcome',
  'lipei.refusal',
  'workflowType',
  'temporalWorkflowId',
  'temporalActivityId',
  'run_id',
  'exception.type',
])

const deadline = 5000

/** Sends spans by OTLP over HTTP as JSON (opentelemetry.io/docs/specs/otlp). What cannot be sent is dropped. */
export class OtlpExporter implements SpanExporter {
  readonly #url: string
  readonly #resource: Attributes
  readonly #sending = new Set<Promise<void>>()

  /** @param endpoint without the path: `http://collector:4318`. */
  constructor(endpoint: string, resource: Attributes) {
    this.#url = new URL('v1/traces', endpoint.endsWith('/') ? endpoint : `${endpoint}/`).href
    this.#resource = resource
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    const sending = this.#send(spans).then(
      () => done({ code: ExportResultCode.SUCCESS }),
      () => done({ code: ExportResultCode.FAILED }),
    )
    this.#sending.add(sending)
    void sending.finally(() => this.#sending.delete(sending))
  }

  async forceFlush(): Promise<void> {
    await Promise.all(this.#sending)
  }

  async shutdown(): Promise<void> {
    await this.forceFlush()
  }

  async #send(spans: readonly ReadableSpan[]): Promise<void> {
    const body = {
      resourceSpans: [
        {
          resource: { attributes: keyValues(this.#resource) },
          scopeSpans: [{ scope: { name: 'lipei' }, spans: spans.map(spanOnTheWire) }],
        },
      ],
    }
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(deadline),
    })
    if (!response.ok) throw new Error(`The collector answered ${response.status}.`)
  }
}

function spanOnTheWire(span: ReadableSpan): object {
  const { traceId, spanId } = span.spanContext()
  return {
    traceId,
    spanId,
    ...(span.parentSpanId === undefined ? {} : { parentSpanId: span.parentSpanId }),
    name: span.name,
    // The protocol counts kinds from 1.
    kind: span.kind + 1,
    startTimeUnixNano: nanoseconds(span.startTime),
    endTimeUnixNano: nanoseconds(span.endTime),
    attributes: keyValues(onlyTold(span.attributes)),
    events: span.events.map(({ name, time, attributes = {} }) => ({
      name,
      timeUnixNano: nanoseconds(time),
      attributes: keyValues(onlyTold(attributes)),
    })),
    // Its message is the error's.
    status: { code: span.status.code },
  }
}

function onlyTold(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => told.has(key)))
}

function keyValues(attributes: Attributes): object[] {
  return Object.entries(attributes).map(([key, value]) => ({
    key,
    value:
      typeof value === 'number' ? { intValue: String(Math.trunc(value)) } : { stringValue: String(value) },
  }))
}

function nanoseconds([seconds, rest]: HrTime): string {
  return String(BigInt(seconds) * 1_000_000_000n + BigInt(rest))
}
