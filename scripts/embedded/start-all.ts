/** The steps of one start, in the order in which they depend on one another. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, database, type Start, temporal } from './backing.ts'
import { Child } from './child.ts'
import type { Environment } from './environment.ts'
import type { Product } from './product.ts'
import { bankEnvironment, type Mode, service, serviceEnvironment, type ServiceName } from './services.ts'
import type { Supervisor } from './supervisor.ts'

/**
 * Waits for all, so that nothing goes on behind the back of a failed start; the
 * first failure stops the others, and is the one that is thrown.
 */
async function together<T extends readonly Promise<unknown>[]>(
  supervisor: Supervisor,
  steps: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const all = Promise.all(steps)
  all.catch(() => void supervisor.stop())
  await Promise.allSettled(steps)
  return all
}

export async function startAll(
  start: Start,
  demonstration: boolean,
): Promise<Omit<Product, 'stop' | 'force'>> {
  const { folder, codeFolder, inherited, secrets, ports, supervisor, step } = start
  const embedded = !inherited['DATABASE_URL']
  const mode: Mode = embedded || demonstration ? 'embedded' : 'production'
  const program = (name: ServiceName, environment: Environment): Child =>
    new Child(service(name, codeFolder, folder.path, environment), folder.records)
  const run = (name: ServiceName, title: string, environment: Environment): Promise<string> =>
    step(
      () => title,
      () => supervisor.start(program(name, environment)),
    )
  const finish = (name: ServiceName, title: string, environment: Environment): Promise<void> =>
    step(
      () => title,
      () => supervisor.finish(program(name, environment), 300_000),
    )

  const api = `http://127.0.0.1:${ports.api}`
  const bank = inherited['BANK_URL'] || `http://127.0.0.1:${ports.bank}`
  const describe = (databaseUrl: string, temporalAddress: string): Environment =>
    serviceEnvironment(
      inherited,
      { database: databaseUrl, temporal: temporalAddress, apiPort: ports.api, bank },
      secrets,
      folder.path,
      mode,
    )

  const prepareDatabase = async (): Promise<Database> => {
    const found = await database(start)
    const owner = { ...describe(found.url, ''), DATABASE_OWNER_URL: found.ownerUrl }
    await finish('migration', 'Database migrated', owner)
    if (embedded || demonstration) await finish('demonstration-data', 'Demonstration data in place', owner)
    return found
  }
  const startBank = async (): Promise<void> => {
    if (inherited['BANK_URL']) return
    mkdirSync(join(folder.path, 'bank'), { recursive: true, mode: 0o700 })
    await run(
      'bank',
      `Bank simulator on port ${ports.bank}`,
      bankEnvironment(inherited, secrets, {
        port: ports.bank,
        callbackUrl: `${api}/bank/callbacks`,
        folder: join(folder.path, 'bank'),
      }),
    )
  }
  const [found, temporalAddress] = await together(supervisor, [
    prepareDatabase(),
    temporal(start),
    startBank(),
  ])

  const environment = describe(found.url, temporalAddress)
  mkdirSync(environment['FILES_FOLDER'] ?? join(folder.path, 'files'), { recursive: true, mode: 0o700 })
  await together(supervisor, [
    run('worker', 'Worker', environment),
    run('jobs', 'Job runner', environment),
    run('api', `API on port ${ports.api}`, environment),
  ])
  return {
    urls: {
      api,
      reference: `${api}/reference`,
      outbox: `${api}/outbox`,
      temporal: temporalAddress,
      ...(inherited['TEMPORAL_ADDRESS'] ? {} : { temporalUi: `http://127.0.0.1:${ports.temporalUi}` }),
      database: found.url,
      databaseOwner: found.ownerUrl,
      ...(found.readerUrl === undefined ? {} : { databaseReader: found.readerUrl }),
      bank,
    },
    dataFolder: folder.path,
    environment,
    child: (name) => supervisor.handle(name),
  }
}
