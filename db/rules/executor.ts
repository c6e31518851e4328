import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'

/** What the rules need of a database or, rather, of the transaction that the caller is in. */
export type RuleReader = Pick<PgDatabase<NodePgQueryResultHKT>, 'select' | 'selectDistinctOn'>

export type RuleWriter = RuleReader & Pick<PgDatabase<NodePgQueryResultHKT>, 'insert' | 'update' | 'execute'>
