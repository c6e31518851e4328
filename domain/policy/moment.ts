import { dayNumber, isCivilDate } from '../time/civil-date.ts'
import type { Instant } from '../time/instant.ts'

const form =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?(?:Z|([+-])(\d{2}):([0-5]\d))$/

/** An instant written with its zone, as in `2026-07-01T00:00:00+08:00`; undefined for one that does not exist. */
export function instantFrom(text: string): Instant | undefined {
  const [, date = '', hour, minute, second, milliseconds, sign, zoneHour, zoneMinute] = form.exec(text) ?? []
  if (!isCivilDate(date) || Number(zoneHour ?? 0) > 14) return undefined
  const time = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  const zone = (sign === '-' ? -1 : 1) * (Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)) * 60
  return dayNumber(date) * 86_400_000 + (time - zone) * 1000 + Number(milliseconds ?? 0)
}
