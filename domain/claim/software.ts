import type { Actor } from './facts.ts'

/**
 * In whose name software decides. It is no person and nobody can sign in as it; its authority limit is granted by one
 * administrator and confirmed by another like anybody's.
 */
export const softwareId = '00000000-0000-4000-8000-000000000003'

export function isSoftware({ kind, personId }: Pick<Actor, 'kind' | 'personId'>): boolean {
  return kind === 'system' && personId === softwareId
}
