import type { Loaded } from './queries.ts'

/** Handlers who could take claims of all these branches now: present, with an account, the one with most room first. */
export function takers(people: readonly Loaded[], branchIds: readonly string[]): readonly Loaded[] {
  const worksIn = ({ roles }: Loaded, branchId: string) =>
    roles.some((held) => held.role === 'handler' && (held.branchId === null || held.branchId === branchId))
  const share = ({ tasks, elsewhere, capacity }: Loaded) => (tasks + elsewhere) / Math.max(capacity, 1)
  return people
    .filter((one) => !one.away && !one.disabled && branchIds.every((branchId) => worksIn(one, branchId)))
    .toSorted((one, other) => share(one) - share(other))
}
