/** One product for all journeys, started only when one of them was chosen. */
import type { TestProject } from 'vitest/node'
import { startProduct } from '../../scripts/embedded/product.ts'

/** What the machine is set to must not lead the journeys to other servers. */
const nothingBrought = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', BANK_URL: '', MESSAGE_GATEWAY_URL: '' }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct({ environment: { ...nothingBrought, LOG_LEVEL: 'warn' } })
  project.provide('journeysApi', product.urls.api)
  return () => product.force()
}
