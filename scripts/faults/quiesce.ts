/** Waits until everything that goes on by itself has come to rest. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Watch } from './watch.ts'

const pause = 250

export interface Quiet {
  readonly took: number
  /** What had not come to rest in time; empty when all had. */
  readonly left: Readonly<Record<string, number>>
}

/** Nothing untold, no payment on its way, no job: twice in a row, so that nothing was between two of them. */
export async function quiesce(watch: Watch, within: number): Promise<Quiet> {
  const began = Date.now()
  let quiet = 0
  let left: Readonly<Record<string, number>> = { unread: 1 }
  while (quiet < 2) {
    left = await unrest(watch).catch(() => ({ unread: 1 }))
    quiet = Object.keys(left).length === 0 ? quiet + 1 : 0
    if (Date.now() - began > within) break
    await sleep(pause)
  }
  return { took: Date.now() - began, left }
}

async function unrest(watch: Watch): Promise<Readonly<Record<string, number>>> {
  const counted = {
    untold: await watch.untold(Date.now()),
    payments: await watch.openPayments(),
    jobs: await watch.openJobs(),
  }
  return Object.fromEntries(Object.entries(counted).filter(([, count]) => count > 0))
}
