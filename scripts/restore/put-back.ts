/** Puts a cluster, its uploads and its secrets back from a backup folder, on a machine where nothing runs. */
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BaseCopy,
  copyFor,
  filesFolder,
  secretsFile,
  verifyCopy,
  walFolder,
} from '../backup/backup-folder.ts'
import { replaceDurably } from '../backup/durable-copy.ts'
import { copyNewFiles } from '../backup/file-copies.ts'
import type { DataFolder } from '../embedded/data-folder.ts'
import { freePort } from '../embedded/ports.ts'
import {
  clusterFolder,
  existingCluster,
  type Postgres,
  startPostgres,
} from '../embedded/postgres/postgres.ts'
import { postgresUser } from '../embedded/postgres/system-user.ts'
import { keepSecrets, type Secrets } from '../embedded/secrets.ts'
import { layCluster, own } from './lay-cluster.ts'

export interface RestoreOptions {
  readonly from: string
  /** Without it, as far as the archived log goes. */
  readonly at?: Date
  /** Puts a cluster that is there aside instead of refusing. */
  readonly replace: boolean
}

export interface PutBack {
  /** Runs on its own history, and nobody knows of it yet. The caller stops it. */
  readonly postgres: Postgres
  readonly secrets: Secrets
  readonly copy: BaseCopy
  readonly uploads: number
  /** Where the cluster lies that was there before. */
  readonly putAside: string | undefined
}

/** Throws before anything is changed when the backup does not hold what is asked for, or not as it was written. */
export async function putBack(
  { path: dataFolder, records }: DataFolder,
  { from, at, replace }: RestoreOptions,
): Promise<PutBack> {
  const before = existingCluster(dataFolder)
  if (before !== undefined && !replace)
    throw new Error(`${before} holds a database already; with --replace it is put aside.`)
  const copy = copyFor(from, at)
  await verifyCopy(copy)
  const user = postgresUser()
  const cluster = clusterFolder(dataFolder, user)
  const putAside = before === undefined ? undefined : asideOf(before)
  // The last piece of the old cluster's log may never have been archived; it is asked when the archive has none.
  const sources = [walFolder(from), ...(putAside === undefined ? [] : [join(putAside, 'pg_wal')])]
  await layCluster(copy, cluster, { 'recovery.signal': '' }, () => {
    if (before !== undefined && putAside !== undefined) renameSync(before, putAside)
  })
  // The archive may have been written by another user of another machine.
  own(walFolder(from), user)
  if (!existsSync(join(dataFolder, 'secrets.json')))
    await replaceDurably(secretsFile(from), join(dataFolder, 'secrets.json'))
  const secrets = keepSecrets(dataFolder)
  const postgres = await startPostgres({
    dataFolder,
    port: await freePort(),
    secrets,
    records,
    durability: 'durable',
    recovery: {
      restoreCommand: sources.map((source) => `cp "${source}/%f" "%p" 2>/dev/null`).join(' || '),
      ...(at === undefined ? {} : { targetTime: at.toISOString() }),
    },
  })
  const uploads = await copyNewFiles(filesFolder(from), join(dataFolder, 'files'))
  return { postgres, secrets, copy, uploads, putAside }
}

function asideOf(cluster: string): string {
  return `${cluster}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
}
