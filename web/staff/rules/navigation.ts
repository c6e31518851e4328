import type { NavigationEntry } from '../navigation-entry.ts'

export const rulesNavigation: readonly NavigationEntry[] = [
  { to: '/rules', text: 'rules:title', roles: ['administrator'] },
]
