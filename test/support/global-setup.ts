/**
 * One PostgreSQL cluster and one Temporal server for the whole run, both
 * throwaway, and the workflows' code bundled once. Runs only when a test of a project that needs them was chosen, so
 * the pure ones start at once.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'
import type { Child } from '../../scripts/embedded/processes/child.ts'
import { checkoutFolder, defaultDataFolder, temporaryDataFolder } from '../../scripts/embedded/data-folder.ts'
import { inheritedEnvironment } from '../../scripts/embedded/environment.ts'
import { freePort } from '../../scripts/embedded/ports.ts'
import { asUser, type Postgres, startPostgres } from '../../scripts/embedded/postgres/postgres.ts'
import { keepSecrets } from '../../scripts/embedded/secrets.ts'
import { Supervisor } from '../../scripts/embedded/processes/supervisor.ts'
import { temporalBinary } from '../../scripts/embedded/temporal/binary.ts'
import { temporalServer } from '../../scripts/embedded/temporal/server.ts'
import { workflowBundle } from '../../workflow-bundle.ts'
import { templateDatabase } from './provided.ts'

/** Migrates the database that every test database is a copy of, and closes it to sessions. */
async function prepareTemplate(superuserUrl: string, ownerUrl: string): Promise<void> {
  await asUser(superuserUrl, (client) =>
    client.query(`create database ${templateDatabase} owner lipei_owner`),
  )
  const migration = join(checkoutFolder, 'db', 'migrate.ts')
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

async function bundleWorkflows(folder: string): Promise<string> {
  const cache = join(defaultDataFolder(inheritedEnvironment()), 'cache', 'workflows')
  const path = join(folder, 'workflows.js')
  writeFileSync(path, await workflowBundle({ folder: cache }))
  return path
}

/** Starts both and provides their addresses; vitest calls what is returned when the run is over. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryDataFolder()
  const supervisor = new Supervisor(
    ['temporal', 'postgres'],
    (text) => void process.stderr.write(`${text}\n`),
  )
  const tearDown = async (): Promise<void> => {
    await supervisor.force()
    folder.release()
  }
  try {
    const secrets = keepSecrets(folder.path)
    const shared = { dataFolder: folder.path, records: folder.records }
    const postgresPort = await freePort()
    const temporalPort = await freePort()
    const startTemporal = async (): Promise<void> => {
      const environment = inheritedEnvironment()
      const binary = await temporalBinary(join(defaultDataFolder(environment), 'cache'), environment)
      await supervisor.start(temporalServer({ ...shared, binary, port: temporalPort, storage: 'memory' }))
    }
    const startDatabase = async (): Promise<Postgres> => {
      const supervise = (child: Child): void => supervisor.add(child)
      const options = { ...shared, port: postgresPort, secrets, supervise, durability: 'throwaway' } as const
      const cluster = await startPostgres(options)
      await prepareTemplate(cluster.superuserUrl, cluster.ownerUrl)
      return cluster
    }
    const [{ superuserUrl, ownerUrl, appUrl, readerUrl }, , bundleFile] = await Promise.all([
      startDatabase(),
      startTemporal(),
      bundleWorkflows(folder.path),
    ])
    project.provide('postgres', { superuserUrl, ownerUrl, appUrl, readerUrl })
    project.provide('temporalAddress', `127.0.0.1:${temporalPort}`)
    project.provide('workflowBundle', bundleFile)
    return tearDown
  } catch (error) {
    await tearDown()
    throw error
  }
}
