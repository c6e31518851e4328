import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { drizzle } from 'drizzle-orm/node-postgres'
import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { branches, persons } from '../../../db/schema/people.ts'
import { ruleVersions } from '../../../db/schema/rules.ts'
import { testDatabase } from '../../support/database.ts'

/** A database with two people who may write and review rules. */
export async function ruleDatabase() {
  const database = await testDatabase()
  const pool = new Pool({ connectionString: database.ownerUrl, max: 6 })
  await createIfMissing(pool)
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

/** The definitions themselves make the tables where no migration has done so. */
async function createIfMissing(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ found: string | null }>(`select to_regclass('rule_versions') as found`)
  if (rows[0]?.found !== null) return
  const statements = await generateMigration(
    generateDrizzleJson({}),
    generateDrizzleJson({ branches, persons, ruleVersions }),
  )
  for (const statement of statements) await pool.query(statement)
}
