import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { Fen } from '../../domain/money.ts'
import type { Role } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import { authorityLimits, roleGrants } from '../schema/index.ts'
import { type AskedInterval, intervalFrom } from './intervals.ts'
import { requireBranch, requirePerson } from './persons.ts'

/** Customers and partners have theirs by the kind of account; the system's belongs to no person. */
export const grantableRoles = [
  'handler',
  'surveyor',
  'adjuster',
  'approver',
  'finance',
  'auditor',
  'administrator',
] as const satisfies readonly Role[]
export type GrantableRole = (typeof grantableRoles)[number]

interface Granting extends AskedInterval {
  readonly personId: string
  /** The administrator, as a person: two accounts of one person are not two people. */
  readonly by: string
  readonly now: Instant
}

/** Proposes a role; it counts for nothing until a second person has confirmed it. */
export async function grantRole(
  tx: Transaction,
  granting: Granting & { readonly role: GrantableRole; readonly branchId: string | null },
): Promise<string> {
  const row = await proposal(tx, granting)
  if (granting.branchId !== null) await requireBranch(tx, granting.branchId)
  await tx.insert(roleGrants).values({ ...row, role: granting.role, branchId: granting.branchId })
  return row.id
}

/** Proposes up to which amount a person may approve, for one line of business or for all. */
export async function grantLimit(
  tx: Transaction,
  granting: Granting & { readonly line: string | null; readonly limitMinor: Fen },
): Promise<string> {
  const row = await proposal(tx, granting)
  await tx.insert(authorityLimits).values({ ...row, line: granting.line, limitMinor: granting.limitMinor })
  return row.id
}

async function proposal(tx: Transaction, { personId, by, now, validFrom, validTo }: Granting) {
  if (personId === by) refuse('ownWork')
  await requirePerson(tx, personId)
  return { id: randomUUID(), personId, grantedBy: by, ...intervalFrom({ validFrom, validTo }, now) }
}

type Grants = typeof roleGrants | typeof authorityLimits

interface Deciding {
  readonly id: string
  readonly personId: string
  readonly by: string
  readonly now: Instant
}

/**
 * The second of two people. Refuses with `notFound`, `alreadyDone`, `ownWork` for whoever proposed it or would
 * gain by it, and `intervalInvalid` when it has ended meanwhile.
 */
export async function confirmGrant(tx: Transaction, grants: Grants, deciding: Deciding): Promise<void> {
  const grant = await lockedGrant(tx, grants, deciding)
  if (grant.confirmedAt !== null) refuse('alreadyDone')
  if (grant.grantedBy === deciding.by || grant.personId === deciding.by) refuse('ownWork')
  if (grant.validTo !== null && grant.validTo <= deciding.now) refuse('intervalInvalid')
  await tx
    .update(grants)
    .set({ confirmedBy: deciding.by, confirmedAt: deciding.now })
    .where(eq(grants.id, deciding.id))
}

/** Ends a grant, confirmed or not, at once; to take a right away one person is enough. */
export async function endGrant(tx: Transaction, grants: Grants, deciding: Deciding): Promise<void> {
  const grant = await lockedGrant(tx, grants, deciding)
  if (grant.validTo !== null && grant.validTo <= deciding.now) refuse('alreadyDone')
  // One that would have begun later becomes empty: an interval never ends before it begins.
  const validTo = Math.max(deciding.now, grant.validFrom)
  await tx.update(grants).set({ validTo }).where(eq(grants.id, deciding.id))
}

async function lockedGrant(tx: Transaction, grants: Grants, { id, personId }: Deciding) {
  const [grant] = await tx
    .select({
      personId: grants.personId,
      grantedBy: grants.grantedBy,
      confirmedAt: grants.confirmedAt,
      validFrom: grants.validFrom,
      validTo: grants.validTo,
    })
    .from(grants)
    .where(and(eq(grants.id, id), eq(grants.personId, personId)))
    .for('update')
  return grant ?? refuse('notFound')
}
