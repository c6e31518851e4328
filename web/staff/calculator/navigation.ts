import type { NavigationEntry } from '../navigation-entry.ts'

export const calculatorNavigation: readonly NavigationEntry[] = [
  {
    to: '/calculator',
    text: 'calculator:title',
    roles: ['handler', 'adjuster', 'approver', 'auditor'],
  },
]
