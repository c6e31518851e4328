import type { NavigationEntry } from '../navigation-entry.ts'

export const administrationNavigation: readonly NavigationEntry[] = [
  { to: '/people', text: 'administration:people.title', roles: ['administrator', 'auditor'] },
  { to: '/calendars', text: 'administration:calendars.title', roles: ['administrator', 'auditor'] },
]
