/** Two servers on this machine, the second of which follows the first until it is promoted. */
import type { Client } from 'pg'
import { copyFor } from '../../backup/backup-folder.ts'
import { copyCluster } from '../../backup/base-copy.ts'
import { type DataFolder, openDataFolder } from '../../embedded/data-folder.ts'
import { freePort } from '../../embedded/ports.ts'
import {
  asUser,
  clusterFolder,
  type Postgres,
  standbySignal,
  startPostgres,
} from '../../embedded/postgres/postgres.ts'
import { postgresUser } from '../../embedded/postgres/system-user.ts'
import { keepSecrets, type Secrets } from '../../embedded/secrets.ts'
import { layCluster } from '../../restore/lay-cluster.ts'
import { until } from '../at-hand.ts'

/** By this name the first server knows the one that follows it. */
const followerName = 'standby'
/** What the follower may be behind before it would have to be copied anew. */
const keptLog = '1GB'
const followedWithin = 30_000

export interface Server {
  readonly postgres: Postgres
  readonly folder: DataFolder
  readonly secrets: Secrets
  readonly port: number
}

export async function startPrimary(dataFolder: string): Promise<Server> {
  return start(dataFolder, (folder) => keepSecrets(folder.path))
}

async function start(dataFolder: string, secretsOf: (folder: DataFolder) => Secrets): Promise<Server> {
  const folder = await openDataFolder(dataFolder)
  const [secrets, port] = [secretsOf(folder), await freePort()]
  const { records } = folder
  const postgres = await startPostgres({ dataFolder, port, secrets, records, durability: 'durable' })
  return { postgres, folder, secrets, port }
}

export interface Following {
  readonly dataFolder: string
  /** Where the copy is kept that the follower is made of. */
  readonly copy: string
  /** The port at which it reaches the first server; there may be a proxy. */
  readonly through: number
}

/** Makes and starts a server that follows, and returns once it does. */
export async function startStandby(
  primary: Server,
  { dataFolder, copy, through }: Following,
): Promise<Server> {
  await asUser(primary.postgres.superuserUrl, async (client) => {
    await set(client, 'wal_keep_size', keptLog)
    await copyCluster(client, primary.postgres.folder, copy)
  })
  const { username, password } = new URL(primary.postgres.superuserUrl)
  const line = `host=127.0.0.1 port=${through} user=${username} password=${password} application_name=${followerName}`
  await layCluster(copyFor(copy), clusterFolder(dataFolder, postgresUser()), {
    [standbySignal]: '',
    // In the file and not on the command line, where everybody on the machine could read the password.
    'postgresql.auto.conf': `primary_conninfo = '${line}'\n`,
  })
  const standby = await start(dataFolder, () => primary.secrets)
  await follows(primary, `state = 'streaming'`)
  return standby
}

/** From now on the first server acknowledges nothing that the second one does not have. */
export async function makeSynchronous(primary: Server): Promise<void> {
  await asUser(primary.postgres.superuserUrl, (client) =>
    set(client, 'synchronous_standby_names', followerName),
  )
  await follows(primary, `sync_state = 'sync'`)
}

/** Waits until the second server has everything that the first one has by now. */
export async function caughtUp(primary: Server): Promise<void> {
  const lsn = await asUser(primary.postgres.superuserUrl, async (client) => {
    const { rows } = await client.query<{ lsn: string }>('select pg_current_wal_flush_lsn()::text as lsn')
    return rows[0]?.lsn ?? ''
  })
  await follows(primary, `flush_lsn >= '${lsn}'`)
}

async function follows(primary: Server, condition: string): Promise<void> {
  await asUser(primary.postgres.superuserUrl, (client) =>
    until(
      `the standby: ${condition}`,
      async () => {
        const { rowCount } = await client.query(
          `select from pg_stat_replication where application_name = '${followerName}' and ${condition}`,
        )
        return rowCount === 1
      },
      followedWithin,
    ),
  )
}

async function set(client: Client, name: string, value: string): Promise<void> {
  await client.query(`alter system set ${name} = '${value}'`)
  await client.query('select pg_reload_conf()')
}

/** The server takes writes from now on, on a history of its own. Throws when it does not. */
export async function promote({ postgres }: Server): Promise<void> {
  await asUser(postgres.superuserUrl, async (client) => {
    const { rows } = await client.query<{ done: boolean }>('select pg_promote(true, 60) as done')
    if (rows[0]?.done !== true) throw new Error('The standby was not promoted.')
  })
}

/** Ends the server outright, with whatever it is doing. */
export async function killOutright({ postgres, folder }: Server): Promise<void> {
  postgres.child.kill('SIGKILL')
  await until('the server to be gone', () => Promise.resolve(postgres.child.pid === undefined))
  folder.release()
}

export async function stopServer({ postgres, folder }: Server): Promise<void> {
  await postgres.child.stop()
  folder.release()
}
