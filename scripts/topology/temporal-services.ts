/** Temporal as docker-compose.yml runs it: server, UI and the two scripts that prepare them, as processes of this machine. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { DataFolder } from '../embedded/data-folder.ts'
import type { Environment } from '../embedded/environment.ts'
import { Child } from '../embedded/processes/child.ts'
import { historyShards } from './compose-facts.ts'
import type { TemporalPrograms } from './temporal-programs.ts'

export interface TemporalPorts {
  readonly temporal: number
  readonly temporalUi: number
  readonly postgres: number
  /** Between the server's own services, and for HTTP. */
  readonly internal: readonly number[]
}

export const internalPorts = [
  'FRONTEND_HTTP_PORT',
  'HISTORY_GRPC_PORT',
  'MATCHING_GRPC_PORT',
  'WORKER_GRPC_PORT',
  'FRONTEND_MEMBERSHIP_PORT',
  'HISTORY_MEMBERSHIP_PORT',
  'MATCHING_MEMBERSHIP_PORT',
  'WORKER_MEMBERSHIP_PORT',
] as const

export interface TemporalServices {
  readonly folder: DataFolder
  readonly codeFolder: string
  readonly inherited: Environment
  readonly programs: TemporalPrograms
  /** Temporal's command line, which the server's images carry too. */
  readonly cli: string
  readonly ports: TemporalPorts
  readonly password: string
  readonly namespace: string
}

const logFile = ({ folder }: TemporalServices, name: string): string =>
  join(folder.path, 'logs', `${name}.log`)

/** Runs the very script that is mounted into a container, with the container's programs on its path. */
function mountedScript(services: TemporalServices, name: string, environment: Environment): Child {
  const { folder, codeFolder, inherited, programs, cli } = services
  const bin = join(folder.path, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const [command, path] of [
    ['temporal-sql-tool', programs.sqlTool],
    ['temporal', cli],
  ] as const) {
    rmSync(join(bin, command), { force: true })
    symlinkSync(path, join(bin, command))
  }
  return new Child(
    {
      name,
      command: 'sh',
      args: [join(codeFolder, 'docker', `${name}.sh`)],
      folder: folder.path,
      environment: {
        ...inherited,
        PATH: [bin, inherited['PATH'] ?? ''].join(delimiter),
        ...environment,
      },
      logFile: logFile(services, name),
      ready: /^/,
      readyWithin: 0,
    },
    folder.records,
  )
}

export const schemaScript = (services: TemporalServices): Child =>
  mountedScript(services, 'temporal-schema', {
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(services.ports.postgres),
    SQL_USER: 'temporal',
    SQL_PASSWORD: services.password,
  })

export const namespaceScript = (services: TemporalServices): Child =>
  mountedScript(services, 'temporal-namespace', {
    TEMPORAL_ADDRESS: `127.0.0.1:${services.ports.temporal}`,
    NAMESPACE: services.namespace,
  })

export function productionServer(services: TemporalServices): Child {
  const { folder, codeFolder, inherited, programs, ports, password } = services
  const internal = internalPorts.map((name, index) => [name, String(ports.internal[index])] as const)
  return new Child(
    {
      name: 'temporal',
      command: programs.server,
      args: ['start'],
      folder: folder.path,
      environment: {
        ...inherited,
        DB: 'postgres12',
        DB_PORT: String(ports.postgres),
        POSTGRES_SEEDS: '127.0.0.1',
        POSTGRES_USER: 'temporal',
        POSTGRES_PWD: password,
        DBNAME: 'temporal',
        VISIBILITY_DBNAME: 'temporal_visibility',
        NUM_HISTORY_SHARDS: historyShards(),
        BIND_ON_IP: '127.0.0.1',
        TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
        TEMPORAL_ALLOW_NO_AUTH: 'true',
        FRONTEND_GRPC_PORT: String(ports.temporal),
        ...Object.fromEntries(internal),
        DYNAMIC_CONFIG_FILE_PATH: join(codeFolder, 'docker', 'temporal-dynamic-config.yaml'),
        // Readiness is read out of its log, and it tells of that at this level only.
        LOG_LEVEL: 'info',
      },
      logFile: logFile(services, 'temporal'),
      ready: /Frontend is now healthy/,
      readyWithin: 120_000,
      stopWithin: 30_000,
    },
    folder.records,
  )
}

export function temporalUi(services: TemporalServices): Child {
  const { folder, inherited, programs, ports, namespace } = services
  const config = join(folder.path, 'temporal-ui')
  mkdirSync(config, { recursive: true })
  const settings = {
    temporalGrpcAddress: `127.0.0.1:${ports.temporal}`,
    host: '127.0.0.1',
    port: ports.temporalUi,
    enableUi: true,
    defaultNamespace: namespace,
    disableNewsFetch: true,
    disableWriteActions: true,
    cors: { allowOrigins: [`http://127.0.0.1:${ports.temporalUi}`] },
  }
  // JSON is YAML too.
  writeFileSync(join(config, 'topology.yaml'), JSON.stringify(settings))
  return new Child(
    {
      name: 'temporal-ui',
      command: programs.ui,
      args: ['--root', config, '--config', '.', '--env', 'topology', 'start'],
      folder: folder.path,
      environment: inherited,
      logFile: logFile(services, 'temporal-ui'),
      ready: /http server started on/,
      readyWithin: 30_000,
    },
    folder.records,
  )
}
