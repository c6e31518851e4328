/** The folder that holds everything the product keeps on this machine, and the lock on it. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
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
  /** Lets the next supervisor in; a temporary folder is removed. */
  release(): void
}

interface Owner {
  readonly pid: number
  readonly identity: string
}

const lockName = 'supervisor.lock'

function ownerOf(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, lockName), 'utf8')) as Owner
  } catch {
    return undefined
  }
}

/** One supervisor a folder. A lock whose holder is dead does not count. */
function lock(folder: string): void {
  const file = join(folder, lockName)
  const owner = ownerOf(folder)
  if (owner !== undefined && isAlive(owner)) {
    throw new Error(
      `Lipei is running from ${folder} already (pid ${owner.pid}). Stop it first, or set LIPEI_DATA.`,
    )
  }
  rmSync(file, { force: true })
  const own: Owner = { pid: process.pid, identity: identityOf(process.pid) ?? '' }
  writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
}

function remove(folder: string): void {
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
  lock(folder)
  const records = new ProcessRecords(join(folder, 'processes.json'))
  const ended = await endLeftovers(records)
  return { path: folder, records, ended, release: () => rmSync(join(folder, lockName), { force: true }) }
}

/** A folder that disappears with its supervisor; those of supervisors that were killed are cleared away first. */
export async function temporaryDataFolder(): Promise<DataFolder> {
  const prefix = 'lipei-run-'
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const abandoned = join(tmpdir(), name)
    const owner = ownerOf(abandoned)
    if (owner === undefined || isAlive(owner)) continue
    await endLeftovers(new ProcessRecords(join(abandoned, 'processes.json')))
    remove(abandoned)
  }
  const folder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(folder, 0o711)
  const opened = await openDataFolder(folder)
  return { ...opened, release: () => remove(folder) }
}
