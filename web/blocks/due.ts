import { isSameDay } from '../language/dates.ts'

export type Due = 'late' | 'today' | 'near' | 'calm' | 'paused' | 'none'

interface Term {
  readonly dueAt: string | null
  readonly warnAt: string | null
  readonly paused: boolean
}

/**
 * How a term stands. What is due on this day in Shanghai is due today whatever its own warning says: the board counts
 * it so. Without a warning a term is near in its last 24 hours.
 */
export function dueOf({ dueAt, warnAt, paused }: Term, now: number): Due {
  if (paused) return 'paused'
  if (dueAt === null) return 'none'
  const left = Date.parse(dueAt) - now
  if (left < 0) return 'late'
  if (isSameDay(dueAt, new Date(now).toISOString())) return 'today'
  const warned = warnAt === null ? left < 86_400_000 : Date.parse(warnAt) <= now
  return warned ? 'near' : 'calm'
}
