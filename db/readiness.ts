import { sql } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import type { Database } from './client.ts'
import { sqlState } from './transact.ts'

interface Journal {
  readonly entries: readonly { readonly when: number }[]
}

export interface DatabaseReadiness {
  readonly database: 'ok' | 'unreachable'
  readonly migrations: 'ok' | 'behind' | 'unknown'
}

/** When the newest migration that this program was built with was made; its place in the database's own list. */
function newestMigration(): number {
  const path = new URL('migrations/meta/_journal.json', import.meta.url)
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal
  return Math.max(...journal.entries.map(({ when }) => when))
}

/** Whether the database answers, and whether it has every table that this program expects. */
export function databaseReadiness(database: Database): () => Promise<DatabaseReadiness> {
  const expected = newestMigration()
  return async () => {
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
