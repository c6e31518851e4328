import { sql } from 'drizzle-orm'
import type { Candidate } from '../../domain/claim/facts.ts'
import { fen } from '../../domain/money.ts'
import type { Role } from '../../domain/permissions.ts'
import type { Transaction } from '../client.ts'

interface Wanted {
  readonly role: Role
  readonly branchId: string
  readonly line: string
  /** Where a surveyor has to go. */
  readonly place: { readonly latitudeMicro: number; readonly longitudeMicro: number } | null
}

/**
 * Who could take work of a role now: present, skilled for the line first, then the
 * nearest (on the spot only), then the one with most room. Ties go by id, so that
 * the same facts always give the same order.
 */
export async function candidatesFor(tx: Transaction, wanted: Wanted): Promise<readonly Candidate[]> {
  const { role, branchId, line, place } = wanted
  // Degrees of longitude shrink with latitude; for ranking neighbours a flat approximation is exact enough.
  const distance =
    place === null || role !== 'surveyor'
      ? sql`0::float8`
      : sql`coalesce(
          power((s.latitude_micro - ${place.latitudeMicro})::float8, 2)
          + power((s.longitude_micro - ${place.longitudeMicro})::float8 * cos(radians(${place.latitudeMicro / 1e6}::float8)), 2),
          1e18)`
  const { rows } = await tx.execute<{ person_id: string; limit_minor: string | null }>(sql`
    select s.person_id,
      (select max(l.limit_minor) from authority_limits l
        where l.person_id = s.person_id and l.confirmed_at is not null
          and l.valid_from <= clock_timestamp() and (l.valid_to is null or l.valid_to > clock_timestamp())
          and (l.line is null or l.line = ${line})) as limit_minor
    from staff s
    where exists (select from role_grants g
        where g.person_id = s.person_id and g.role = ${role} and g.confirmed_at is not null
          and g.valid_from <= clock_timestamp() and (g.valid_to is null or g.valid_to > clock_timestamp())
          and (g.branch_id is null or g.branch_id = ${branchId}))
      and exists (select from accounts a where a.person_id = s.person_id and a.disabled_at is null)
      and not exists (select from absences b
        where b.person_id = s.person_id
          and b.valid_from <= clock_timestamp() and (b.valid_to is null or b.valid_to > clock_timestamp()))
    order by (s.skills ? ${line}) desc, ${distance},
      (select count(*) from tasks t where t.assignee_id = s.person_id and t.closed_at is null)::float8
        / greatest(s.capacity, 1),
      s.person_id
    limit 50`)
  return rows.map((row) => ({
    personId: row.person_id,
    limitMinor: row.limit_minor === null ? null : fen(Number(row.limit_minor)),
  }))
}
