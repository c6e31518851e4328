/** One product for all journeys, started only when one of them was chosen. */
import type { TestProject } from 'vitest/node'
import { Cast } from '../../scripts/demo/cast.ts'
import { startProduct } from '../../scripts/embedded/product.ts'

/** What the machine is set to must not lead the journeys to other servers. */
const nothingBrought = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', BANK_URL: '', MESSAGE_GATEWAY_URL: '' }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct({ environment: { ...nothingBrought, LOG_LEVEL: 'warn' } })
  const { api } = product.urls
  project.provide('journeysApi', api)
  project.provide('journeysCast', (await Cast.signIn({ api, bank: '' })).signedIn)
  return () => product.force()
}
