import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'

/** Every row of every table as text, to look for what should stand nowhere in clear. */
export async function everythingOf(database: Database): Promise<string> {
  const { rows } = await database.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const texts = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await database.execute<{ row: string }>(
        sql`select t::text as row from ${sql.identifier(name)} t`,
      )
      return found.rows.map(({ row }) => row).join('\n')
    }),
  )
  return texts.join('\n')
}
