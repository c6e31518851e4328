import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase, type Database } from '../../db/client.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let test: TestDatabase
let other: Database

beforeAll(async () => {
  test = await testDatabase()
  other = createDatabase(test.url)
})

afterAll(async () => {
  await other.$client.end()
  await test.drop()
})

it.each(['between two statements of a transaction', 'while it is idle'])(
  'a connection that dies %s is told about once, and the next one serves',
  async (when) => {
    const lost: Error[] = []
    const database = createDatabase(test.url, { maxConnections: 1, onError: (error) => lost.push(error) })
    const cut = async (reader: Pick<Database, 'execute'>) => {
      const { rows } = await reader.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await other.execute(sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`)
      await eventually(
        () => lost.length,
        (count) => count > 0,
      )
    }
    if (when === 'while it is idle') await cut(database)
    else {
      const transaction = database.transaction(async (tx) => {
        await cut(tx)
        await tx.execute(sql`select 1`)
      })
      await expect(transaction).rejects.toThrow()
    }
    expect((await database.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
    expect(lost).toHaveLength(1)
    await database.$client.end()
  },
)
