/**
 * Builds the pages ahead of the API's start: into the cache that PAGES_CACHE names, or for an image into the folder
 * that PAGES_FOLDER names.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inheritedEnvironment } from './embedded/environment.ts'
import { buildPages } from './pages/build.ts'

const { PAGES_CACHE: cache, PAGES_FOLDER: folder } = inheritedEnvironment()
if (cache) await buildPages(cache)
else if (folder) {
  const passing = mkdtempSync(join(tmpdir(), 'lipei-pages-'))
  cpSync(await buildPages(passing), folder, { recursive: true })
  rmSync(passing, { recursive: true })
} else throw new Error('PAGES_CACHE or PAGES_FOLDER is missing.')
