import { addCivilDays } from '../../domain/time/civil-date.ts'
import type { CivilDate } from '../../domain/time/instant.ts'

const form = /^@(day|start)([+-]\d{1,4})$/

/**
 * Demonstration policies are in force whenever they are loaded, so their dates are counted from that day:
 * `@day-5` is the day five days earlier, `@start-5` its first instant in Shanghai.
 */
export function resolveDates(value: unknown, today: CivilDate): unknown {
  if (typeof value === 'string') {
    const [, kind, days] = form.exec(value) ?? []
    if (kind === undefined) return value
    const date = addCivilDays(today, Number(days))
    return kind === 'day' ? date : `${date}T00:00:00+08:00`
  }
  if (Array.isArray(value)) return value.map((one) => resolveDates(one, today))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolveDates(member, today)]))
}
