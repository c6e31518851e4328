import { sql } from 'drizzle-orm'

/**
 * The history that the database writes. PostgreSQL begins a new one whenever a server is restored from a backup or
 * promoted from a standby: what the one before had committed may be missing from it, and nothing in a table would
 * say so.
 */
export const currentTimeline = sql<number>`('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int`
