/** The steps of one start, in the order in which they depend on one another. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { builtPages, pagesCache } from '../pages/built-pages.ts'
import { addressesOf, type Database, database, type Start, temporal } from './backing.ts'
import { Child } from './processes/child.ts'
import { defaultDataFolder } from './data-folder.ts'
import type { Environment } from './environment.ts'
import type { Product } from './product.ts'
import { type Mode, service, serviceEnvironment, type ServiceName, simulatorEnvironment } from './services.ts'
import type { Supervisor } from './processes/supervisor.ts'

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

/** Each process shows its metrics on a port of its own. */
function withMetrics(environment: Environment, port: number): Environment {
  return { ...environment, METRICS_HOST: '127.0.0.1', METRICS_PORT: String(port) }
}

export async function startAll(
  start: Start,
  demonstration: boolean,
): Promise<Omit<Product, 'stop' | 'force'>> {
  const { folder, codeFolder, inherited, secrets, ports, supervisor, step } = start
  const embedded = !inherited['DATABASE_URL']
  const mode: Mode = embedded || demonstration ? 'embedded' : 'production'
  const program = (name: ServiceName, environment: Environment, preload?: string): Child =>
    new Child(service(name, codeFolder, folder.path, environment, preload), folder.records)
  const run = (
    name: ServiceName,
    title: string,
    environment: Environment,
    preload?: string,
  ): Promise<string> =>
    step(
      () => title,
      () => supervisor.start(program(name, environment, preload)),
    )
  const finish = (name: ServiceName, title: string, environment: Environment): Promise<void> =>
    step(
      () => title,
      () => supervisor.finish(program(name, environment), 300_000),
    )

  const addresses = addressesOf(start)
  const describe = (databaseUrl: string): Environment =>
    serviceEnvironment(inherited, { ...addresses, database: databaseUrl }, secrets, folder.path, mode)

  const prepareDatabase = async (): Promise<Database> => {
    const found = await database(start)
    const owner = { ...describe(found.url), DATABASE_OWNER_URL: found.ownerUrl }
    await finish('migration', 'Database migrated', owner)
    if (embedded || demonstration) await finish('demonstration-data', 'Demonstration data in place', owner)
    return found
  }
  /** Stands for the outside world, unless somebody brought the real thing. */
  const simulate = async (name: 'bank' | 'messages', title: string, prefix: string): Promise<void> => {
    if (inherited[`${prefix}_URL`]) return
    const own = join(folder.path, name)
    mkdirSync(own, { recursive: true, mode: 0o700 })
    const secret = name === 'bank' ? secrets.bankSecret : secrets.messageGatewaySecret
    const callbackUrl = `${addresses.api}${name === 'bank' ? '/bank/callbacks' : '/message-gateway/receipts'}`
    const simulator = { port: ports[name], secret, callbackUrl, folder: own }
    await run(name, `${title} on port ${ports[name]}`, simulatorEnvironment(inherited, prefix, simulator))
  }
  const preparePages = async (): Promise<string> => {
    const given = inherited['PAGES_FOLDER']
    if (given) return given
    const cache = pagesCache(defaultDataFolder(inherited))
    const { folder: pages, whole } = builtPages(cache)
    if (!whole) {
      // A test runner's own NODE_ENV would build the libraries as for development.
      await finish('pages', 'Pages built', { ...inherited, NODE_ENV: 'production', PAGES_CACHE: cache })
    }
    return pages
  }
  const [found, pages] = await together(supervisor, [
    prepareDatabase(),
    preparePages(),
    temporal(start),
    simulate('bank', 'Bank simulator', 'BANK'),
    simulate('messages', 'Message gateway', 'MESSAGE_GATEWAY'),
  ])

  const { temporal: temporalAddress, bank } = addresses
  const backing = await start.between({ database: found.url, temporal: temporalAddress, bank })
  const environment: Environment = {
    ...serviceEnvironment(inherited, { ...addresses, ...backing }, secrets, folder.path, mode),
    PAGES_FOLDER: pages,
  }
  mkdirSync(environment['FILES_FOLDER'] ?? join(folder.path, 'files'), { recursive: true, mode: 0o700 })
  await together(supervisor, [
    run('worker', 'Worker', withMetrics(environment, ports.workerMetrics), start.preload),
    run('jobs', 'Job runner', withMetrics(environment, ports.jobsMetrics), start.preload),
    run('api', `API on port ${ports.api}`, withMetrics(environment, ports.apiMetrics), start.preload),
  ])
  return {
    urls: {
      api: addresses.api,
      reference: `${addresses.api}/reference`,
      outbox: `${addresses.api}/outbox`,
      temporal: addresses.temporal,
      ...(inherited['TEMPORAL_ADDRESS'] ? {} : { temporalUi: `http://127.0.0.1:${ports.temporalUi}` }),
      database: found.url,
      databaseOwner: found.ownerUrl,
      ...(found.readerUrl === undefined ? {} : { databaseReader: found.readerUrl }),
      bank: addresses.bank,
      messageGateway: addresses.messageGateway,
      metrics: {
        api: `http://127.0.0.1:${ports.apiMetrics}`,
        worker: `http://127.0.0.1:${ports.workerMetrics}`,
        jobs: `http://127.0.0.1:${ports.jobsMetrics}`,
      },
    },
    dataFolder: folder.path,
    environment,
    child: (name) => supervisor.handle(name),
  }
}
