import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker'
import { fileURLToPath } from 'node:url'
import { createDataConverter } from '../../temporal-codec.ts'
import { tracedWorkflows } from '../../telemetry/traces/temporal-tracing.ts'
import type { Tracing } from '../../telemetry/traces/start-tracing.ts'
import { publicTestKeys } from './public-test-keys.ts'

/** The workflows' code as a worker has it that traces. */
export function tracedBundle(tracing: Tracing | undefined): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
    ...tracedWorkflows(tracing),
    ...createDataConverter(publicTestKeys),
  })
}
