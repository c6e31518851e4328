import type { Role } from '../../domain/permissions.ts'

export interface NavigationEntry {
  /** After `/staff`. */
  readonly to: string
  /** Key of its text. */
  readonly text: string
  /** Who works there; others do not see it. */
  readonly roles: readonly Role[]
}
