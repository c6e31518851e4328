import { sql, type SQL } from 'drizzle-orm'

/** Where money of an open claim may wait: for a decision, for its release, or for the bank. */
export const moneyStops = ['approval', 'release', 'bank'] as const
export type MoneyStop = (typeof moneyStops)[number]

/**
 * Settlements and payments of the claims in `open` that wait, a row each: claim, stop, level and amount. The level of
 * what nobody decides is 0. What has been released waits for the bank until the bank says that it is paid, or not.
 */
export const waitingMoney: SQL = sql`
  select o.id, 'approval' as stop, (s ->> 'openLevel')::int as level, (s ->> 'amountMinor')::bigint as amount
  from open o join tasks t on t.claim_id = o.id and t.closed_at is null and t.kind = 'decideApproval'
    cross join lateral jsonb_array_elements(o.state -> 'settlements') s
  where s ->> 'state' = 'pending' and s ->> 'id' = split_part(t.clock_key, ':', 2)
  union all
  select o.id, 'release', 0, (s ->> 'amountMinor')::bigint
  from open o join tasks t on t.claim_id = o.id and t.closed_at is null and t.kind = 'releasePayment'
    cross join lateral jsonb_array_elements(o.state -> 'settlements') s
  where s ->> 'state' = 'approved' and jsonb_array_length(s -> 'payees') > 0
    and not exists (select from jsonb_array_elements(o.state -> 'intents') i
      where i ->> 'settlementId' = s ->> 'id')
  union all
  select o.id, 'bank', 0, i.amount_minor from open o join payment_intents i on i.claim_id = o.id
  where i.status in ('held', 'ready', 'submitting', 'unknown', 'accepted', 'suspense')`

/** Whether something of the claim `o` waits there. */
export function waitsAt(stop: MoneyStop, level: number | undefined): SQL {
  const atLevel = level === undefined ? sql`true` : sql`w.level = ${level}`
  return sql`o.id in (select w.id from (${waitingMoney}) w where w.stop = ${stop} and ${atLevel})`
}
