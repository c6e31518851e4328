import type { NavigationEntry } from '../navigation-entry.ts'

export const supervisorNavigation: readonly NavigationEntry[] = [
  { to: '/to-decide', text: 'supervisor:toDecide.title', roles: ['approver'] },
]
