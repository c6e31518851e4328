import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

/** How the product stands, in numbers: what nobody would notice from requests alone. Durations in seconds. */
export interface OperationState {
  /** Living claims. */
  readonly claims: readonly { readonly stage: string; readonly line: string; readonly count: number }[]
  /** Clocks that are not done; a warned one is still in time. */
  readonly clocks: readonly {
    readonly stage: string
    readonly line: string
    readonly state: 'running' | 'warned' | 'breached' | 'paused'
    readonly count: number
  }[]
  readonly oldestOverdue: number
  readonly untold: number
  readonly oldestUntold: number
  readonly intents: readonly { readonly status: string; readonly count: number }[]
  /** Payments of which nobody has known for more than a minute what became of them. */
  readonly intentsUnknownLong: number
  readonly payLaneOpen: boolean
  readonly queues: readonly {
    readonly queue: string
    readonly state: 'waiting' | 'later' | 'active' | 'failed'
    readonly count: number
    readonly oldest: number
  }[]
}

type Counted<Row> = Omit<Row, 'count'> & { readonly count: string }

/** Reads it as it stands within some seconds; the parts need not be of one moment. */
export async function readOperationState(database: Database): Promise<OperationState> {
  const claims = await database.execute<Counted<OperationState['claims'][number]>>(
    sql`select stage, line, count(*) as count from claims where stage <> 'archived' group by stage, line`,
  )
  const clocks = await database.execute<Counted<OperationState['clocks'][number]>>(sql`
    select c.stage, c.line, count(*) as count,
      case when k.status = 'running' and k.warn_at <= clock_timestamp() then 'warned' else k.status end as state
    from claim_clocks k join claims c on c.id = k.claim_id
    where k.status in ('running', 'paused', 'breached') group by 1, 2, 4`)
  const late = await database.execute<{ oldest: string }>(sql`
    select coalesce(extract(epoch from clock_timestamp() - min(due_at)), 0) as oldest
    from claim_clocks where status = 'breached'`)
  const untold = await database.execute<{ count: string; oldest: string }>(sql`
    select count(*) as count, coalesce(extract(epoch from clock_timestamp() - min(updated_at)), 0) as oldest
    from claims where told_version < version`)
  const intents = await database.execute<Counted<OperationState['intents'][number]> & { long: string }>(sql`
    select status, count(*) as count, count(*) filter (where status = 'unknown'
      and updated_at < clock_timestamp() - interval '1 minute') as long
    from payment_intents group by status`)
  const lane = await database.execute<{ open: boolean }>(
    sql`select not exists (select from pay_lane where paused_at is not null) as open`,
  )
  const queues = await database.execute<
    Counted<Omit<OperationState['queues'][number], 'oldest'>> & { oldest: string }
  >(sql`
    select name as queue, count(*) as count,
      case when state = 'active' then 'active' when state = 'failed' then 'failed'
        when start_after > clock_timestamp() then 'later' else 'waiting' end as state,
      greatest(0, extract(epoch from clock_timestamp() - min(greatest(created_on, start_after)))) as oldest
    from pgboss.job where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%'
    group by 1, 3`)
  return {
    claims: claims.rows.map(counted),
    clocks: clocks.rows.map(counted),
    oldestOverdue: Number(late.rows[0]?.oldest ?? 0),
    untold: Number(untold.rows[0]?.count ?? 0),
    oldestUntold: Number(untold.rows[0]?.oldest ?? 0),
    intents: intents.rows.map(({ status, count }) => ({ status, count: Number(count) })),
    intentsUnknownLong: intents.rows.reduce((sum, { long }) => sum + Number(long), 0),
    payLaneOpen: lane.rows[0]?.open ?? false,
    queues: queues.rows.map((row) => ({ ...row, count: Number(row.count), oldest: Number(row.oldest) })),
  }
}

function counted<Row extends { readonly count: string }>(row: Row): Omit<Row, 'count'> & { count: number } {
  return { ...row, count: Number(row.count) }
}
