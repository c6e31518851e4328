/**
 * PostgreSQL refuses to run as root. When we are root (containers, many build
 * machines), it runs as an ordinary user of the system, and that user must be
 * able to reach every folder on the way to its binaries and to its data.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

function find(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) }
}

/** Debian and most others know useradd; busybox knows adduser -S. */
const creations: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--no-create-home', '--shell', '/bin/false', 'lipei-postgres']],
  ['adduser', ['-S', '-H', '-D', 'lipei-postgres']],
]

/** The user that runs PostgreSQL, or undefined when we are an ordinary user and run it ourselves. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const existing = find('lipei-postgres') ?? find('postgres')
  if (existing !== undefined) return existing
  for (const [command, args] of creations) {
    try {
      execFileSync(command, args, { stdio: 'ignore' })
    } catch {
      continue
    }
    const created = find('lipei-postgres')
    if (created !== undefined) return created
  }
  const nobody = find('nobody')
  if (nobody !== undefined) return nobody
  throw new Error(
    'PostgreSQL does not run as root, and no user could be made for it. Create a system user named lipei-postgres, or start Lipei as an ordinary user.',
  )
}

/** Whether this user may enter the folder and every folder above it. */
export function canEnter(user: SystemUser | undefined, folder: string): boolean {
  if (user === undefined) return true
  for (let path = resolve(folder); ; path = dirname(path)) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat !== undefined) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001
      if ((stat.mode & bit) === 0) return false
    }
    if (path === dirname(path)) return true
  }
}
