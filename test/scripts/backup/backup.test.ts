import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  baseCopies,
  baseFolder,
  copyFor,
  verifyCopy,
  walFolder,
} from '../../../scripts/backup/backup-folder.ts'
import { takeBackup } from '../../../scripts/backup/take-backup.ts'
import { type DataFolder, temporaryDataFolder } from '../../../scripts/embedded/data-folder.ts'
import { freePort } from '../../../scripts/embedded/ports.ts'
import { asUser, type Postgres, startPostgres } from '../../../scripts/embedded/postgres/postgres.ts'
import { keepSecrets } from '../../../scripts/embedded/secrets.ts'
import { putBack, type RestoreOptions } from '../../../scripts/restore/put-back.ts'

let folder: DataFolder
let cluster: Postgres
let backup: string
const stored = 'ab'.repeat(32)

beforeAll(async () => {
  folder = await temporaryDataFolder()
  cluster = await startPostgres({
    dataFolder: folder.path,
    port: await freePort(),
    secrets: keepSecrets(folder.path),
    records: folder.records,
    durability: 'durable',
  })
  backup = mkdtempSync(join(tmpdir(), 'lipei-backup-test-'))
  await chmod(backup, 0o711)
  await run(cluster, 'create table happened (what text)')
  upload(stored)
}, 60_000)

afterAll(async () => {
  await cluster.child.stop()
  folder.release()
  rmSync(backup, { recursive: true, force: true })
})

async function run<T extends object>({ ownerUrl }: Postgres, sql: string): Promise<readonly T[]> {
  return asUser(ownerUrl, async (client) => (await client.query<T>(sql)).rows)
}

const happens = (what: string) => run(cluster, `insert into happened values ('${what}')`)

function upload(hash: string): void {
  const place = join(folder.path, 'files', hash.slice(0, 2), hash.slice(2, 4))
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, hash), hash)
}

const take = (increment = false) => takeBackup({ dataFolder: folder.path, to: backup, increment })

/** Restores into a new data folder, and shows what had happened there. */
async function restored(options: Partial<RestoreOptions> = {}) {
  const other = await temporaryDataFolder()
  try {
    const { postgres, secrets, uploads } = await putBack(other, { from: backup, replace: false, ...options })
    const rows = await run<{ what: string }>(postgres, 'select what from happened order by what')
    const timeline = await asUser(postgres.superuserUrl, (client) =>
      client.query<{ timeline: string }>('select left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline'),
    )
    await postgres.child.stop()
    return { happened: rows.map(({ what }) => what), timeline: timeline.rows[0]?.timeline, secrets, uploads }
  } finally {
    other.release()
  }
}

describe('a backup', { timeout: 120_000 }, () => {
  it('asks for a whole copy before it adds to one', async () => {
    await expect(take(true)).rejects.toThrow(/without --increment first/)
  })

  it('is restored to the moment that is asked for, with its uploads and keys, on a history of its own', async () => {
    await happens('before the copy')
    expect(await take()).toMatchObject({ uploads: 1 })
    await happens('after the copy')
    await new Promise((resume) => setTimeout(resume, 50))
    const at = new Date()
    await new Promise((resume) => setTimeout(resume, 50))
    await happens('too late')
    upload('cd'.repeat(32))
    expect(await take(true)).toMatchObject({ clusterFiles: 0, uploads: 1 })
    const then = await restored({ at })
    expect(then.happened).toEqual(['after the copy', 'before the copy'])
    expect(then.timeline).toBe('00000002')
    expect(then.uploads).toBe(2)
    expect(then.secrets).toEqual(keepSecrets(folder.path))
  })

  it('says so when the log does not reach the moment, and when no copy is old enough', async () => {
    await expect(restored({ at: new Date(Date.now() + 3_600_000) })).rejects.toThrow(
      /before configured recovery target was reached/,
    )
    await expect(restored({ at: new Date(0) })).rejects.toThrow(/no copy of a cluster that had ended by/)
  })

  it('does not replace a database unless it is told to, and puts it aside then', async () => {
    const other = await temporaryDataFolder()
    try {
      const first = await putBack(other, { from: backup, replace: false })
      await first.postgres.child.stop()
      await expect(putBack(other, { from: backup, replace: false })).rejects.toThrow(
        /holds a database already/,
      )
      const second = await putBack(other, { from: backup, replace: true })
      const rows = await run<{ what: string }>(second.postgres, 'select what from happened')
      await second.postgres.child.stop()
      expect(rows).toHaveLength(3)
      expect(existsSync(join(second.putAside ?? '', 'PG_VERSION'))).toBe(true)
    } finally {
      other.release()
    }
  })

  it('of which a file was cut off or changed is found before anything is touched', async () => {
    const copy = copyFor(backup)
    await expect(verifyCopy(copy)).resolves.toBeUndefined()
    const file = join(copy.cluster, 'global', 'pg_control')
    const whole = readFileSync(file)
    appendFileSync(file, 'x')
    await expect(restored()).rejects.toThrow(/is not what was backed up/)
    writeFileSync(file, Buffer.concat([whole.subarray(0, -1), Buffer.from('x')]))
    await expect(verifyCopy(copy)).rejects.toThrow(/is not what was backed up/)
    rmSync(file)
    await expect(verifyCopy(copy)).rejects.toThrow(/is missing/)
    writeFileSync(file, whole)
    await expect(verifyCopy(copy)).resolves.toBeUndefined()
  })

  it('that was interrupted is none', () => {
    mkdirSync(join(baseFolder(backup), '2999-01-01.unfinished'))
    expect(baseCopies(backup)).toHaveLength(1)
    rmSync(join(baseFolder(backup), '2999-01-01.unfinished'), { recursive: true })
  })

  it('keeps as many copies as it is told, and no log from before them', async () => {
    const first = baseCopies(backup)[0]?.manifest
    await happens('between the copies')
    const { dropped } = await takeBackup({ dataFolder: folder.path, to: backup, copiesKept: 1 })
    expect(dropped.copies).toBe(1)
    expect(dropped.segments).toBeGreaterThan(0)
    expect(baseCopies(backup)).toHaveLength(1)
    const kept = baseCopies(backup)[0]?.manifest.firstSegment ?? ''
    expect(kept > (first?.firstSegment ?? '')).toBe(true)
    const segments = readdirSync(walFolder(backup)).filter((name) => /^[0-9A-F]{24}$/.test(name))
    expect(segments.toSorted()[0]).toBe(kept)
  })

  it('waits for an archive that is away, and loses nothing of the log', async () => {
    renameSync(walFolder(backup), `${walFolder(backup)}.away`)
    await happens('while the archive was away')
    const taken = take(true)
    await new Promise((resume) => setTimeout(resume, 1500))
    renameSync(`${walFolder(backup)}.away`, walFolder(backup))
    await taken
    expect((await restored()).happened).toContain('while the archive was away')
  })
})
