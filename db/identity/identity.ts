import { sql } from 'drizzle-orm'
import type { Role } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { accounts, persons } from '../schema/index.ts'

/** A role that counts now; without a branch it is held everywhere. */
export interface HeldRole {
  readonly role: Role
  readonly branchId: string | null
}

/** Who is calling, as looked up for this one request. */
export interface Identity {
  readonly kind: 'person' | 'partner'
  readonly accountKind: 'staff' | 'customer' | 'partner'
  readonly accountId: string
  readonly personId: string
  /** Null for partners: they bring their key with every request. */
  readonly sessionHash: string | null
  readonly csrfSecret: string | null
  readonly expiresAt: Instant | null
  readonly roles: readonly HeldRole[]
}

/**
 * Roles of a row of `accounts` joined with `persons`, by the database's clock. The kind of account limits them:
 * whoever signed in by a code on a telephone is a customer, even if the same person also works here.
 */
export const rolesNow = sql<HeldRole[]>`case
  when ${accounts.kind} = 'staff' then coalesce((
    select json_agg(json_build_object('role', g.role, 'branchId', g.branch_id))
    from role_grants g
    where g.person_id = ${accounts.personId} and g.confirmed_at is not null
      and g.valid_from <= clock_timestamp() and (g.valid_to is null or g.valid_to > clock_timestamp())
  ), '[]'::json)
  when ${accounts.kind} = 'partner' then
    json_build_array(json_build_object('role', 'partner', 'branchId', ${persons.branchId}))
  else json_build_array(json_build_object('role', 'customer', 'branchId', null))
end`
