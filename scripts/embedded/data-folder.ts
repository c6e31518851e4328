/** The folder that holds everything the product keeps on this machine, and the lock on it. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Environment } from './environment.ts'
import { clusterFolder } from './postgres/postgres.ts'
import { endLeftovers, identityOf, isAlive, ProcessRecords } from './processes/process-records.ts'
import { postgresUser } from './postgres/system-user.ts'

export const checkoutFolder = fileURLToPath(new URL('../..', import.meta.url))

export function defaultDataFolder(environment: Environment): string {
  return resolve(environment['LIPEI_DATA'] || join(checkoutFolder, '.lipei'))
}

export interface DataFolder {
  readonly path: string
  readonly records: ProcessRecords
  /** What an earlier supervisor, killed without a chance to stop them, had left running. */
  readonly ended: readonly string[]
  /** Says that the folder is about to be free, so that the next supervisor waits for it. */
  leave(): void
  /** Lets the next supervisor in; a temporary folder is removed. */
  release(): void
}

interface Owner {
  readonly pid: number
  readonly identity: string
  readonly leaving?: true
}

const lockName = 'supervisor.lock'

function ownerOf(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, lockName), 'utf8')) as Owner
  } catch {
    return undefined
  }
}

/** How long a supervisor may take to notice that it is not wanted any more, and to stop. Milliseconds. */
const noticing = 2_000
const leaving = 60_000

/** The supervisor that stays in the folder; undefined when there is none, or once it has gone. */
async function whoStays(folder: string): Promise<Owner | undefined> {
  const asked = performance.now()
  for (;;) {
    const owner = ownerOf(folder)
    if (owner === undefined || !isAlive(owner)) return undefined
    if (performance.now() - asked > (owner.leaving ? leaving : noticing)) return owner
    await sleep(50)
  }
}

/** One supervisor a folder. A lock whose holder is dead does not count, and one that is leaving is waited for. */
async function lock(folder: string): Promise<void> {
  const file = join(folder, lockName)
  const owner = await whoStays(folder)
  if (owner !== undefined) {
    throw new Error(
      `Lipei is running from ${folder} already (pid ${owner.pid}). Stop it first, or set LIPEI_DATA.`,
    )
  }
  rmSync(file, { force: true })
  const own: Owner = { pid: process.pid, identity: identityOf(process.pid) ?? '' }
  writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
}

function sayLeaving(folder: string): void {
  const owner = ownerOf(folder)
  if (owner?.pid !== process.pid) return
  const written = join(folder, `${lockName}.${process.pid}`)
  writeFileSync(written, JSON.stringify({ ...owner, leaving: true }), { mode: 0o600 })
  renameSync(written, join(folder, lockName))
}

/** Removes a data folder in which nothing runs, with its cluster wherever that lies. */
export function removeDataFolder(folder: string): void {
  const cluster = clusterFolder(folder, postgresUser())
  if (!cluster.startsWith(folder)) rmSync(dirname(cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Takes possession of a folder that is kept between starts, and ends what a
 * killed supervisor left running there. Throws when a supervisor is at work in it.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  // PostgreSQL may run as another user, who passes through here on the way to its own folder.
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  await lock(folder)
  const records = new ProcessRecords(join(folder, 'processes.json'))
  const ended = await endLeftovers(records)
  return {
    path: folder,
    records,
    ended,
    leave: () => sayLeaving(folder),
    release: () => rmSync(join(folder, lockName), { force: true }),
  }
}

/** A folder that disappears with its supervisor; those of supervisors that were killed are cleared away first. */
export async function temporaryDataFolder(): Promise<DataFolder> {
  const prefix = 'lipei-run-'
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const abandoned = join(tmpdir(), name)
    const owner = ownerOf(abandoned)
    if (owner === undefined || isAlive(owner)) continue
    await endLeftovers(new ProcessRecords(join(abandoned, 'processes.json')))
    removeDataFolder(abandoned)
  }
  const folder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(folder, 0o711)
  const opened = await openDataFolder(folder)
  return { ...opened, release: () => removeDataFolder(folder) }
}
