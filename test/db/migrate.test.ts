import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let app: Client

beforeAll(async () => {
  database = await testDatabase()
  app = new Client({ connectionString: database.url })
  await app.connect()
})

afterAll(async () => {
  await app.end()
  await database.drop()
})

describe('the migrated database', () => {
  it('may be migrated again without an effect', async () => {
    await expect(migrate(database.ownerUrl)).resolves.toBeUndefined()
  })

  it('gives queues that were made before what they lacked', async () => {
    const owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
    try {
      await owner.query('update pgboss.queue set heartbeat_seconds = null, expire_seconds = 900')
      await migrate(database.ownerUrl)
      const { rows } = await owner.query(
        `select heartbeat_seconds as heartbeat, expire_seconds as expire from pgboss.queue where name = 'notices'`,
      )
      expect(rows).toEqual([{ heartbeat: 10, expire: 30 }])
    } finally {
      await owner.end()
    }
  })

  it.each(['claim_events', 'audit_entries', 'ledger_entries', 'contents', 'rule_uses', 'messages'])(
    'lets the application add to %s and never change or remove',
    async (table) => {
      await expect(app.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
      await expect(app.query(`update ${table} set claim_id = null`)).rejects.toThrow(
        /permission denied|does not exist/,
      )
      await expect(app.query(`select count(*) from ${table}`)).resolves.toBeDefined()
    },
  )

  it('lets the application define nothing', async () => {
    await expect(app.query('create table mine (id int)')).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('drop table claims')).rejects.toMatchObject({ code: '42501' })
    await expect(app.query('truncate audit_entries')).rejects.toMatchObject({ code: '42501' })
  })

  it('lets the application enqueue jobs', async () => {
    await expect(app.query('select name from pgboss.queue order by name')).resolves.toMatchObject({
      rows: expect.arrayContaining([{ name: 'notices' }, { name: 'notices-dead' }]) as unknown,
    })
  })
})
