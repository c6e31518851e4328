import { TestWorkflowEnvironment } from '@temporalio/testing'
import { join } from 'node:path'
import { defaultDataFolder } from '../../scripts/embedded/data-folder.ts'
import { inheritedEnvironment } from '../../scripts/embedded/environment.ts'
import { temporalBinary } from '../../scripts/embedded/temporal/binary.ts'

/** A server of its own that finds a history of so many events long, so that workflows continue as new within a test. */
export async function serverOfShortHistories(events: number): Promise<TestWorkflowEnvironment> {
  const environment = inheritedEnvironment()
  const binary = await temporalBinary(join(defaultDataFolder(environment), 'cache'), environment)
  return TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'existing-path', path: binary.path },
      extraArgs: ['--dynamic-config-value', `limit.historyCount.suggestContinueAsNew=${events}`],
    },
  })
}
