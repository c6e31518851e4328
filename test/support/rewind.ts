/** Puts a claim back to an earlier moment, as a restored database has it: its rows, and nothing that came since. */
import type { Client } from 'pg'
import { asUser } from '../../scripts/embedded/postgres/postgres.ts'

/** Parents before children; the column that names the claim. */
const tables = [
  ['claims', 'id'],
  ['claim_events', 'claim_id'],
  ['claim_clocks', 'claim_id'],
  ['tasks', 'claim_id'],
  ['payment_intents', 'claim_id'],
  ['ledger_entries', 'claim_id'],
] as const

export type Moment = ReadonlyMap<string, string>

/** @param ownerUrl because the application cannot remove what only grows. */
export async function remember(ownerUrl: string, claimId: string): Promise<Moment> {
  return asUser(ownerUrl, async (client) => {
    const moment = new Map<string, string>()
    for (const [table, column] of tables) {
      const { rows } = await client.query<{ rows: string }>(
        `select coalesce(json_agg(t), '[]')::text as rows from ${table} t where ${column} = $1`,
        [claimId],
      )
      moment.set(table, rows[0]?.rows ?? '[]')
    }
    return moment
  })
}

export async function rewind(ownerUrl: string, claimId: string, moment: Moment): Promise<void> {
  await asUser(ownerUrl, async (client) => {
    await client.query('begin')
    await client.query(
      `delete from payment_attempts where intent_id in (select id from payment_intents where claim_id = $1)`,
      [claimId],
    )
    await client.query('delete from audit_entries where chain = $1 and sequence > $2', [
      claimId,
      auditSequence(moment),
    ])
    for (const [table, column] of tables.toReversed())
      if (table !== 'claims') await client.query(`delete from ${table} where ${column} = $1`, [claimId])
    await putBackClaim(client, claimId, moment.get('claims') ?? '[]')
    for (const [table] of tables)
      if (table !== 'claims') await putBack(client, table, moment.get(table) ?? '[]')
    await client.query('commit')
  })
}

function auditSequence(moment: Moment): number {
  const [claim] = JSON.parse(moment.get('claims') ?? '[]') as { audit_sequence: number }[]
  return claim?.audit_sequence ?? 0
}

/** Other tables refer to the claim's row, so it is overwritten where it stands. */
async function putBackClaim(client: Client, claimId: string, rows: string): Promise<void> {
  const columns =
    'stage, outcome, state, told, version, told_version, event_sequence, audit_sequence, audit_hash'
  await client.query(
    `update claims set (${columns}) = (select ${columns} from json_populate_recordset(null::claims, $2)) where id = $1`,
    [claimId, rows],
  )
}

async function putBack(client: Client, table: string, rows: string): Promise<void> {
  await client.query(
    `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`,
    [rows],
  )
}
