/**
 * The topology of docker-compose.yml as processes of this machine: PostgreSQL, Temporal's
 * production server on it with the schema and the namespace made by the very scripts that the
 * containers mount, Temporal's UI, and the product in production mode with simulators standing
 * for bank and message gateway.
 */
import { join } from 'node:path'
import { choosePorts } from '../embedded/backing.ts'
import {
  checkoutFolder,
  type DataFolder,
  defaultDataFolder,
  openDataFolder,
  temporaryDataFolder,
} from '../embedded/data-folder.ts'
import { type Environment, inheritedEnvironment } from '../embedded/environment.ts'
import { freePort } from '../embedded/ports.ts'
import { existingCluster, type Postgres, startPostgres } from '../embedded/postgres/postgres.ts'
import { Child } from '../embedded/processes/child.ts'
import { Supervisor } from '../embedded/processes/supervisor.ts'
import { type Product, type ProductOptions, startProduct } from '../embedded/product.ts'
import { keepSecrets, type Secrets } from '../embedded/secrets.ts'
import { service } from '../embedded/services.ts'
import { temporalBinary } from '../embedded/temporal/binary.ts'
import { maxConnections } from './compose-facts.ts'
import { createTemporalDatabases } from './temporal-databases.ts'
import { temporalPrograms } from './temporal-programs.ts'
import {
  internalPorts,
  namespaceScript,
  productionServer,
  schemaScript,
  type TemporalPorts,
  type TemporalServices,
  temporalUi,
} from './temporal-services.ts'

const namespace = 'lipei'
/** Milliseconds for a script that ends by itself; the one for the namespace waits for the server. */
const oneShotWithin = 180_000

type Report = NonNullable<ProductOptions['report']>

interface Steps {
  readonly options: ProductOptions
  readonly folder: DataFolder
  readonly inherited: Environment
  readonly secrets: Secrets
  readonly supervisor: Supervisor
  readonly report: Report
}

async function choosePortsOf({ options, inherited }: Steps): Promise<TemporalPorts> {
  const { postgres, temporal, temporalUi: ui } = await choosePorts(options.ports ?? 'free', inherited)
  const internal: number[] = []
  // Temporal keeps the ports of its members in a column of two signed bytes; those that freePort gives fit into it.
  while (internal.length < internalPorts.length) internal.push(await freePort())
  return { postgres, temporal, temporalUi: ui, internal }
}

async function step(report: Report, text: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  report({ text, milliseconds: performance.now() - began })
}

/** PostgreSQL and Temporal, in the order in which docker-compose.yml lets them begin. */
async function startBacking(
  steps: Steps,
): Promise<{ readonly cluster: Postgres; readonly ports: TemporalPorts }> {
  const { options, folder, inherited, secrets, supervisor, report } = steps
  const programs = await temporalPrograms(inherited, (text) => report({ text }), options.abort)
  const cli = await temporalBinary(join(defaultDataFolder(inherited), 'cache'), inherited)
  const ports = await choosePortsOf(steps)
  const began = performance.now()
  const cluster = await startPostgres({
    dataFolder: folder.path,
    port: ports.postgres,
    secrets,
    records: folder.records,
    durability: 'durable',
    maxConnections: maxConnections(),
    supervise: (child) => supervisor.add(child),
  })
  await createTemporalDatabases(cluster.superuserUrl, secrets.temporalPassword)
  report({ text: `PostgreSQL on port ${ports.postgres}`, milliseconds: performance.now() - began })
  const services: TemporalServices = {
    folder,
    codeFolder: options.codeFolder ?? checkoutFolder,
    inherited,
    programs,
    cli: cli.path,
    ports,
    password: secrets.temporalPassword,
    namespace,
  }
  await step(report, "Temporal's schema", () => supervisor.finish(schemaScript(services), oneShotWithin))
  await step(report, `Temporal's production server on port ${ports.temporal}`, () =>
    supervisor.start(productionServer(services)),
  )
  await step(report, `Namespace ${namespace}`, () =>
    supervisor.finish(namespaceScript(services), oneShotWithin),
  )
  await step(report, `Temporal's UI on port ${ports.temporalUi}`, () =>
    supervisor.start(temporalUi(services)),
  )
  return { cluster, ports }
}

/** Demonstration data is refused where the mode is production, so it is loaded by a program that is told otherwise. */
async function loadDemonstration(
  { options, folder, supervisor, report }: Steps,
  product: Product,
): Promise<void> {
  const environment = { ...product.environment, LIPEI_MODE: 'embedded' }
  const program = service(
    'demonstration-data',
    options.codeFolder ?? checkoutFolder,
    folder.path,
    environment,
  )
  await step(report, 'Demonstration data in place', () =>
    supervisor.finish(new Child(program, folder.records), 300_000),
  )
}

/**
 * Starts everything and says where it is, as {@link startProduct} does; nothing is left running when a
 * part cannot be started. The first time builds Temporal's server, which takes minutes and needs Go.
 */
export async function startTopology(options: ProductOptions = {}): Promise<Product> {
  const report = options.report ?? (() => undefined)
  const inherited = { ...inheritedEnvironment(), ...options.environment }
  const folder =
    options.dataFolder === undefined ? await temporaryDataFolder() : await openDataFolder(options.dataFolder)
  const supervisor = new Supervisor(['temporal-ui', 'temporal', 'postgres'], (text) => report({ text }))
  let product: Product | undefined
  const end = async (how: 'stop' | 'force'): Promise<void> => {
    folder.leave()
    await product?.[how]()
    await supervisor[how]()
    folder.release()
  }
  const abort = (): void => {
    folder.leave()
    void supervisor.stop()
  }
  const force = (): void => void supervisor.force()
  options.abort?.addEventListener('abort', abort)
  options.force?.addEventListener('abort', force)
  try {
    if (folder.ended.length > 0)
      report({ text: `Ended what a killed start had left: ${folder.ended.join(', ')}.` })
    const secrets = keepSecrets(folder.path, existingCluster(folder.path))
    const steps = { options, folder, inherited, secrets, supervisor, report }
    const { cluster, ports } = await startBacking(steps)
    // From here on the product's own programs stop first.
    options.abort?.removeEventListener('abort', abort)
    product = await startProduct({
      ...options,
      demonstration: false,
      dataFolder: join(folder.path, 'product'),
      environment: {
        ...options.environment,
        LIPEI_MODE: 'production',
        DATABASE_URL: cluster.appUrl,
        DATABASE_OWNER_URL: cluster.ownerUrl,
        TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
        TEMPORAL_NAMESPACE: namespace,
      },
    })
    if (options.demonstration === true) await loadDemonstration(steps, product)
    const own = new Set(['postgres', 'temporal'])
    const started = product
    const { urls, environment } = started
    return {
      urls: {
        ...urls,
        // In production mode the product itself shows nobody what telephones receive.
        outbox: `${urls.messageGateway}/control/messages`,
        temporalUi: `http://127.0.0.1:${ports.temporalUi}`,
        databaseReader: cluster.readerUrl,
      },
      dataFolder: folder.path,
      environment,
      child: (name) => (own.has(name) ? supervisor.handle(name) : started.child(name)),
      stop: () => end('stop'),
      force: () => end('force'),
    }
  } catch (error) {
    await end('stop')
    throw error
  } finally {
    options.abort?.removeEventListener('abort', abort)
    options.force?.removeEventListener('abort', force)
  }
}
