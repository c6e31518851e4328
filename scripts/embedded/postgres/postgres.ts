/** A PostgreSQL cluster of our own: one folder, the product's three roles, reachable from this machine only. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { Child } from '../processes/child.ts'
import { type Environment, inheritedEnvironment } from '../environment.ts'
import { postgresBinaries, sharedFolder } from './binaries.ts'
import { archiveSettings } from './log-archive.ts'
import { gone, identityOf, type ProcessRecords } from '../processes/process-records.ts'
import type { Secrets } from '../secrets.ts'
import { canEnter, postgresUser, type SystemUser } from './system-user.ts'

export interface PostgresOptions {
  /** The data folder; the cluster lies in `postgres` below it where its user can reach that. */
  readonly dataFolder: string
  readonly port: number
  readonly secrets: Secrets
  readonly records: ProcessRecords
  /** `throwaway` gives up durability for speed: for tests, never for data that anybody wants back. */
  readonly durability: 'durable' | 'throwaway'
  /** 100 unless somebody else, such as Temporal, shares the cluster. */
  readonly maxConnections?: number
  /** The cluster is a copy that has to be brought to a moment first: how to fetch its log, and how far to go. */
  readonly recovery?: Recovery
  /** Hears of the program before it starts. */
  readonly supervise?: (child: Child) => void
}

export interface Recovery {
  /** A command of the shell that puts the piece `%f` of the log at `%p`. */
  readonly restoreCommand: string
  /** ISO 8601 in UTC; without it, as far as the log goes. */
  readonly targetTime?: string
}

export interface Postgres {
  readonly child: Child
  readonly folder: string
  /** Owner of the schema, for migrations. */
  readonly ownerUrl: string
  readonly appUrl: string
  readonly readerUrl: string
  /** Superuser on the maintenance database. */
  readonly superuserUrl: string
}

export const superuser = 'lipei_superuser'
export const databaseName = 'lipei'
/** The file by which a cluster is told to follow another one; PostgreSQL removes it when it is promoted. */
export const standbySignal = 'standby.signal'

const durableSettings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
}
/** Milliseconds; a long log takes its time. */
const recoveredWithin = 3_600_000

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  wal_level: 'replica',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Parameters of statements carry personal data, so a log of them must not exist.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

function recoverySettings({ restoreCommand, targetTime }: Recovery): Readonly<Record<string, string>> {
  return {
    restore_command: restoreCommand,
    ...(targetTime === undefined
      ? {}
      : {
          recovery_target_time: targetTime.replace('T', ' ').replace('Z', '+00'),
          recovery_target_action: 'promote',
        }),
  }
}

/** Where the cluster of this data folder lies; elsewhere than asked when its user could not reach it. */
export function clusterFolder(dataFolder: string, user: SystemUser | undefined): string {
  if (canEnter(user, dataFolder)) return join(dataFolder, 'postgres')
  const tag = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return join(sharedFolder, tag, 'postgres')
}

/** The folder of the cluster that was made for this data folder before, if there is one. */
export function existingCluster(dataFolder: string): string | undefined {
  const folder = clusterFolder(dataFolder, postgresUser())
  return existsSync(join(folder, 'PG_VERSION')) ? folder : undefined
}

/** PostgreSQL reads its own variables, which somebody may have set for another server. */
function postgresEnvironment(): Environment {
  return Object.fromEntries(Object.entries(inheritedEnvironment()).filter(([name]) => !name.startsWith('PG')))
}

