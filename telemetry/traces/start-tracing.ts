import type { Resource } from '@opentelemetry/resources'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Config } from '../../config.ts'

export interface Tracing {
  /** Takes spans that were recorded elsewhere. */
  readonly processor: SpanProcessor
  readonly resource: Resource
  /** Sends what is left. */
  stop(): Promise<void>
}

/**
 * Begins to trace when there is somebody to send traces to. Until then nothing of OpenTelemetry but its interface
 * is loaded, and whatever asks for a span gets one that does nothing.
 *
 * @param part of the product: `api`, `worker`.
 */
export async function startTracing(
  { endpoint, sampledShare }: Config['traces'],
  part: string,
  version: string,
): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined
  const [api, sdk, resources, hooks, { OtlpExporter }, { TraceParent }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/context-async-hooks'),
    import('./otlp-exporter.ts'),
    import('./trace-parent.ts'),
  ])
  const attributes = { 'service.name': `lipei-${part}`, 'service.version': version }
  const resource = new resources.Resource(attributes)
  const exporter = new OtlpExporter(endpoint, attributes)
  const processor = new sdk.BatchSpanProcessor(exporter, { scheduledDelayMillis: 1000 })
  const provider = new sdk.BasicTracerProvider({
    resource,
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(sampledShare) }),
    spanProcessors: [processor],
  })
  api.trace.setGlobalTracerProvider(provider)
  api.context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable())
  api.propagation.setGlobalPropagator(new TraceParent())
  return { processor, resource, stop: () => provider.shutdown() }
}
