import type { NavigationEntry } from '../navigation-entry.ts'

export const fastTrackNavigation: readonly NavigationEntry[] = [
  { to: '/fast-track', text: 'fast-track:title', roles: ['approver', 'administrator', 'auditor'] },
]
