import { setTimeout as sleep } from 'node:timers/promises'
import type { RunFolder } from './run-folder.ts'
import type { Watch } from './watch.ts'

const pause = 150
/** Longer than anything may take: what has not recovered by then is reported as it stands. */
const patience = 60_000

/**
 * Milliseconds from a fault until the product worked again: somebody has had a write acknowledged that was sent since,
 * what was untold then has been told, and a workflow has issued a command. Null when the next fault came before.
 */
export async function recovery(
  at: number,
  { folder, watch, next }: { readonly folder: RunFolder; readonly watch: Watch; readonly next: AbortSignal },
): Promise<number | null> {
  while (!next.aborted) {
    const took = Date.now() - at
    if (took > patience) return took
    if (await hasRecovered(at, folder, watch)) return Date.now() - at
    await sleep(pause)
  }
  return null
}

async function hasRecovered(at: number, folder: RunFolder, watch: Watch): Promise<boolean> {
  if (folder.newestWrite <= at) return false
  try {
    return (await watch.untold(at)) === 0 && (await watch.workflowCommands(at)) > 0
  } catch {
    return false
  }
}
