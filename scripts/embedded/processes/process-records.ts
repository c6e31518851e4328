/**
 * What was started is written down before anybody relies on it. A supervisor
 * that is killed outright cannot end its children; the next one reads the
 * record and does. A pid alone proves nothing after a while, since the system
 * gives it to somebody else: every record carries the instant at which the
 * process began, and only a process with both is ours.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ProcessRecord {
  readonly name: string
  readonly pid: number
  /** See {@link identityOf}. */
  readonly identity: string
  /** The signal that asks this program to end in good order. */
  readonly stopSignal: NodeJS.Signals
  /** The signal for when it does not. */
  readonly forceSignal: NodeJS.Signals
}

/** What tells a live process from a later one with the same pid; undefined when none is alive. */
export function identityOf(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name in parentheses may hold spaces and parentheses itself, so fields count from the last one.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? undefined : `began ${fields[19]}`
    } catch {
      return undefined
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

export function isAlive(record: Pick<ProcessRecord, 'pid' | 'identity'>): boolean {
  return identityOf(record.pid) === record.identity
}

/** Signals everything in the group that this process leads or led. Silent when nothing of it is left. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Nothing of the group is left, which is what a stop is after anyway.
  }
}

/** The processes of one data folder, kept in a file. */
export class ProcessRecords {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  all(): readonly ProcessRecord[] {
    if (!existsSync(this.#file)) return []
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as ProcessRecord[]
    } catch {
      return []
    }
  }

  add(record: ProcessRecord): void {
    this.#write([...this.all().filter((other) => other.pid !== record.pid), record])
  }

  remove(pid: number): void {
    this.#write(this.all().filter((record) => record.pid !== pid))
  }

  #write(records: readonly ProcessRecord[]): void {
    const written = `${this.#file}.${process.pid}`
    writeFileSync(written, JSON.stringify(records, undefined, 2), { mode: 0o600 })
    renameSync(written, this.#file)
  }
}

/** Waits until the process is gone; false when it still lives after the time given, in milliseconds. */
export async function gone(
  record: Pick<ProcessRecord, 'pid' | 'identity'>,
  within: number,
): Promise<boolean> {
  const deadline = performance.now() + within
  while (isAlive(record)) {
    if (performance.now() > deadline) return false
    await sleep(20)
  }
  return true
}

/**
 * Ends what an earlier supervisor left behind, newest first, and answers the
 * names of those that were still alive.
 */
export async function endLeftovers(records: ProcessRecords, within = 10_000): Promise<readonly string[]> {
  const ended: string[] = []
  for (const record of records.all().toReversed()) {
    if (isAlive(record)) {
      signalGroup(record.pid, record.stopSignal)
      if (!(await gone(record, within))) {
        signalGroup(record.pid, record.forceSignal)
        await gone(record, within)
      }
      ended.push(record.name)
    }
    records.remove(record.pid)
  }
  return ended
}
