import { sql, type SQL } from 'drizzle-orm'
import type { Stage } from '../../../domain/claim/stages.ts'
import type { Database } from '../../client.ts'
import type { Identity } from '../../identity/identity.ts'
import { type BoardScope, inScope, readersClaims } from './open-claims.ts'

/** The last thirty days, and the thirty days before them. */
export const periods = ['current', 'before'] as const
export type Period = (typeof periods)[number]

/**
 * Every time that a claim left a stage in the last sixty days, with how long it had been there. A survey that was not
 * needed took no time: it would only make those that took place look faster.
 */
function passages(identity: Identity, scope: BoardScope): SQL {
  return sql`select m.claim_id, c.case_number, m.sequence, m.from_stage as stage, m.at as left_at,
      case when m.at >= now() - interval '30 days' then 'current' else 'before' end as period,
      extract(epoch from m.at - coalesce(p.at, c.created_at)) as seconds
    from claim_events m join claims c on c.id = m.claim_id
    left join lateral (select e.at, e.sequence from claim_events e
      where e.claim_id = m.claim_id and e.sequence < m.sequence and e.to_stage is not null
      order by e.sequence desc limit 1) p on true
    where m.to_stage is not null and m.from_stage not in ('afterCare', 'archived')
      and not (m.from_stage = 'survey' and exists (select from claim_events n
        where n.claim_id = m.claim_id and n.sequence between p.sequence and m.sequence
          and n.type = 'surveyNeedAssessed' and n.data ->> 'required' = 'false'))
      and m.at >= now() - interval '60 days' and ${readersClaims(identity)} and ${inScope(scope)}`
}

interface Spread extends Record<string, unknown> {
  readonly stage: Stage
  readonly period: Period
  readonly count: number
  readonly seconds: readonly [number, number, number, number, number]
}

/** How long stages took, by when they were left: a tenth, a quarter, a half, three quarters, nine tenths of the claims. */
export async function readStageTimes(database: Database, identity: Identity, scope: BoardScope) {
  const { rows } = await database.execute<Spread>(sql`
    select stage, period, count(*)::int as count,
      percentile_cont(array[0.1, 0.25, 0.5, 0.75, 0.9]) within group (order by seconds) as seconds
    from (${passages(identity, scope)}) p group by stage, period`)
  return rows.map(({ stage, period, count, seconds }) => {
    const [p10, p25, p50, p75, p90] = seconds.map(Math.round) as [number, number, number, number, number]
    return { stage, period, count, p10, p25, p50, p75, p90 }
  })
}

interface Passage extends Record<string, unknown> {
  readonly claim_id: string
  readonly case_number: string
  readonly sequence: number
  readonly left: string
  readonly seconds: string
}

const most = 100

/** The hundred passages through a stage that took longest in a period, and how many there were. */
export async function readPassages(
  database: Database,
  identity: Identity,
  { stage, period, ...scope }: BoardScope & { readonly stage: Stage; readonly period: Period },
) {
  const { rows } = await database.execute<Passage & { readonly of: number }>(sql`
    select claim_id, case_number, sequence, floor(extract(epoch from left_at) * 1000)::bigint as left,
      seconds, count(*) over ()::int as of
    from (${passages(identity, scope)}) p where stage = ${stage} and period = ${period}
    order by seconds desc, claim_id, sequence limit ${most}`)
  return {
    count: rows[0]?.of ?? 0,
    passages: rows.map((row) => ({
      claimId: row.claim_id,
      caseNumber: row.case_number,
      sequence: row.sequence,
      leftAt: Number(row.left),
      seconds: Math.round(Number(row.seconds)),
    })),
  }
}
