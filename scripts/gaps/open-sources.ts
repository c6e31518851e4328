import { readConfig } from '../../config.ts'
import { createDatabase } from '../../db/client.ts'
import { createTemporal } from '../../temporal.ts'
import type { Environment } from '../embedded/environment.ts'
import type { GapSources } from './find-gaps.ts'
import { sentBySimulator } from './sent-messages.ts'

/** @param environment is the services'. A gateway of the real world has no list of ours to give. */
export async function withSources<T>(
  environment: Environment,
  work: (sources: GapSources) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment)
  const database = createDatabase(config.databaseUrl, { maxConnections: 4 })
  const temporal = createTemporal(config)
  try {
    return await work({
      database,
      temporal: temporal.client,
      taskQueue: config.taskQueue,
      payloadKeys: config.payloadKeys,
      sentSince: async (since) =>
        config.mode === 'embedded' ? sentBySimulator(config.messages.url, since) : [],
    })
  } finally {
    await Promise.allSettled([temporal.close(), database.$client.end()])
  }
}
