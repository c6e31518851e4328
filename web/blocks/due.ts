import { isSameDay } from '../language/dates.ts'

export type Due = 'late' | 'near' | 'calm' | 'paused' | 'none'

interface Term {
  readonly dueAt: string | null
  readonly warnAt: string | null
  readonly paused: boolean
}

/**
 * How a term stands. What is due today is near whatever its own warning says: the board counts it so. Without a
 * warning a term is near in its last day.
 */
export function dueOf({ dueAt, warnAt, paused }: Term, now: number): Due {
  if (paused) return 'paused'
  if (dueAt === null) return 'none'
  const left = Date.parse(dueAt) - now
  if (left < 0) return 'late'
  const warned = warnAt === null ? left < 86_400_000 : Date.parse(warnAt) <= now
  return warned || isSameDay(dueAt, new Date(now).toISOString()) ? 'near' : 'calm'
}
