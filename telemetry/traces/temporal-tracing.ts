import type { ClientInterceptors } from '@temporalio/client'
import type { InjectedSinks, WorkerInterceptors } from '@temporalio/worker'
import { createRequire } from 'node:module'
import type { Tracing } from './start-tracing.ts'

/** Hands the trace of a tell on to the workflow, in a header of its signal. */
export async function tracingClient(tracing: Tracing | undefined): Promise<ClientInterceptors> {
  if (tracing === undefined) return {}
  const { OpenTelemetryWorkflowClientInterceptor } = await import('@temporalio/interceptors-opentelemetry')
  return { workflow: [new OpenTelemetryWorkflowClientInterceptor()] }
}

/** The part that runs with the workflows, to be bundled with them. */
export function tracedWorkflows(tracing: Tracing | undefined): { workflowInterceptorModules?: string[] } {
  if (tracing === undefined) return {}
  const require = createRequire(import.meta.url)
  return {
    workflowInterceptorModules: [
      require.resolve('@temporalio/interceptors-opentelemetry/lib/workflow-interceptors'),
    ],
  }
}

interface TracingWorker {
  readonly interceptors: WorkerInterceptors
  readonly sinks: InjectedSinks<never>
}

/**
 * Goes on with the trace in workflows and activities. What workflows do is recorded where they run, without a
 * clock or a network of their own, and is sent from here.
 */
export async function tracingWorker(tracing: Tracing | undefined): Promise<Partial<TracingWorker>> {
  if (tracing === undefined) return {}
  const { OpenTelemetryActivityInboundInterceptor, makeWorkflowExporter } =
    await import('@temporalio/interceptors-opentelemetry')
  return {
    interceptors: {
      activity: [(context) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(context) })],
    },
    sinks: { exporter: makeWorkflowExporter(tracing.processor, tracing.resource) } as InjectedSinks<never>,
  }
}
