/** What the product stands on: PostgreSQL and Temporal, embedded or as the environment names them. */
import { join } from 'node:path'
import { type DataFolder, defaultDataFolder } from './data-folder.ts'
import type { Environment } from './environment.ts'
import { freePort } from './ports.ts'
import type { Backing } from './product.ts'
import { startPostgres } from './postgres/postgres.ts'
import type { Secrets } from './secrets.ts'
import type { Addresses } from './services.ts'
import type { Supervisor } from './processes/supervisor.ts'
import { temporalBinary } from './temporal/binary.ts'
import { temporalServer } from './temporal/server.ts'

const usualPorts = {
  postgres: 54_329,
  temporal: 7_233,
  temporalUi: 8_233,
  bank: 8_089,
  messages: 8_090,
  api: 3_000,
  apiMetrics: 9_464,
  workerMetrics: 9_465,
  jobsMetrics: 9_466,
}
export type Ports = typeof usualPorts

export async function choosePorts(choice: 'usual' | 'free', environment: Environment): Promise<Ports> {
  const taken = new Set<number>()
  const choose = async (usual: number): Promise<number> => {
    const port = await freePort(choice === 'usual' ? usual : undefined, taken)
    taken.add(port)
    return port
  }
  return {
    postgres: await choose(usualPorts.postgres),
    temporal: await choose(usualPorts.temporal),
    temporalUi: await choose(usualPorts.temporalUi),
    bank: await choose(usualPorts.bank),
    messages: await choose(usualPorts.messages),
    api: await choose(Number(environment['API_PORT'] || usualPorts.api)),
    apiMetrics: await choose(usualPorts.apiMetrics),
    workerMetrics: await choose(usualPorts.workerMetrics),
    jobsMetrics: await choose(usualPorts.jobsMetrics),
  }
}

/** Everything that the steps of one start share. */
export interface Start {
  readonly folder: DataFolder
  readonly codeFolder: string
  readonly inherited: Environment
  readonly secrets: Secrets
  readonly ports: Ports
  readonly supervisor: Supervisor
  readonly between: (direct: Backing) => Promise<Backing>
  readonly preload: string | undefined
  /** Does the work and reports it under its title, with the time it took. */
  readonly step: <T>(title: (result: T) => string, work: () => Promise<T>) => Promise<T>
}

/** What the environment names stands before what would be embedded. */
export function addressesOf({ inherited, ports }: Start): Addresses {
  const local = (port: number): string => `127.0.0.1:${port}`
  return {
    api: `http://${local(ports.api)}`,
    apiPort: ports.api,
    temporal: inherited['TEMPORAL_ADDRESS'] || local(ports.temporal),
    bank: inherited['BANK_URL'] || `http://${local(ports.bank)}`,
    messageGateway: inherited['MESSAGE_GATEWAY_URL'] || `http://${local(ports.messages)}`,
  }
}

export interface Database {
  readonly url: string
  readonly ownerUrl: string
  readonly readerUrl?: string
}

export async function database({
  folder,
  inherited,
  secrets,
  ports,
  supervisor,
  step,
}: Start): Promise<Database> {
  const url = inherited['DATABASE_URL']
  if (url) return { url, ownerUrl: inherited['DATABASE_OWNER_URL'] || url }
  const cluster = await step(
    (started) => {
      const elsewhere = started.folder.startsWith(folder.path)
        ? ''
        : `, its data in ${started.folder} where its user can reach it`
      return `PostgreSQL on port ${ports.postgres}${elsewhere}`
    },
    () =>
      startPostgres({
        dataFolder: folder.path,
        port: ports.postgres,
        secrets,
        records: folder.records,
        durability: 'durable',
        supervise: (child) => supervisor.add(child),
      }),
  )
  return { url: cluster.appUrl, ownerUrl: cluster.ownerUrl, readerUrl: cluster.readerUrl }
}

export async function temporal({ folder, inherited, ports, supervisor, step }: Start): Promise<void> {
  if (inherited['TEMPORAL_ADDRESS']) return
  const cache = join(defaultDataFolder(inherited), 'cache')
  const binary = await step(
    (found) => `Temporal's server found (${found.source}: ${found.path})`,
    () => temporalBinary(cache, inherited),
  )
  const { temporal: port, temporalUi: uiPort } = ports
  const server = temporalServer({
    dataFolder: folder.path,
    binary,
    port,
    uiPort,
    storage: 'file',
    records: folder.records,
  })
  await step(
    () => `Temporal on port ${port}`,
    () => supervisor.start(server),
  )
}
