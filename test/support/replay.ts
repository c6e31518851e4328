/** Stored histories, and what becomes of them under some version of the workflows' code. */
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { Worker } from '@temporalio/worker'
import { readdirSync, readFileSync } from 'node:fs'
import { createDataConverter } from '../../temporal-codec.ts'
import { publicTestKeys } from './public-test-keys.ts'
import { quietRuntime } from './quiet-runtime.ts'

quietRuntime()

const folder = new URL('../histories/', import.meta.url)

/** Of every version that left some; named `<version>-<path>.json`. */
export const storedHistories: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.json'))

export function storedHistory(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}

/** Replays histories, given as JSON by name; answers with what was wrong, null where nothing was. */
export async function replay(
  workflowBundle: { readonly codePath: string } | { readonly code: string },
  histories: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Error | null>> {
  const given = Object.entries(histories).map(([workflowId, json]) => ({
    workflowId,
    history: historyFromJSON(JSON.parse(json)),
  }))
  const options = { workflowBundle, dataConverter: createDataConverter(publicTestKeys) }
  const faults = new Map<string, Error | null>()
  for await (const { workflowId, error } of Worker.runReplayHistories(options, given))
    faults.set(workflowId, error ?? null)
  return faults
}
