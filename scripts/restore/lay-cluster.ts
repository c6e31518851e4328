/** Makes a cluster out of a copy of one, in a place where nothing runs. */
import { appendFileSync, chmodSync, chownSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BaseCopy } from '../backup/backup-folder.ts'
import { postgresUser, type SystemUser } from '../embedded/postgres/system-user.ts'

/**
 * The cluster is whole under another name before the old one makes room for it.
 *
 * @param more is appended to files of the cluster by their names; those that are not there are made.
 */
export async function layCluster(
  copy: BaseCopy,
  cluster: string,
  more: Readonly<Record<string, string>>,
  makeRoom: () => void = () => undefined,
): Promise<void> {
  const unfinished = `${cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 })
  await cp(copy.cluster, unfinished, { recursive: true })
  for (const [name, text] of Object.entries(more))
    appendFileSync(join(unfinished, name), text, { mode: 0o600 })
  own(unfinished, postgresUser())
  chmodSync(unfinished, 0o700)
  makeRoom()
  renameSync(unfinished, cluster)
}

/** @param user runs PostgreSQL; undefined when we do. */
export function own(folder: string, user: SystemUser | undefined): void {
  if (user === undefined) return
  chownSync(folder, user.uid, user.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), user.uid, user.gid)
}
