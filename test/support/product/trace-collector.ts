/** Stands for an OpenTelemetry collector: takes what is sent by OTLP over HTTP as JSON and keeps it. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CollectedSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly service: string
  readonly attributes: Readonly<Record<string, string>>
}

interface KeyValue {
  readonly key: string
  readonly value: { readonly stringValue?: string; readonly intValue?: string }
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] }
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<CollectedSpan, 'attributes'> & { attributes: readonly KeyValue[] })[]
    }[]
  }[]
}

const plain = (pairs: readonly KeyValue[]): Record<string, string> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? '']))

export class TraceCollector {
  readonly spans: CollectedSpan[] = []
  /** Every body as it came. */
  readonly bodies: string[] = []
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const known = request.method === 'POST' && request.url === '/v1/traces'
        if (known) this.#take(Buffer.concat(chunks).toString())
        response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end('{}')
      })
    })
  }

  static async start(): Promise<TraceCollector> {
    const collector = new TraceCollector()
    await new Promise<void>((resolve) => collector.#server.listen(0, '127.0.0.1', resolve))
    return collector
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The span and what stands above it, as far as it has arrived. */
  above(span: CollectedSpan): readonly CollectedSpan[] {
    const parent = this.spans.find(
      ({ traceId, spanId }) => traceId === span.traceId && spanId === span.parentSpanId,
    )
    return parent === undefined ? [span] : [span, ...this.above(parent)]
  }

  stop(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #take(body: string): void {
    this.bodies.push(body)
    for (const { resource, scopeSpans } of (JSON.parse(body) as Sent).resourceSpans) {
      const service = plain(resource.attributes)['service.name'] ?? ''
      for (const span of scopeSpans.flatMap(({ spans }) => spans))
        this.spans.push({ ...span, service, attributes: plain(span.attributes) })
    }
  }
}
