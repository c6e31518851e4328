/**
 * Temporal's production server, its SQL tool and its UI, built from their released
 * sources through Go's module proxy. They are built once and kept in the user's cache,
 * outside the checkout: the server alone takes minutes.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../embedded/environment.ts'
import { imageVersion } from './compose-facts.ts'

export interface TemporalPrograms {
  readonly server: string
  readonly sqlTool: string
  readonly ui: string
}

interface Build {
  /** As its container image calls it. */
  readonly name: string
  readonly packagePath: string
  readonly version: string
}

/** Named as go names what it built: after the last part of the package. */
function builds(): Readonly<Record<keyof TemporalPrograms, Build>> {
  const server = imageVersion('temporalio/server')
  return {
    server: { name: 'temporal-server', packagePath: 'go.temporal.io/server/cmd/server', version: server },
    sqlTool: {
      name: 'temporal-sql-tool',
      packagePath: 'go.temporal.io/server/cmd/tools/sql',
      version: imageVersion('temporalio/admin-tools'),
    },
    ui: {
      name: 'temporal-ui-server',
      packagePath: 'github.com/temporalio/ui-server/v2/cmd/server',
      version: imageVersion('temporalio/ui'),
    },
  }
}

const progressEvery = 15_000

/** Runs go behind everything else on the machine. Rejected with the end of what it said when it fails. */
async function install(
  { packagePath, version }: Build,
  folder: string,
  environment: Environment,
  abort: AbortSignal | undefined,
): Promise<void> {
  const child = spawn('nice', ['-n', '10', 'go', 'install', `${packagePath}@v${version}`], {
    cwd: folder,
    env: { ...environment, GOBIN: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(abort === undefined ? {} : { signal: abort }),
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString('utf8')}`.slice(-2_000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code === 0) return
  throw new Error(`go could not build ${packagePath} ${version} (Go 1.26 or newer is needed):\n${said}`)
}

async function build(
  wanted: Build,
  cache: string,
  environment: Environment,
  say: (text: string) => void,
  abort: AbortSignal | undefined,
): Promise<string> {
  const path = join(cache, `${wanted.name}-${wanted.version}`)
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(`${path}.`)
  const began = performance.now()
  const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`
  say(`Building ${wanted.name} ${wanted.version}, once; it is kept in ${cache}`)
  const progress = setInterval(() => say(`Still building ${wanted.name}: ${seconds()}`), progressEvery)
  try {
    await install(wanted, folder, environment, abort)
    const built = wanted.packagePath.split('/').at(-1) ?? ''
    renameSync(join(folder, built), path)
    return path
  } finally {
    clearInterval(progress)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where what is built once is kept, whichever checkout asked for it. */
export function programCache(environment: Environment): string {
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'lipei')
}

/** Finds the three programs in the cache, or builds them one after the other. */
export async function temporalPrograms(
  environment: Environment,
  say: (text: string) => void,
  abort?: AbortSignal,
): Promise<TemporalPrograms> {
  const cache = programCache(environment)
  const { server, sqlTool, ui } = builds()
  const get = (wanted: Build): Promise<string> => build(wanted, cache, environment, say, abort)
  return { server: await get(server), sqlTool: await get(sqlTool), ui: await get(ui) }
}
