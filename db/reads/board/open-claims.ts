import { sql, type SQL } from 'drizzle-orm'
import type { Line } from '../../../domain/policy/terms.ts'
import type { Identity } from '../../identity/identity.ts'
import { branchesOf } from '../branches-of.ts'

/** How much time the nearest term of a claim has left. Days are those of the calendar in Shanghai. */
export const terms = ['late', 'today', 'threeDays', 'week', 'later', 'paused', 'none'] as const
export type Term = (typeof terms)[number]

/** How long a claim has been in its stage: less than one, three, seven, fifteen, thirty days, or longer. */
export const ages = ['day', 'threeDays', 'week', 'fortnight', 'month', 'older'] as const
export type Age = (typeof ages)[number]

/** A part of what the reader looks after. */
export interface BoardScope {
  readonly line?: Line
  /** Of the reader's branches; of another there is nothing. */
  readonly branchId?: string
}

/** Whether the claim `c` belongs to the part. */
export function inScope({ line, branchId }: BoardScope): SQL {
  const ofLine = line === undefined ? sql`true` : sql`c.line = ${line}`
  return branchId === undefined ? ofLine : sql`(${ofLine} and c.branch_id = ${branchId}::uuid)`
}

/**
 * Claims on their way through the seven stages that the reader looks after. The nearest term is that of the clock
 * that is due first; one that stands still counts only where no other runs.
 */
export function openClaims(identity: Identity, scope: BoardScope = {}): SQL {
  return sql`select c.id, c.case_number, c.line, c.stage, c.branch_id, c.contact_id, c.priority, c.state,
      e.entered_at, k.kind as clock_kind, k.due_at, k.warn_at, k.status as clock_status,
      k.rungs_taken, case when k.status is null then 'none' when k.status = 'paused' then 'paused'
        when k.due_at < now() then 'late' when k.due_at < d.midnight then 'today'
        when k.due_at < d.midnight + interval '2 days' then 'threeDays'
        when k.due_at < d.midnight + interval '6 days' then 'week' else 'later' end as term,
      case when now() < e.entered_at + interval '1 day' then 'day'
        when now() < e.entered_at + interval '3 days' then 'threeDays'
        when now() < e.entered_at + interval '7 days' then 'week'
        when now() < e.entered_at + interval '15 days' then 'fortnight'
        when now() < e.entered_at + interval '30 days' then 'month' else 'older' end as age
    from claims c
    cross join (select (date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '1 day')
      at time zone 'Asia/Shanghai' as midnight) d
    cross join lateral (select timestamptz 'epoch'
      + (c.state ->> 'stageEnteredAt')::bigint * interval '1 millisecond' as entered_at) e
    left join lateral (select kind, due_at, warn_at, status, rungs_taken from claim_clocks k
      where k.claim_id = c.id and k.status in ('running', 'breached', 'paused')
      order by k.status = 'paused', k.due_at, k.key limit 1) k on true
    where c.stage not in ('afterCare', 'archived') and ${readersClaims(identity)} and ${inScope(scope)}`
}

/** Whether the claim `c` is one that the reader looks after; nobody looks after one in which they have a part. */
export function readersClaims(identity: Identity): SQL {
  return sql`(${inBranches(identity)} and not exists (select from claim_parties o
    where o.claim_id = c.id and o.person_id = ${identity.personId}))`
}

function inBranches(identity: Identity): SQL {
  const branches = branchesOf(identity, 'readBoard')
  if (branches === 'all') return sql`true`
  return sql`c.branch_id = any(${sql.param([...branches])}::uuid[])`
}
