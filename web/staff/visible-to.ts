import type { Me } from '../http/queries.ts'
import type { NavigationEntry } from './navigation-entry.ts'

export function visibleTo(me: Me, entries: readonly NavigationEntry[]): readonly NavigationEntry[] {
  return entries.filter(({ roles }) => me.roles.some(({ role }) => roles.includes(role)))
}
