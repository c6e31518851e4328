import { sql } from 'drizzle-orm'
import type { Role } from '../../../domain/permissions.ts'
import type { Database } from '../../client.ts'
import type { Identity } from '../../identity/identity.ts'
import { branchesOf } from '../branches-of.ts'
import { openClaims } from './open-claims.ts'

const working = ['handler', 'surveyor', 'adjuster', 'approver', 'finance'] as const satisfies readonly Role[]

interface Row extends Record<string, unknown> {
  readonly person_id: string
  readonly display_name: string
  readonly capacity: number
  readonly roles: readonly { readonly role: Role; readonly branchId: string | null }[]
  readonly away: boolean
  readonly disabled: boolean
  readonly tasks: number
  readonly elsewhere: number
  readonly holding: number
  readonly late: number
  readonly today: number
  readonly contact: number
}

/**
 * Who works in the reader's branches and how much of it lies in their hands. Tasks are counted against the capacity;
 * claims are counted as `readCases` lists them: those with open work of the person, of these the late ones and those
 * due today, and those whose named contact the person is.
 */
export async function readLoad(database: Database, identity: Identity) {
  const branches = branchesOf(identity, 'readBoard')
  const scope =
    branches === 'all'
      ? sql`true`
      : sql`(g.branch_id is null or g.branch_id = any(${sql.param([...branches])}::uuid[]))`
  const { rows } = await database.execute<Row>(sql`
    with open as (${openClaims(identity)}),
    held as (
      select g.person_id, json_agg(distinct jsonb_build_object('role', g.role, 'branchId', g.branch_id)) as roles
      from role_grants g
      where g.role = any(${sql.param([...working])}::text[]) and g.confirmed_at is not null
        and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now()) and ${scope}
      group by g.person_id),
    work as (
      select t.assignee_id, count(*) filter (where o.id is not null)::int as tasks,
        count(*) filter (where o.id is null)::int as elsewhere, count(distinct o.id)::int as holding,
        count(distinct o.id) filter (where o.term = 'late')::int as late,
        count(distinct o.id) filter (where o.term = 'today')::int as today
      from tasks t left join open o on o.id = t.claim_id
      where t.closed_at is null and t.assignee_id is not null group by t.assignee_id),
    contact as (select contact_id, count(*)::int as claims from open group by contact_id)
    select s.person_id, s.display_name, s.capacity, h.roles,
      exists (select from absences b where b.person_id = s.person_id
        and b.valid_from <= now() and (b.valid_to is null or b.valid_to > now())) as away,
      not exists (select from accounts a
        where a.person_id = s.person_id and a.disabled_at is null) as disabled,
      coalesce(w.tasks, 0) as tasks, coalesce(w.elsewhere, 0) as elsewhere,
      coalesce(w.holding, 0) as holding, coalesce(w.late, 0) as late, coalesce(w.today, 0) as today,
      coalesce(c.claims, 0) as contact
    from held h join staff s on s.person_id = h.person_id
      left join work w on w.assignee_id = s.person_id left join contact c on c.contact_id = s.person_id
    order by coalesce(w.late, 0) desc, coalesce(w.tasks, 0)::float8 / greatest(s.capacity, 1) desc,
      s.display_name, s.person_id`)
  return rows.map(({ person_id: personId, display_name: displayName, ...row }) => ({
    personId,
    displayName,
    ...row,
  }))
}
