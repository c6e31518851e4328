/** A copy of a cluster while it runs: PostgreSQL is told, and what tears meanwhile is mended by the log. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { productVersion } from '../../config.ts'
import {
  backupFormat,
  baseFolder,
  type CopiedFile,
  type Manifest,
  manifestName,
  unfinished,
} from './backup-folder.ts'
import { type Copied, copyFile, syncFilesystem, syncFolder } from './durable-copy.ts'

const inFlight = 8

/** Folders whose content a copy must not have, or that the server makes anew (documentation of PostgreSQL, 25.3.4). */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map'])
const temporary = (name: string): boolean => name.startsWith('pgsql_tmp') || name === 'pg_internal.init'
/** Last, so that it is never older than what it describes. */
const controlFile = join('global', 'pg_control')

/**
 * @param client is a superuser's connection; the backup belongs to its session.
 * @returns the manifest of the finished copy.
 */
export async function copyCluster(client: Client, cluster: string, backup: string): Promise<Manifest> {
  const startedAt = await clockOf(client)
  const name = startedAt.replaceAll(/[:.]/g, '-')
  const folder = join(baseFolder(backup), `${name}${unfinished}`)
  const target = join(folder, 'cluster')
  await mkdir(target, { recursive: true, mode: 0o700 })
  try {
    const firstSegment = await begin(client)
    const files = [...(await copyFiles(cluster, target)), ...(await copyOne(cluster, target, controlFile))]
    const label = await end(client)
    await writeFile(join(folder, 'label'), label)
    files.push({
      path: 'backup_label',
      ...(await copyFile(join(folder, 'label'), join(target, 'backup_label'))),
    })
    await rm(join(folder, 'label'))
    const endedAt = await clockOf(client)
    const manifest: Manifest = {
      format: backupFormat,
      productVersion,
      startedAt,
      endedAt,
      firstSegment,
      files,
    }
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest)}\n`, { mode: 0o600 })
    await syncFilesystem(folder)
    await rename(folder, join(baseFolder(backup), name))
    await syncFolder(baseFolder(backup))
    return manifest
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function begin(client: Client): Promise<string> {
  const { rows } = await client.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start(label => 'lipei', fast => true)) as segment`,
  )
  return rows[0]?.segment ?? ''
}

/** Returns when the log that the copy needs has been archived. */
async function end(client: Client): Promise<string> {
  const { rows } = await client.query<{ labelfile: string }>(
    'select labelfile from pg_backup_stop(wait_for_archive => true)',
  )
  return rows[0]?.labelfile ?? ''
}

export async function clockOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  return (rows[0]?.now ?? new Date()).toISOString()
}

async function copyFiles(cluster: string, target: string): Promise<CopiedFile[]> {
  const waiting = await filesOf(cluster, target, '')
  const copied: CopiedFile[] = []
  const copier = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      copied.push(...(await copyOne(cluster, target, path)))
  }
  await Promise.all(Array.from({ length: inFlight }, copier))
  return copied.toSorted((a, b) => a.path.localeCompare(b.path))
}

/** Paths below the cluster that belong into a copy; folders are made here, empty ones too. */
async function filesOf(cluster: string, target: string, folder: string): Promise<string[]> {
  const paths: string[] = []
  for (const entry of await readdir(join(cluster, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (temporary(entry.name)) continue
      await mkdir(join(target, path), { recursive: true, mode: 0o700 })
      if (folder === '' && emptied.has(entry.name)) continue
      paths.push(...(await filesOf(cluster, target, path)))
    } else if (entry.isFile() && path !== controlFile) {
      if (temporary(entry.name) || (folder === '' && leftOut.has(entry.name))) continue
      paths.push(path)
    }
  }
  return paths
}

/** A table that is dropped while it is copied is missing from the copy, and the log says that it was dropped. */
async function copyOne(cluster: string, target: string, path: string): Promise<readonly CopiedFile[]> {
  let copied: Copied
  try {
    copied = await copyFile(join(cluster, path), join(target, path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  return [{ path, ...copied }]
}
