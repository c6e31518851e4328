import { inArray, type AnyColumn, type SQL } from 'drizzle-orm'
import { type Action, conditionsFor } from '../../domain/permissions.ts'
import type { Identity } from '../identity/identity.ts'

/** The branches whose claims somebody may take an action on: those of their roles, or all. */
export function branchesOf({ roles }: Identity, action: Action): readonly string[] | 'all' {
  const counting = roles.filter(({ role }) =>
    conditionsFor(action, [role]).some((condition) => condition === 'branch' || condition === 'any'),
  )
  const everywhere = counting.some(
    ({ role, branchId }) => branchId === null || conditionsFor(action, [role]).includes('any'),
  )
  return everywhere ? 'all' : counting.map(({ branchId }) => branchId).filter((one) => one !== null)
}

/** As a condition on a column with the branch; no branch means no rows. */
export function withinBranches(column: AnyColumn, branches: readonly string[] | 'all'): SQL | undefined {
  return branches === 'all' ? undefined : inArray(column, [...branches])
}
