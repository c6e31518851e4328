/** One backup of the product that runs on a data folder of this machine. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { archivedInto, archiveInto } from '../embedded/postgres/log-archive.ts'
import { asUser } from '../embedded/postgres/postgres.ts'
import { postgresUser } from '../embedded/postgres/system-user.ts'
import { runningCluster } from '../embedded/running-product.ts'
import { baseCopies, filesFolder, secretsFile, walFolder } from './backup-folder.ts'
import { clockOf, copyCluster } from './base-copy.ts'
import { replaceDurably } from './durable-copy.ts'
import { copyNewFiles } from './file-copies.ts'
import { dropOld } from './retention.ts'

/** A piece of the log is handed on when it is full; on a quiet day this often. What is younger may be lost. */
const archiveEverySeconds = 60
const archivedWithin = 30_000

export interface Backup {
  /** Everything that was acknowledged until this instant can be restored. ISO 8601, by the database's clock. */
  readonly until: string
  readonly clusterFiles: number
  readonly uploads: number
  readonly dropped: { readonly copies: number; readonly segments: number }
}

export interface BackupOptions {
  readonly dataFolder: string
  readonly to: string
  /** Copies no cluster, only what has come since: cheap enough for every few minutes. */
  readonly increment?: boolean
  readonly copiesKept?: number
}

/**
 * Copies the cluster while it runs, names the folder to which PostgreSQL hands on its log from now on, and copies
 * uploads and secrets. Throws when no product runs there; what was in the folder before is still there then.
 */
export async function takeBackup({
  dataFolder,
  to,
  increment = false,
  copiesKept = 2,
}: BackupOptions): Promise<Backup> {
  const { folder: cluster, superuserUrl } = runningCluster(dataFolder)
  if (increment && (archivedInto(cluster) !== walFolder(to) || baseCopies(to).length === 0))
    throw new Error(`${to} holds no copy of this cluster yet; take one without --increment first.`)
  await mkdir(to, { recursive: true, mode: 0o711 })
  return asUser(superuserUrl, async (client) => {
    const clusterFiles = increment ? 0 : await beginCopy(client, cluster, to)
    const until = await clockOf(client)
    await handOnLog(client)
    // After the log: an upload is durable before the row that names it, so each that the log knows is there by now.
    const uploads = await copyNewFiles(join(dataFolder, 'files'), filesFolder(to))
    await replaceDurably(join(dataFolder, 'secrets.json'), secretsFile(to))
    const dropped = increment ? { copies: 0, segments: 0 } : dropOld(to, copiesKept)
    return { until, clusterFiles, uploads, dropped }
  })
}

/** The log is kept from before the copy begins: a copy without its log is worth nothing. */
async function beginCopy(client: Client, cluster: string, to: string): Promise<number> {
  archiveInto(cluster, walFolder(to), postgresUser())
  await client.query(`alter system set archive_timeout = '${archiveEverySeconds}s'`)
  await client.query('select pg_reload_conf()')
  const { files } = await copyCluster(client, cluster, to)
  return files.length
}

/** Finishes the present piece of the log and waits until it has been archived. */
async function handOnLog(client: Client): Promise<void> {
  // Without a record of its own a piece that was just begun would not be finished.
  await client.query(`select pg_create_restore_point('lipei backup')`)
  const { rows } = await client.query<{ segment: string }>(
    'select pg_walfile_name(pg_switch_wal()) as segment',
  )
  const wanted = rows[0]?.segment ?? ''
  const deadline = performance.now() + archivedWithin
  for (;;) {
    const archived = await client.query<{ segment: string | null; failed: string | null }>(
      'select last_archived_wal as segment, last_failed_wal as failed from pg_stat_archiver',
    )
    const { segment = null, failed = null } = archived.rows[0] ?? {}
    if (segment !== null && segment.slice(0, 24) >= wanted) return
    if (performance.now() > deadline) {
      const why = failed === null ? '' : ` It failed with ${failed}; see PostgreSQL's log.`
      throw new Error(`The log was not archived within ${archivedWithin / 1000} s.${why}`)
    }
    await sleep(100)
  }
}
