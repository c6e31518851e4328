/**
 * How PostgreSQL hands on its log. Archiving can be switched on only when the server starts, and whoever has never
 * ordered a backup wants none of it: so the server always archives, through a script that lets everything go until a
 * backup has named the folder that the log is to be kept in.
 */
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { canEnter, type SystemUser } from './system-user.ts'

/** Shell, because PostgreSQL's user may not be able to enter the folder of our own program. */
const script = `#!/bin/sh
# Called by PostgreSQL with the path and the name of a finished piece of its log. Whatever fails here is tried again,
# and PostgreSQL keeps the piece until it has been taken.
set -eu
target=$(cat "$(dirname "$0")/archive-target" 2>/dev/null) || exit 0
[ -n "$target" ] || exit 0
# Taken before, and the server died before it was told: the same piece again is done, another one is an alarm.
if [ -f "$target/$2" ]; then cmp -s "$1" "$target/$2"; exit $?; fi
cp "$1" "$target/$2.part"
sync "$target/$2.part"
mv "$target/$2.part" "$target/$2"
sync "$target"
`

const scriptName = 'archive-log.sh'
const targetName = 'archive-target'

/** Puts the script beside the cluster and answers the settings that make the server use it. */
export function archiveSettings(cluster: string): Readonly<Record<string, string>> {
  const file = join(dirname(cluster), scriptName)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== script) {
    const written = `${file}.${process.pid}`
    writeFileSync(written, script, { mode: 0o755 })
    chmodSync(written, 0o755)
    renameSync(written, file)
  }
  return { archive_mode: 'on', archive_command: `"${file}" "%p" "%f"` }
}

/** From now on the log of this cluster is kept here. Throws when PostgreSQL's user cannot reach the folder. */
export function archiveInto(cluster: string, folder: string, user: SystemUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!canEnter(user, dirname(folder)))
    throw new Error(`PostgreSQL runs as ${user?.name ?? 'another user'} and cannot enter ${dirname(folder)}.`)
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const file = join(dirname(cluster), targetName)
  const written = `${file}.${process.pid}`
  writeFileSync(written, folder, { mode: 0o644 })
  renameSync(written, file)
}

/** Where the log of this cluster is kept; undefined when nobody has ordered a backup. */
export function archivedInto(cluster: string): string | undefined {
  const file = join(dirname(cluster), targetName)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
