import type { NavigationEntry } from '../navigation-entry.ts'

export const handlerNavigation: readonly NavigationEntry[] = [
  { to: '/visits', text: 'handler:visits.title', roles: ['surveyor'] },
  {
    to: '/worklist',
    text: 'handler:worklist.title',
    roles: ['handler', 'adjuster', 'approver', 'finance'],
  },
  { to: '/report', text: 'handler:report.title', roles: ['handler'] },
]
