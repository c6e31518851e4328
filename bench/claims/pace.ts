import { setTimeout as sleep } from 'node:timers/promises'
import type { Temporal } from '../../temporal.ts'

/** Waits until the claim's workflow knows the version and has nothing more to do. */
export type Pace = (claimId: string, version: number) => Promise<void>

/** Between two questions to a workflow whether it knows; milliseconds. */
const glance = 40

export function paceOf(temporal: Temporal): Pace {
  return async (claimId, version) => {
    for (;;) {
      await sleep(glance)
      const answer = await temporal.ask(claimId)
      if ((answer?.told?.version ?? 0) >= version && answer?.doing === null) return
    }
  }
}
