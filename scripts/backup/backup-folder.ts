/**
 * What lies in a backup folder, format `lipei.backup/1`:
 *
 *     secrets.json          keys and passwords; without them nothing of the rest can be read
 *     wal/                  the archived log, written by PostgreSQL itself while the product runs
 *     files/                uploads, by the hash of their content, sealed as they are at rest
 *     base/INSTANT/         a copy of the cluster that began at this instant
 *       cluster/            its files; what a copy must leave out is left out
 *       manifest.json       every file with size and SHA-256, and from where in the log it has to be recovered
 *
 * A copy is whole or it is not there: it is made as `INSTANT.unfinished` and renamed when everything is durable.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const backupFormat = 'lipei.backup/1'

export interface CopiedFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

export interface Manifest {
  readonly format: typeof backupFormat
  readonly productVersion: string
  /** By the database's clock, ISO 8601. */
  readonly startedAt: string
  /** The earliest instant that can be restored from this copy. */
  readonly endedAt: string
  /** The segment of the log at which recovery begins. */
  readonly firstSegment: string
  readonly files: readonly CopiedFile[]
}

export interface BaseCopy {
  readonly folder: string
  readonly cluster: string
  readonly manifest: Manifest
}

export const walFolder = (backup: string): string => join(backup, 'wal')
export const filesFolder = (backup: string): string => join(backup, 'files')
export const secretsFile = (backup: string): string => join(backup, 'secrets.json')
export const baseFolder = (backup: string): string => join(backup, 'base')

export const unfinished = '.unfinished'
export const manifestName = 'manifest.json'

/** The whole copies, oldest first. */
export function baseCopies(backup: string): readonly BaseCopy[] {
  const bases = baseFolder(backup)
  if (!existsSync(bases)) return []
  return readdirSync(bases)
    .filter((name) => !name.endsWith(unfinished))
    .toSorted()
    .map((name) => {
      const folder = join(bases, name)
      return { folder, cluster: join(folder, 'cluster'), manifest: readManifest(folder) }
    })
}

function readManifest(folder: string): Manifest {
  const file = join(folder, manifestName)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (manifest.format !== backupFormat) throw new Error(`${file} is of format ${String(manifest.format)}.`)
  return manifest
}

/** The newest copy that had ended at the instant; the newest of all without one. Throws when there is none. */
export function copyFor(backup: string, at?: Date): BaseCopy {
  const usable = baseCopies(backup).filter(
    ({ manifest }) => at === undefined || new Date(manifest.endedAt) <= at,
  )
  const newest = usable.at(-1)
  if (newest === undefined) {
    const wanted = at === undefined ? '' : ` that had ended by ${at.toISOString()}`
    throw new Error(`${backup} holds no copy of a cluster${wanted}.`)
  }
  return newest
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Throws when a file of the copy is missing, cut off or changed: better before the old cluster is put aside. */
export async function verifyCopy({ cluster, manifest }: BaseCopy): Promise<void> {
  for (const { path, size, sha256 } of manifest.files) {
    const file = join(cluster, path)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined) throw new Error(`${file} is missing from the backup.`)
    if (found.size !== size || (await digestOf(file)) !== sha256)
      throw new Error(`${file} is not what was backed up.`)
  }
}
