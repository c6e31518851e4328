import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import * as schema from './schema/index.ts'

export type Database = NodePgDatabase<typeof schema> & { readonly $client: Pool }

/** The same inside a transaction, where everything that belongs to one decision is written. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

interface DatabaseOptions {
  readonly maxConnections?: number
  /** How long a request may wait for a connection; a second and a half unless told, then it is told to come again. */
  readonly connectionTimeoutMs?: number
  /** Told about connections that died while no statement was under way. */
  readonly onError?: (error: Error) => void
}

/** A pool with deadlines everywhere: a database that hangs must not hang us. */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 1500,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    application_name: 'lipei',
  })
  // The pool listens to connections that are idle. One that dies between two statements of a transaction has
  // nobody to hear it, and an error that nobody hears ends the process; the next statement fails all the same.
  const heard = (): void => undefined
  pool.on('connect', (client) => {
    client.on('error', heard)
    client.once('error', (error) => options.onError?.(error))
  })
  pool.on('error', heard)
  return drizzle(pool, { schema })
}
