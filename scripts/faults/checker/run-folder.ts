/** What a fault run leaves behind for the checker: see `scripts/faults/run-folder.md`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Run {
  readonly seed: string
  readonly commit: string
  readonly minutes: number
  /** Owner's address of the database itself, past any proxy; so are the others. */
  readonly databaseUrl: string
  readonly temporalAddress: string
  readonly temporalNamespace: string
  /** Path of the bank's journal. */
  readonly bankJournal: string
  /** As the product is given it: `id:base64,id:base64`. */
  readonly fieldKeys: string
  readonly dataFolder: string
}

/**
 * One try at an operation. `ok` is 2xx, `fail` a definite refusal; `info` may have happened, may not have, and may
 * still happen. A repetition has the same key and an `opId` of its own.
 */
export interface Attempt {
  /** Sent as `x-request-id`. */
  readonly opId: string
  readonly person: string
  readonly type: string
  readonly claimId: string | null
  readonly args: unknown
  /** Null for what changes nothing. */
  readonly key: string | null
  readonly tInv: number
  /** Null when nothing ever came back. */
  readonly tRet: number | null
  readonly outcome: 'ok' | 'fail' | 'info'
  readonly http: number | null
  readonly code: string | null
  /** SHA-256 of the body's bytes. */
  readonly bodyHash: string | null
  readonly reply: unknown
}

export interface Fault {
  readonly at: number
  readonly kind: string
  readonly target: string
  readonly name: string
  readonly recoveredMs: number | null
}

export interface RunFolder {
  readonly run: Run
  readonly attempts: readonly Attempt[]
  readonly faults: readonly Fault[]
}

export function readRunFolder(folder: string): RunFolder {
  return {
    run: JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Run,
    attempts: lines(join(folder, 'history.jsonl')) as readonly Attempt[],
    faults: lines(join(folder, 'faults.jsonl')) as readonly Fault[],
  }
}

/** While the run still writes, its last line may be half a line. */
function lines(file: string): readonly unknown[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
}
