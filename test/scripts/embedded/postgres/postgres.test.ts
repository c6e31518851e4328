import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../../scripts/embedded/ports.ts'
import {
  asUser,
  existingCluster,
  type Postgres,
  startPostgres,
} from '../../../../scripts/embedded/postgres/postgres.ts'
import { type DataFolder, temporaryDataFolder } from '../../../../scripts/embedded/data-folder.ts'
import { ProcessRecords } from '../../../../scripts/embedded/processes/process-records.ts'
import { keepSecrets } from '../../../../scripts/embedded/secrets.ts'

let folder: DataFolder
let cluster: Postgres

const start = async (): Promise<Postgres> =>
  startPostgres({
    dataFolder: folder.path,
    port: await freePort(),
    secrets: keepSecrets(folder.path, existingCluster(folder.path)),
    records: folder.records,
    durability: 'durable',
  })

beforeAll(async () => {
  folder = await temporaryDataFolder()
  cluster = await start()
})
afterAll(async () => {
  await cluster.child.stop()
  folder.release()
})

async function rows<T extends object>(url: string, sql: string): Promise<readonly T[]> {
  return asUser(url, async (client) => (await client.query<T>(sql)).rows)
}

describe('the embedded PostgreSQL', () => {
  it('does not run as root, and keeps its folder to itself', () => {
    const stat = statSync(cluster.folder)
    expect(stat.uid).not.toBe(0)
    expect(stat.mode & 0o777).toBe(0o700)
  })

  it('lets a commit be believed', async () => {
    const names = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'wal_level',
      'shared_preload_libraries',
      'listen_addresses',
      'TimeZone',
      'server_encoding',
    ]
    const found = await rows<{ name: string; setting: string }>(
      cluster.superuserUrl,
      `select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`).join()})`,
    )
    expect(Object.fromEntries(found.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      wal_level: 'replica',
      shared_preload_libraries: '',
      listen_addresses: '127.0.0.1',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
    })
  })

  it('sorts by code point on every machine', async () => {
    const sql =
      "select datlocprovider::text as provider, datlocale as locale from pg_database where datname = 'lipei'"
    expect(await rows(cluster.appUrl, sql)).toEqual([{ provider: 'b', locale: 'C.UTF-8' }])
  })

  it('gives the owner the schema, and the application and the reader no right to change it', async () => {
    await rows(cluster.ownerUrl, 'create table claim_of_owner (id int)')
    await expect(rows(cluster.appUrl, 'create table claim_of_app (id int)')).rejects.toThrow(
      /permission denied/,
    )
    await expect(rows(cluster.readerUrl, 'create table claim_of_reader (id int)')).rejects.toThrow(
      /permission denied/,
    )
    const sql =
      "select rolname, rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname like 'lipei\\_%' order by 1"
    const none = { rolsuper: false, rolcreatedb: false, rolcreaterole: false }
    expect(await rows(cluster.superuserUrl, sql)).toEqual([
      { rolname: 'lipei_app', ...none },
      { rolname: 'lipei_owner', ...none },
      { rolname: 'lipei_reader', ...none },
      { rolname: 'lipei_superuser', rolsuper: true, rolcreatedb: true, rolcreaterole: true },
    ])
  })

  it('lets nobody in without the password', async () => {
    const guess = new URL(cluster.appUrl)
    guess.password = 'guess'
    await expect(rows(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('keeps what was committed over a stop in good order', async () => {
    await rows(cluster.ownerUrl, 'create table kept (word text)')
    await rows(cluster.ownerUrl, "insert into kept values ('理赔')")
    await cluster.child.stop()
    cluster = await start()
    expect(await rows(cluster.ownerUrl, 'select word from kept')).toEqual([{ word: '理赔' }])
  })

  it('is taken over from a supervisor that was killed, even when its record is lost', async () => {
    const survivor = cluster.child.pid ?? 0
    // The supervisor's death as the next one finds it: the postmaster runs, and nobody knows of it.
    new ProcessRecords(join(folder.path, 'processes.json')).remove(survivor)
    expect(existsSync(join(cluster.folder, 'postmaster.pid'))).toBe(true)
    cluster = await start()
    expect(cluster.child.pid).not.toBe(survivor)
    expect(() => process.kill(survivor, 0)).toThrow(/ESRCH/)
    expect(await rows(cluster.ownerUrl, 'select word from kept')).toEqual([{ word: '理赔' }])
  })

  it('recovers what was committed when it is killed', async () => {
    await rows(cluster.ownerUrl, "insert into kept values ('commit')")
    cluster.child.kill('SIGKILL')
    await expect.poll(() => cluster.child.pid).toBeUndefined()
    cluster = await start()
    expect(await rows(cluster.ownerUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
  })
})