async function createCluster(
  folder: string,
  binaries: string,
  password: string,
  user: SystemUser | undefined,
): Promise<void> {
  const unfinished = `${folder}.unfinished`
  const passwordFile = `${folder}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user !== undefined) {
    chownSync(unfinished, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  try {
    const args = [
      ['--pgdata', unfinished],
      ['--username', superuser],
      ['--pwfile', passwordFile],
      ['--auth', 'scram-sha-256'],
      ['--encoding', 'UTF8'],
      ['--locale-provider', 'builtin'],
      ['--builtin-locale', 'C.UTF-8'],
      ['--locale', 'C'],
      ['--no-instructions', '--no-sync'],
    ].flat()
    await promisify(execFile)(join(binaries, 'bin', 'initdb'), args, {
      cwd: '/',
      env: postgresEnvironment(),
      ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
    })
    // A cluster either is complete or does not exist: an interrupted start begins again.
    renameSync(unfinished, folder)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/**
 * A postmaster that outlived its supervisor and its record still holds the
 * folder. It wrote its pid there; it is ended in good order and started anew,
 * so that the settings and the port are ours again.
 */
async function endStrayPostmaster(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const [first, dataFolder] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(first)
  const identity = identityOf(pid)
  if (identity === undefined || dataFolder !== folder || !runsIn(pid, folder)) return
  process.kill(pid, 'SIGINT')
  if (!(await gone({ pid, identity }, 10_000)))
    throw new Error(`PostgreSQL (pid ${pid}) still holds ${folder}.`)
}

/** Guards against a pid that the system gave to another program since; without /proc the file is believed. */
function runsIn(pid: number, folder: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').split('\0').includes(folder)
}

export async function asUser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the roles and the database, or brings their passwords in line with the secrets. */
async function createRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  await asUser(superuserUrl, async (client) => {
    const roles = { owner: secrets.ownerPassword, app: secrets.appPassword, reader: secrets.readerPassword }
    for (const [suffix, password] of Object.entries(roles)) {
      const role = `lipei_${suffix}`
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = rowCount === 0 ? 'create' : 'alter'
      await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`)
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName} owner lipei_owner`)
  })
}

/**
 * Creates the cluster if need be and starts it. The caller stops it through `child`. A standby has the roles and the
 * secrets of the server that it follows, and is read only until it is promoted.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataFolder, port, secrets, records } = options
  const user = postgresUser()
  const binaries = postgresBinaries(user)
  const folder = clusterFolder(dataFolder, user)
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    await createCluster(folder, binaries, secrets.superuserPassword, user)
  }
  await endStrayPostmaster(folder)
  const isStandby = existsSync(join(folder, standbySignal))
  const durability =
    options.durability === 'durable' ? { ...durableSettings, ...archiveSettings(folder) } : throwawaySettings
  const recovery = options.recovery === undefined ? {} : recoverySettings(options.recovery)
  const configuration = Object.entries({
    ...settings,
    ...durability,
    ...recovery,
    port: String(port),
    max_connections: String(options.maxConnections ?? 100),
  })
  const child = new Child(
    {
      name: 'postgres',
      command: join(binaries, 'bin', 'postgres'),
      args: ['-D', folder, ...configuration.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      folder: '/',
      environment: postgresEnvironment(),
      logFile: join(dataFolder, 'logs', 'postgres.log'),
      ready: isStandby
        ? /database system is ready to accept read-only connections/
        : /database system is ready to accept connections/,
      readyWithin: options.recovery === undefined ? 60_000 : recoveredWithin,
      // SIGTERM would wait for every client to leave; SIGINT ends their transactions and writes a checkpoint.
      stopSignal: 'SIGINT',
      forceSignal: 'SIGQUIT',
      user,
    },
    records,
  )
  options.supervise?.(child)
  await child.start()
  const url = (role: string, password: string, database = databaseName): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  const superuserUrl = url(superuser, secrets.superuserPassword, 'postgres')
  if (!isStandby) {
    try {
      await createRoles(superuserUrl, secrets)
    } catch (error) {
      await child.stop()
      throw error
    }
  }
  return {
    child,
    folder,
    ownerUrl: url('lipei_owner', secrets.ownerPassword),
    appUrl: url('lipei_app', secrets.appPassword),
    readerUrl: url('lipei_reader', secrets.readerPassword),
    superuserUrl,
  }
}
