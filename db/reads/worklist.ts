import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Settlement, TaskKind } from '../../domain/claim/state.ts'
import { conditionsFor, type Role } from '../../domain/permissions.ts'
import { maskName } from '../../domain/privacy/mask.ts'
import type { Database } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { partyContext } from '../facts/parties.ts'
import type { Identity } from '../identity/identity.ts'
import { claimClocks, claims, staff, tasks } from '../schema/index.ts'
import { encodeCursor } from './cursor.ts'
import type { Page } from './own-claims.ts'

export type WorklistView = 'mine' | 'team' | 'unassigned'

/** Milliseconds; what has no time comes after everything that has one. */
const never = 253_402_300_799_999
const dueKey = sql<number>`coalesce((extract(epoch from ${tasks.dueAt}) * 1000)::bigint, ${never}::bigint)`
const placeKey = sql<string>`${tasks.claimId} || ':' || ${tasks.id}`

/** Open work that somebody may see: in their own hands or of the roles that they hold in the branch. */
function visible({ personId, roles }: Identity): SQL {
  const working = roles.filter(({ role }) => conditionsFor('readWorklist', [role]).length > 0)
  const held = working.map(({ role, branchId }) => heldIn(role, branchId))
  const any = held.length === 0 ? sql`false` : sql.join(held, sql` or `)
  return sql`(${any}) and not exists (select from claim_parties o
    where o.claim_id = ${tasks.claimId} and o.person_id = ${personId})`
}

/** An approver also sees what handlers, surveyors and adjusters of the branch have to do: they rebalance it. */
function heldIn(role: Role, branchId: string | null): SQL {
  const ofRole = role === 'approver' ? sql`true` : sql`${tasks.role} = ${role}`
  return branchId === null ? sql`(${ofRole})` : sql`(${ofRole} and ${tasks.branchId} = ${branchId})`
}

function inHandsOf({ personId }: Identity): SQL {
  return sql`(${tasks.assigneeId} = ${personId} or ${tasks.assigneeId} in (select b.person_id from absences b
    where b.substitute_id = ${personId} and b.valid_from <= clock_timestamp()
      and (b.valid_to is null or b.valid_to > clock_timestamp())))`
}

const unassigned = isNull(tasks.assigneeId)

function conditionOf(view: WorklistView, identity: Identity): SQL | undefined {
  if (view === 'mine') return inHandsOf(identity)
  return view === 'team' ? visible(identity) : and(visible(identity), unassigned)
}

type Asked = Pick<Settlement, 'kind' | 'amountMinor'> & { readonly settlementId: string }

/** The settlement that a task asks to decide or to release; null for every other task. */
const asked = sql<Asked | null>`(select json_build_object('settlementId', s ->> 'id', 'kind', s ->> 'kind',
    'amountMinor', (s ->> 'amountMinor')::bigint)
  from jsonb_array_elements(${claims.state} -> 'settlements') s
  where ${tasks.kind} = 'decideApproval' and s ->> 'state' = 'pending'
      and s ->> 'id' = split_part(${tasks.clockKey}, ':', 2)
    or ${tasks.kind} = 'releasePayment' and s ->> 'state' = 'approved'
      and jsonb_array_length(s -> 'payees') > 0
      and not exists (select from jsonb_array_elements(${claims.state} -> 'intents') i
        where i ->> 'settlementId' = s ->> 'id')
  limit 1)`

interface Wanted extends Page {
  readonly view: WorklistView
  /** Tasks of this kind only. */
  readonly kind: TaskKind | undefined
}

/** One page of open work, by what is due first. The customer's name is masked. */
export async function readWorklist(
  database: Database,
  cipher: FieldCipher,
  identity: Identity,
  { view, kind, cursor, limit }: Wanted,
) {
  const customer = sql<{
    id: string
    name: string
  } | null>`(select json_build_object('id', o.id, 'name', o.name_encrypted)
    from claim_parties o where o.claim_id = ${tasks.claimId} and o.role in ('insured', 'reporter')
    order by o.role, o.created_at, o.id limit 1)`
  const rows = await database
    .select({
      taskId: tasks.id,
      kind: tasks.kind,
      role: tasks.role,
      claimId: tasks.claimId,
      caseNumber: claims.caseNumber,
      line: claims.line,
      stage: claims.stage,
      priority: tasks.priority,
      assigneeId: tasks.assigneeId,
      assigneeName: staff.displayName,
      customer,
      estimatedMinor: sql<number | null>`(${claims.state} ->> 'estimatedMinor')::bigint`.mapWith((value) =>
        value === null ? null : Number(value),
      ),
      asked,
      clockKind: claimClocks.kind,
      clockStatus: claimClocks.status,
      warnAt: claimClocks.warnAt,
      dueAt: tasks.dueAt,
      openedAt: tasks.openedAt,
      dueKey: dueKey.mapWith(Number),
    })
    .from(tasks)
    .innerJoin(claims, eq(claims.id, tasks.claimId))
    .leftJoin(staff, eq(staff.personId, tasks.assigneeId))
    .leftJoin(claimClocks, and(eq(claimClocks.claimId, tasks.claimId), eq(claimClocks.key, tasks.clockKey)))
    .where(
      and(
        isNull(tasks.closedAt),
        conditionOf(view, identity),
        kind === undefined ? undefined : eq(tasks.kind, kind),
        cursor === null ? undefined : sql`(${dueKey}, ${placeKey}) > (${cursor.at}::bigint, ${cursor.id})`,
      ),
    )
    .orderBy(asc(dueKey), asc(placeKey))
    .limit(limit)
  const last = rows.at(-1)
  const next =
    rows.length < limit || last === undefined
      ? null
      : encodeCursor({ at: last.dueKey, id: `${last.claimId}:${last.taskId}` })
  return {
    tasks: rows.map(({ customer: party, clockKind, clockStatus, warnAt, dueKey: _key, ...row }) => ({
      ...row,
      customer:
        party === null
          ? null
          : maskName(cipher.decrypt(party.name, partyContext(row.claimId, party.id, 'name'))),
      clock: clockKind === null ? null : { kind: clockKind, status: clockStatus, warnAt },
    })),
    next,
  }
}

/** How much lies in each view, for the badges beside their names. Today ends at midnight in Shanghai. */
export async function countWorklist(database: Database, identity: Identity) {
  const mine = inHandsOf(identity)
  const today = sql`${tasks.dueAt} < (date_trunc('day', clock_timestamp() at time zone 'Asia/Shanghai')
    + interval '1 day') at time zone 'Asia/Shanghai'`
  const [row] = await database
    .select({
      mine: sql<number>`count(*) filter (where ${mine})::int`,
      mineDueToday: sql<number>`count(*) filter (where ${mine} and ${today})::int`,
      team: sql<number>`count(*) filter (where ${visible(identity)})::int`,
      unassigned: sql<number>`count(*) filter (where ${visible(identity)} and ${unassigned})::int`,
    })
    .from(tasks)
    .where(isNull(tasks.closedAt))
  return row ?? { mine: 0, mineDueToday: 0, team: 0, unassigned: 0 }
}
