import { sql, type SQL } from 'drizzle-orm'
import type { Stage } from '../../../domain/claim/stages.ts'
import type { ClaimState, TaskKind } from '../../../domain/claim/state.ts'
import { whyLate } from '../../../domain/claim/why-late.ts'
import type { Line } from '../../../domain/policy/terms.ts'
import type { ClockKind } from '../../../domain/rules/vocabulary.ts'
import type { Database } from '../../client.ts'
import type { Identity } from '../../identity/identity.ts'
import { encodeCursor } from '../cursor.ts'
import type { Page } from '../own-claims.ts'
import { type Age, openClaims, type Term } from './open-claims.ts'
import { type MoneyStop, waitsAt } from './waiting-money.ts'

/** What a number of the board or of the load stands for; everything that is named has to hold. */
export interface CaseFilter {
  readonly stage?: Stage
  readonly term?: Term
  readonly age?: Age
  readonly line?: Line
  /** Of the reader's branches. */
  readonly branchId?: string
  /** A clock of this kind is late. */
  readonly lateClock?: ClockKind
  /** The named contact of the claim. */
  readonly contactId?: string
  /** Somebody with open work in the claim. */
  readonly holderId?: string
  readonly waiting?: MoneyStop
  /** With `waiting: approval`: the level that is asked. */
  readonly level?: number
}

interface Work {
  readonly kind: TaskKind
  readonly role: string
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  /** Whoever has it is on leave now. */
  readonly away: boolean
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly case_number: string
  readonly branch_id: string
  readonly line: Line
  readonly stage: Stage
  readonly entered: string
  readonly contact_id: string | null
  readonly contact_name: string | null
  readonly term: Term
  readonly clock_kind: ClockKind | null
  readonly due: string | null
  readonly warn: string | null
  readonly escalated: number | null
  readonly estimated: string | null
  readonly work: readonly Work[]
  /** Only of what is late: why it is takes all of it. */
  readonly state: ClaimState | null
  readonly place: string
}

const never = 253_402_300_799_999
const milliseconds = (column: SQL) => sql`floor(extract(epoch from ${column}) * 1000)::bigint`

/** One page of open claims, by what is due first: what is late, by which term, why, and in whose hands it lies. */
export async function readCases(
  database: Database,
  identity: Identity,
  filter: CaseFilter,
  { cursor, limit }: Page,
) {
  const place = sql`coalesce(case when o.term = 'paused' then null
    else ${milliseconds(sql`o.due_at`)} end, ${never}::bigint)`
  const { rows } = await database.execute<Row>(sql`
    with open as (${openClaims(identity)})
    select o.id, o.case_number, o.branch_id, o.line, o.stage, ${milliseconds(sql`o.entered_at`)} as entered,
      o.contact_id, s.display_name as contact_name, o.term, o.clock_kind,
      ${milliseconds(sql`o.due_at`)} as due, ${milliseconds(sql`o.warn_at`)} as warn,
      o.rungs_taken as escalated, (o.state ->> 'estimatedMinor')::bigint as estimated, ${place} as place,
      case when o.term = 'late' then o.state end as state,
      coalesce((select json_agg(json_build_object('kind', t.kind, 'role', t.role, 'assigneeId', t.assignee_id,
          'assigneeName', w.display_name, 'away', exists (select from absences b
            where b.person_id = t.assignee_id and b.valid_from <= now()
              and (b.valid_to is null or b.valid_to > now()))) order by t.due_at, t.id)
        from tasks t left join staff w on w.person_id = t.assignee_id
        where t.claim_id = o.id and t.closed_at is null), '[]'::json) as work
    from open o left join staff s on s.person_id = o.contact_id
    where ${conditions(filter)}
      and ${cursor === null ? sql`true` : sql`(${place}, o.id) > (${cursor.at}::bigint, ${cursor.id}::uuid)`}
    order by ${place}, o.id limit ${limit}`)
  const last = rows.at(-1)
  const next =
    rows.length < limit || last === undefined ? null : encodeCursor({ at: Number(last.place), id: last.id })
  return { cases: rows.map(shown), next }
}

/** How many there are in all pages. */
export async function countCases(database: Database, identity: Identity, filter: CaseFilter) {
  const { rows } = await database.execute<{ count: number }>(sql`
    with open as (${openClaims(identity)}) select count(*)::int as count from open o where ${conditions(filter)}`)
  return rows[0]?.count ?? 0
}

function conditions(filter: CaseFilter): SQL {
  const { stage, term, age, line, branchId, lateClock, contactId, holderId, waiting, level } = filter
  const found = [
    sql`true`,
    stage === undefined ? undefined : sql`o.stage = ${stage}`,
    term === undefined ? undefined : sql`o.term = ${term}`,
    age === undefined ? undefined : sql`o.age = ${age}`,
    line === undefined ? undefined : sql`o.line = ${line}`,
    branchId === undefined ? undefined : sql`o.branch_id = ${branchId}::uuid`,
    contactId === undefined ? undefined : sql`o.contact_id = ${contactId}::uuid`,
    holderId === undefined
      ? undefined
      : sql`exists (select from tasks t
          where t.claim_id = o.id and t.closed_at is null and t.assignee_id = ${holderId}::uuid)`,
    lateClock === undefined
      ? undefined
      : sql`exists (select from claim_clocks k where k.claim_id = o.id and k.kind = ${lateClock}
          and k.status in ('running', 'breached') and k.due_at < now())`,
    waiting === undefined ? undefined : waitsAt(waiting, level),
  ]
  return sql.join(
    found.filter((one) => one !== undefined),
    sql` and `,
  )
}

const numberOrNull = (value: string | null) => (value === null ? null : Number(value))

function shown(row: Row) {
  return {
    claimId: row.id,
    caseNumber: row.case_number,
    branchId: row.branch_id,
    line: row.line,
    stage: row.stage,
    stageEnteredAt: Number(row.entered),
    contactId: row.contact_id,
    contactName: row.contact_name,
    estimatedMinor: numberOrNull(row.estimated),
    term: row.term,
    clock:
      row.clock_kind === null || row.due === null
        ? null
        : {
            kind: row.clock_kind,
            dueAt: Number(row.due),
            warnAt: numberOrNull(row.warn),
            escalated: row.escalated ?? 0,
          },
    work: row.work,
    why: reasons(row),
  }
}

function reasons({ state, clock_kind: clock, work }: Row) {
  if (state === null || clock === null) return []
  const away = work.flatMap((one) => (one.away && one.assigneeId !== null ? [one.assigneeId] : []))
  return whyLate({ state, clock, away: new Set(away) })
}
