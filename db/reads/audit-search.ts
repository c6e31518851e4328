import { sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { encodeCursor, type Cursor } from './cursor.ts'

/** Everything that is named has to fit. */
export interface AuditSearch {
  /** A claim by its number; null for everything that belongs to no claim. */
  readonly caseNumber?: string | null
  readonly personId?: string
  readonly action?: string
  readonly outcome?: 'done' | 'refused'
  /** From this instant on. */
  readonly from?: Instant
  /** Before this instant. */
  readonly to?: Instant
}

interface Row extends Record<string, unknown> {
  readonly chain: string
  readonly sequence: number
  readonly at: string
  readonly case_number: string | null
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly actor_kind: string
  readonly account_id: string | null
  readonly action: string
  readonly outcome: 'done' | 'refused'
  readonly code: string | null
  readonly command_id: string
  readonly request_id: string | null
  readonly body_hash: string
  readonly first_event: number | null
  readonly last_event: number | null
  readonly previous_hash: string
  readonly hash: string
}

export type FoundEntry = ReturnType<typeof shown>

/** One page of the entries of all chains, the newest first. Customers are known by their id alone. */
export async function searchAudit(
  database: Database,
  search: AuditSearch,
  { cursor, limit }: { readonly cursor: Cursor | null; readonly limit: number },
) {
  const { rows } = await database.execute<Row>(sql`
    select e.*, floor(extract(epoch from e.at) * 1000)::bigint as at, c.case_number,
      s.display_name as actor_name
    from audit_entries e
    left join claims c on c.id = case when e.chain = 'system' then null else e.chain::uuid end
    left join staff s on s.person_id = e.actor_id
    where ${sql.join(conditions(search, cursor), sql` and `)}
    order by e.at desc, e.chain desc, e.sequence desc limit ${limit}`)
  const entries = rows.map(shown)
  const last = entries.at(-1)
  const next =
    entries.length < limit || last === undefined
      ? null
      : encodeCursor({ at: last.at, id: `${last.chain}:${last.sequence}` })
  return { entries, next }
}

const instant = (at: Instant) => sql`timestamptz 'epoch' + ${at}::bigint * interval '1 millisecond'`

function conditions(search: AuditSearch, cursor: Cursor | null): SQL[] {
  const { caseNumber, personId, action, outcome, from, to } = search
  const found: SQL[] = [sql`true`]
  if (caseNumber === null) found.push(sql`e.chain = 'system'`)
  else if (caseNumber !== undefined)
    found.push(sql`e.chain = (select n.id::text from claims n where n.case_number = ${caseNumber})`)
  if (personId !== undefined) found.push(sql`e.actor_id = ${personId}::uuid`)
  if (action !== undefined) found.push(sql`e.action = ${action}`)
  if (outcome !== undefined) found.push(sql`e.outcome = ${outcome}`)
  if (from !== undefined) found.push(sql`e.at >= ${instant(from)}`)
  if (to !== undefined) found.push(sql`e.at < ${instant(to)}`)
  if (cursor !== null) {
    const [chain = '', sequence = '0'] = cursor.id.split(':')
    found.push(
      sql`(e.at, e.chain, e.sequence) < (${instant(cursor.at)}, ${chain}, ${Number(sequence) || 0}::int)`,
    )
  }
  return found
}

function shown(row: Row) {
  return {
    chain: row.chain,
    sequence: row.sequence,
    at: Number(row.at),
    caseNumber: row.case_number,
    actorId: row.actor_id,
    actorName: row.actor_name,
    actorKind: row.actor_kind,
    accountId: row.account_id,
    action: row.action,
    outcome: row.outcome,
    code: row.code,
    commandId: row.command_id,
    requestId: row.request_id,
    bodyHash: row.body_hash,
    firstEvent: row.first_event,
    lastEvent: row.last_event,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
