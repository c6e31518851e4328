/** One product for all journeys, started only when one of them was chosen. */
import type { TestProject } from 'vitest/node'
import { prepareBrowser } from '../../scripts/browser/debian.ts'
import { Cast } from '../../scripts/demo/cast.ts'
import { startProduct } from '../../scripts/embedded/product.ts'

/** What the machine is set to must not lead the journeys to other servers. */
const nothingBrought = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', BANK_URL: '', MESSAGE_GATEWAY_URL: '' }

/** All journeys sit at one address, and sign the same few people in again and again. */
const oneOffice = { API_SIGN_INS_OF_ADDRESS: '10000', API_SIGN_INS_OF_ACCOUNT: '1000' }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Without a browser the journeys fail, each with the reason; all other tests have their say.
  await prepareBrowser().catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
  const product = await startProduct({ environment: { ...nothingBrought, ...oneOffice, LOG_LEVEL: 'warn' } })
  const { api } = product.urls
  project.provide('journeysApi', api)
  project.provide('journeysCast', (await Cast.signIn({ api, bank: '' })).signedIn)
  return () => product.force()
}
