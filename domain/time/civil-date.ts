import type { CivilDate, Instant } from './instant.ts'

/**
 * Days, weekdays and dates of the proleptic Gregorian calendar by integers alone (the algorithms of Howard
 * Hinnant, "chrono-compatible low-level date algorithms"). `Date` is banned here, and a date library would
 * bring its own idea of the zone into workflows, where every replay must count the same.
 */
const millisecondsPerDay = 86_400_000

/** Shanghai is UTC+08:00; the last day of summer time was 15 September 1991 (IANA tz, Asia/Shanghai). */
const shanghaiOffset = 8 * 3_600_000
const summerTimeEnded = startOfDay('1991-09-16')

/** The day as a count from 1970-01-01, or a RangeError for a date that does not exist. */
export function dayNumber(date: CivilDate): number {
  const day = parse(date)
  if (day === null) throw new RangeError(`${date} is not a day of the calendar`)
  return day
}

/** True for `YYYY-MM-DD` of a day that exists, 29 February only in leap years. */
export function isCivilDate(text: string): boolean {
  return parse(text) !== null
}

/** The date of a count of days from 1970-01-01; the years 0000 to 9999 can be written. */
export function dateOfDay(day: number): CivilDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day ${day} lies outside the years 0000 to 9999`)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

export function addCivilDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days)
}

/** How many midnights lie between two dates: 0 for the same day, negative when `to` is earlier. */
export function civilDaysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The date in Shanghai. Instants up to the last summer time in 1991 are refused: claims have none. */
export function civilDateOf(instant: Instant): CivilDate {
  if (!Number.isSafeInteger(instant) || instant < summerTimeEnded) {
    throw new RangeError(`${instant} is no whole millisecond after 1991-09-15 in Shanghai`)
  }
  return dateOfDay(Math.floor((instant + shanghaiOffset) / millisecondsPerDay))
}

/** 00:00 in Shanghai, the first instant of the day. */
export function startOfDay(date: CivilDate): Instant {
  return dayNumber(date) * millisecondsPerDay - shanghaiOffset
}

/** The last millisecond before 24:00 in Shanghai, so that a term shown by its instant shows its own day. */
export function endOfDay(date: CivilDate): Instant {
  return startOfDay(date) + millisecondsPerDay - 1
}

function parse(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const day = countDays(Number(match[1]), Number(match[2]), Number(match[3]))
  return dateOfDay(day) === text ? day : null
}

function countDays(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
