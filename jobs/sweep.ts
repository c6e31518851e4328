import { channel } from 'node:diagnostics_channel'
import type { Told } from '../domain/claim/told.ts'
import type { Database } from '../db/client.ts'
import { markTold, postponeTelling, readUntold } from '../db/told.ts'
import { atMost } from './at-most.ts'

const waitedMs = 1000
const most = 100
const inFlight = 16
const found = channel('lipei:sweep.found')
const sent = channel('lipei:sweep.sent')

export interface SweepDependencies {
  readonly database: Database
  readonly send: (told: Told) => Promise<void>
}

/**
 * Tells the claims whose newest state has waited for more than a second: whoever changed them died before
 * telling, or Temporal was away. One that cannot be told waits longer each time and holds up nobody else.
 */
export async function sweep({ database, send }: SweepDependencies): Promise<number> {
  const untold = await readUntold(database, waitedMs, most)
  await atMost(inFlight, untold, async (told) => {
    try {
      found.publish(told)
      await send(told)
      sent.publish(told)
      await markTold(database, told)
    } catch {
      await postponeTelling(database, told.claimId)
    }
  })
  return untold.length
}
