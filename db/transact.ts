import { sql } from 'drizzle-orm'
import type { Instant } from '../domain/time/instant.ts'
import type { Database, Transaction } from './client.ts'

/** Serialisation failure and deadlock: the database undid everything and asks for another try. */
const transient = new Set(['40001', '40P01'])
const tries = 4

export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return undefined
}

/** Runs one transaction, again if the database gave it up to resolve a conflict. */
export async function transact<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(work)
    } catch (error) {
      if (attempt === tries || !transient.has(sqlState(error) ?? '')) throw error
      await new Promise((resume) => setTimeout(resume, Math.random() * 20 * attempt))
    }
  }
}

/** The database's clock at this moment, not at the transaction's beginning: it may have waited for a lock. */
export async function clockOf(tx: Transaction): Promise<Instant> {
  const { rows } = await tx.execute<{ now: string }>(
    sql`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
  )
  return Number(rows[0]?.now)
}
