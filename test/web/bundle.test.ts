import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inheritedEnvironment } from '../../scripts/embedded/environment.ts'
import { builtPages, checkout } from '../../scripts/pages/built-pages.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

const { version } = JSON.parse(
  readFileSync(join(checkout, 'node_modules/pdfjs-dist/package.json'), 'utf8'),
) as { version: string }
const readerOfPdfs = '../node_modules/pdfjs-dist/legacy/build/pdf.mjs'

let cache: string
let folder: string
let manifest: Readonly<Record<string, Chunk>>

beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), 'lipei-bundle-'))
  // In a process of its own, as the start does: this one's NODE_ENV is for tests.
  const env = { ...inheritedEnvironment(), NODE_ENV: 'production', PAGES_CACHE: cache }
  execFileSync(process.execPath, [join(checkout, 'scripts', 'build-pages.ts')], { env, stdio: 'inherit' })
  folder = builtPages(cache).folder
  manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as typeof manifest
})
afterAll(() => rmSync(cache, { recursive: true, force: true }))

/** The files of a chunk and of everything that it imports before it runs. */
function filesOf(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name]
  if (chunk === undefined || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(imported, found)
  return found
}

/** What the first page of a face costs: its entry, and the largest of the pages that it may begin with. */
function firstLoad(face: string): number {
  const entry = filesOf(`${face}/index.html`)
  const pages = (manifest[`${face}/index.html`]?.dynamicImports ?? []).map((page) => [...filesOf(page)])
  const size = (files: Iterable<string>) =>
    [...files]
      .filter((file) => file.endsWith('.js'))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  const beyond = pages.map((files) => size(files.filter((file) => !entry.has(file))))
  return size(entry) + Math.max(0, ...beyond)
}

describe('the script of a first load, compressed', () => {
  it.each([
    ['customer', 250_000],
    ['staff', 600_000],
  ])('of the %s is at most %d bytes', (face, limit) => {
    const bytes = firstLoad(face)
    process.stdout.write(`    ${face}: ${bytes} bytes\n`)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(limit)
  })

  it('what opens the pages of a customer without network knows each of their files, and none of the staff', () => {
    const worker = readFileSync(join(folder, 'offline.js'), 'utf8')
    const known = new Set(worker.match(/\/assets\/[\w.-]+/g))
    const pages = manifest['customer/index.html']?.dynamicImports ?? []
    const needed = [...pages, 'customer/index.html'].flatMap((name) => [...filesOf(name)])
    expect(pages.length).toBeGreaterThan(4)
    expect(needed.filter((file) => !known.has(`/${file}`))).toEqual([])
    const staff = manifest['staff/index.html']?.file ?? ''
    expect(readdirSync(join(folder, 'assets'))).toContain(staff.replace('assets/', ''))
    expect(known).not.toContain(`/${staff}`)
    expect(known.size).toBeLessThan(100)
  })

  it('what reads PDFs comes with the viewer, from files of ours, and to no customer', () => {
    const parts = readdirSync(join(folder, 'assets'), { recursive: true, encoding: 'utf8' })
    for (const part of [
      'cmaps/UniGB-UCS2-H.bcmap',
      'cmaps/GBK-EUC-H.bcmap',
      'standard_fonts/FoxitSerif.pfb',
      'wasm/jbig2_nowasm_fallback.js',
    ])
      expect(parts).toContain(join(`pdf-parts-${version}`, part))
    expect(parts.filter((name) => name.endsWith('.wasm'))).toEqual([])
    expect(readFileSync(join(folder, 'offline.js'), 'utf8')).not.toContain('pdf-parts')
    const reader = manifest[readerOfPdfs]?.file ?? ''
    const readAtFirst = Object.keys(manifest)
      .filter((name) => name.endsWith('.html'))
      .flatMap((name) => [name, ...(manifest[name]?.dynamicImports ?? [])])
      .filter((name) => filesOf(name).has(reader))
    expect(reader).not.toBe('')
    expect(readAtFirst).toEqual([])
  })

  it('the pages hold no inline script and name no other origin', () => {
    for (const face of ['customer', 'staff']) {
      const page = readFileSync(join(folder, face, 'index.html'), 'utf8')
      expect(page).toContain('<script type="module"')
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
      expect(page).not.toMatch(/(?:src|href)="(?!\/assets\/)/)
    }
  })
})
