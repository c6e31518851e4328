import { useQuery } from '@tanstack/react-query'
import { useRouteContext } from '@tanstack/react-router'
import { branchesQuery } from '../../administration/queries.ts'

const overseers: ReadonlySet<string> = new Set(['approver', 'auditor'])

/** The branches between which the reader can choose; whoever looks after one has nothing to choose. */
export function useBranches() {
  const { me } = useRouteContext({ from: '/shell' })
  const everywhere = me.roles.some(({ role, branchId }) => overseers.has(role) && branchId === null)
  return useQuery({ ...branchesQuery, enabled: everywhere }).data ?? []
}
