import { drizzle } from 'drizzle-orm/node-postgres'
import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { persons } from '../../../db/schema/people.ts'
import { testDatabase } from '../../support/database.ts'

/** A database without decision tables, with two people who may write and review them. */
export async function ruleDatabase() {
  const database = await testDatabase()
  const pool = new Pool({ connectionString: database.ownerUrl, max: 6 })
  // The tables that come with the product would answer beside those of the test.
  await pool.query('truncate rule_versions')
  const db = drizzle(pool)
  const [author, reviewer] = [randomUUID(), randomUUID()]
  await db
    .insert(persons)
    .values([author, reviewer].map((id) => ({ id, kind: 'natural' as const, nameEncrypted: 'sealed' })))
  return {
    db,
    author,
    reviewer,
    close: async () => {
      await pool.end()
      await database.drop()
    },
  }
}
