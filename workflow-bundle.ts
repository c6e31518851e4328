/**
 * The workflows' code as one file, as the sandbox of the worker runs it. Making it takes seconds of a processor,
 * which a worker that was killed would spend before it goes on; so it is kept under the hash of what it is made of.
 */
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ownTree = fileURLToPath(new URL('.', import.meta.url))

/** What the bundle is made of and how; the lock file stands for the libraries. */
const sources = [
  'workflows',
  'domain',
  'temporal-failure-converter.ts',
  'workflow-bundle.ts',
  'package-lock.json',
]

/** So many bundles of earlier versions stay: one may come back. */
const kept = 5

interface BundleOptions {
  /** Without one nothing is kept. */
  readonly folder: string | null
  /** Run with the workflows, as the tracing of a worker that traces. */
  readonly workflowInterceptorModules?: readonly string[]
  /** The checkout whose workflows are bundled; this one unless another is given. */
  readonly tree?: string
}

/** The code, from the folder if this very code was bundled before. */
export async function workflowBundle(options: BundleOptions): Promise<string> {
  const { folder, tree = ownTree, workflowInterceptorModules = [] } = options
  if (folder === null) return bundle(tree, workflowInterceptorModules)
  const file = join(folder, `${hashOfSources(tree, workflowInterceptorModules)}.js`)
  const found = read(file)
  if (found !== null) return found
  const code = await bundle(tree, workflowInterceptorModules)
  keep(folder, file, code)
  return code
}

async function bundle(tree: string, interceptors: readonly string[]): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(tree, 'workflows', 'index.ts'),
    failureConverterPath: join(tree, 'temporal-failure-converter.ts'),
    workflowInterceptorModules: [...interceptors],
    logger: new DefaultLogger('WARN'),
  })
  return code
}

function hashOfSources(tree: string, interceptors: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(interceptors))
  for (const source of sources) {
    const path = join(tree, source)
    const names = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .toSorted()
          .map((name) => join(source, name))
      : [source]
    for (const name of names)
      hash
        .update(`${name}\0`)
        .update(readFileSync(join(tree, name)))
        .update('\0')
  }
  return hash.digest('hex').slice(0, 32)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/**
 * Two workers that start at once may both write it: the same bytes, whole at every moment. A folder that cannot
 * be written costs the next start its seconds, no more.
 */
function keep(folder: string, file: string, code: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const draft = join(folder, `${randomUUID()}.draft`)
    writeFileSync(draft, code)
    renameSync(draft, file)
    const bundles = readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
      .toSorted((a, b) => b.at - a.at)
    for (const { name } of bundles.slice(kept)) rmSync(join(folder, name), { force: true })
  } catch {
    // Nothing depends on it.
  }
}
