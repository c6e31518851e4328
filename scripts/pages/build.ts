/** Builds the pages with Vite, and compresses them as they will be sent. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { buildWorker } from './build-worker.ts'
import { builtPages, checkout } from './built-pages.ts'

/** So many builds of earlier versions stay: one may come back, and a page that is open still loads its parts. */
const kept = 5

/** Builds the pages unless they are there. Two starts at once may both build; the first that is whole is taken. */
export async function buildPages(cache: string): Promise<string> {
  const { folder, whole } = builtPages(cache)
  if (whole) return folder
  const draft = join(cache, `${randomUUID()}.draft`)
  mkdirSync(draft, { recursive: true })
  try {
    await build({
      root: join(checkout, 'web'),
      configFile: join(checkout, 'vite.config.ts'),
      build: { outDir: draft, emptyOutDir: true },
      logLevel: 'warn',
    })
    await buildWorker(draft)
    compress(join(draft, 'assets'))
    put(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  forget(cache, folder)
  return folder
}

function compress(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((one) => /\.(?:m?js|css|svg)$/.test(one))) {
    const bytes = readFileSync(join(folder, name))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

function put(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Somebody was faster: the same code gives the same pages.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function forget(cache: string, newest: string): void {
  const builds = readdirSync(cache)
    .filter((name) => !name.endsWith('.draft'))
    .map((name) => join(cache, name))
    .map((path) => ({ path, at: path === newest ? Infinity : statSync(path).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
  for (const { path } of builds.slice(kept)) rmSync(path, { recursive: true, force: true })
}
