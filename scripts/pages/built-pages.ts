/** The built pages of this checkout, kept under the hash of what they are made of. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** What the pages are made of and how; the lock file stands for the libraries. */
const sources = ['web', 'domain/money.ts', 'vite.config.ts', 'scripts/pages', 'package-lock.json']

export function pagesCache(dataFolder: string): string {
  return join(dataFolder, 'cache', 'pages')
}

export interface BuiltPages {
  /** Named by its sources: pages of another state of the checkout are never taken for these. */
  readonly folder: string
  readonly whole: boolean
}

/** Where the pages of this very code are, or would be once they are built. */
export function builtPages(cache: string): BuiltPages {
  const folder = join(cache, hashOfSources())
  return { folder, whole: existsSync(folder) }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const name of filesOf(source)) hash.update(`${name}\0`).update(readFileSync(join(checkout, name)))
  }
  return hash.digest('hex').slice(0, 32)
}

function filesOf(source: string): readonly string[] {
  if (!statSync(join(checkout, source)).isDirectory()) return [source]
  return readdirSync(join(checkout, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length))
    .toSorted()
}
