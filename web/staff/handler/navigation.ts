import type { NavigationEntry } from '../navigation-entry.ts'

export const handlerNavigation: readonly NavigationEntry[] = [
  {
    to: '/worklist',
    text: 'handler:worklist.title',
    roles: ['handler', 'surveyor', 'adjuster', 'approver', 'finance'],
  },
]
