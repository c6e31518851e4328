/**
 * One PostgreSQL cluster and one Temporal server for the whole run, both
 * throwaway. Runs only when a test of a project that needs them was chosen, so
 * the pure ones start at once.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'
import { inheritedEnvironment } from '../../scripts/embedded/environment.ts'
import { freePort } from '../../scripts/embedded/ports.ts'
import { asUser, clusterFolder, startPostgres } from '../../scripts/embedded/postgres.ts'
import { endLeftovers, identityOf, isAlive, ProcessRecords } from '../../scripts/embedded/process-records.ts'
import { keepSecrets } from '../../scripts/embedded/secrets.ts'
import { postgresUser } from '../../scripts/embedded/system-user.ts'
import { temporalBinary } from '../../scripts/embedded/temporal-binary.ts'
import { temporalServer } from '../../scripts/embedded/temporal-server.ts'

/** The roles are the same as in production, so that a missing grant shows up in the tests. */
export interface TestPostgres {
  readonly superuserUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly readerUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
    temporalAddress: string
  }
}

export const templateDatabase = 'lipei_template'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
const prefix = 'lipei-test-'

/** A run that was killed left its servers and its folder behind; whoever tests next ends and removes them. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const records = new ProcessRecords(join(folder, 'processes.json'))
    const owner = records.all().find((record) => record.name === 'vitest')
    if (owner === undefined || isAlive(owner)) continue
    records.remove(owner.pid)
    await endLeftovers(records)
    removeRun(folder)
  }
}

function removeRun(folder: string): void {
  const cluster = clusterFolder(folder, postgresUser())
  if (!cluster.startsWith(folder)) rmSync(dirname(cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** Migrates the database that every test database is a copy of, and closes it to sessions. */
async function prepareTemplate(superuserUrl: string, ownerUrl: string): Promise<void> {
  await asUser(superuserUrl, (client) =>
    client.query(`create database ${templateDatabase} owner lipei_owner`),
  )
  const migration = join(checkout, 'db', 'migrate.ts')
  if (existsSync(migration)) {
    const module = (await import(pathToFileURL(migration).href)) as {
      migrate(ownerUrl: string): Promise<void>
    }
    const template = new URL(ownerUrl)
    template.pathname = `/${templateDatabase}`
    await module.migrate(template.href)
  }
  // A copy can be made only while nobody is connected to the template.
  await asUser(superuserUrl, (client) =>
    client.query(`alter database ${templateDatabase} with is_template true allow_connections false`),
  )
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // PostgreSQL may run as another user, who has to get through to its own folder.
  chmodSync(folder, 0o711)
  const records = new ProcessRecords(join(folder, 'processes.json'))
  const own = { name: 'vitest', pid: process.pid, identity: identityOf(process.pid) ?? '' }
  records.add({ ...own, stopSignal: 'SIGTERM', forceSignal: 'SIGKILL' })
  const postgresPort = await freePort()
  const temporalPort = await freePort(undefined, new Set([postgresPort]))
  const environment = inheritedEnvironment()
  const startTemporal = async () => {
    const binary = await temporalBinary(
      join(environment['LIPEI_DATA'] ?? join(checkout, '.lipei'), 'cache'),
      environment,
    )
    const server = temporalServer({
      dataFolder: folder,
      binary,
      port: temporalPort,
      storage: 'memory',
      records,
    })
    await server.start()
    return server
  }
  const secrets = keepSecrets(folder, false)
  const [temporal, postgres] = await Promise.all([
    startTemporal(),
    startPostgres({ dataFolder: folder, port: postgresPort, secrets, records, durability: 'throwaway' }),
  ])
  await prepareTemplate(postgres.superuserUrl, postgres.ownerUrl)
  const { superuserUrl, ownerUrl, appUrl, readerUrl } = postgres
  project.provide('postgres', { superuserUrl, ownerUrl, appUrl, readerUrl })
  project.provide('temporalAddress', `127.0.0.1:${temporalPort}`)
  return async () => {
    await Promise.all([temporal.stop(), postgres.child.force()])
    removeRun(folder)
  }
}
