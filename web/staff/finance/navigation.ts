import type { NavigationEntry } from '../navigation-entry.ts'

export const financeNavigation: readonly NavigationEntry[] = [
  { to: '/releases', text: 'finance:releases.title', roles: ['finance'] },
  { to: '/payments', text: 'finance:payments.title', roles: ['finance', 'auditor'] },
  { to: '/pay-lane', text: 'finance:lane.title', roles: ['finance', 'auditor'] },
]
