import type { NavigationEntry } from '../navigation-entry.ts'

export const boardNavigation: readonly NavigationEntry[] = [
  { to: '/board', text: 'board:board.title', roles: ['approver', 'auditor'] },
  { to: '/cases', text: 'board:cases.title', roles: ['approver', 'auditor'] },
  { to: '/load', text: 'board:load.title', roles: ['approver', 'auditor'] },
]
