import type { NavigationEntry } from '../navigation-entry.ts'

export const auditNavigation: readonly NavigationEntry[] = [
  { to: '/audit', text: 'audit:title', roles: ['auditor'] },
]
