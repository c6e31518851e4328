import { sql } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import type { Database } from '../../db/client.ts'
import { sqlState } from '../../db/transact.ts'

type Check = 'ok' | 'behind' | 'unknown' | 'unreachable'

interface Journal {
  readonly entries: readonly { readonly when: number }[]
}

/** When the newest migration that this program was built with was made; its place in the database's own list. */
function newestMigration(): number {
  const path = new URL('../../db/migrations/meta/_journal.json', import.meta.url)
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal
  return Math.max(...journal.entries.map(({ when }) => when))
}

/** Whether the database answers, and whether it has every table that this program expects. */
export function databaseReadiness(database: Database) {
  const expected = newestMigration()
  return async (): Promise<{ readonly database: Check; readonly migrations: Check }> => {
    try {
      const { rows } = await database.execute<{ newest: string | null }>(
        sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
      )
      return { database: 'ok', migrations: Number(rows[0]?.newest ?? 0) >= expected ? 'ok' : 'behind' }
    } catch (error) {
      const state = sqlState(error)
      // The list of migrations belongs to the owner, who may keep it from the application.
      if (state === '42501') return { database: 'ok', migrations: 'unknown' }
      if (state === '3F000' || state === '42P01') return { database: 'ok', migrations: 'behind' }
      return { database: 'unreachable', migrations: 'unknown' }
    }
  }
}
