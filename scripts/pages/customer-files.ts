/** Every file that a customer's page may load, from what the build wrote down of it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

const page = 'customer/index.html'

function filesFrom(manifest: Manifest, name: string, seen: Set<string>): readonly string[] {
  const chunk = manifest[name]
  if (chunk === undefined || seen.has(name)) return []
  seen.add(name)
  const { file, css = [], assets = [], imports = [], dynamicImports = [] } = chunk
  const further = [...imports, ...dynamicImports].flatMap((one) => filesFrom(manifest, one, seen))
  return [file, ...css, ...assets, ...further]
}

export interface KeptFile {
  readonly url: string
  /** Null where the name says already what is in it. */
  readonly revision: string | null
}

/** The page under its address, then its files. */
export function customerFiles(built: string): readonly KeptFile[] {
  const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8')) as Manifest
  const revision = createHash('sha256')
    .update(readFileSync(join(built, page)))
    .digest('hex')
  const files = new Set(filesFrom(manifest, page, new Set()))
  return [{ url: '/my', revision }, ...[...files].map((file) => ({ url: `/${file}`, revision: null }))]
}
