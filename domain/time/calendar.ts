import { civilDateOf, dateOfDay, dayNumber, startOfDay, weekdayOf } from './civil-date.ts'
import type { CivilDate, Instant } from './instant.ts'

/**
 * The working days and hours of the insurer in one version: rows that an administrator edits when the State
 * Council publishes the next year. Beyond the last published year only weekends rest, so that a term which
 * reaches there is never too late. An open clock keeps the version with which it started.
 */
export interface Calendar {
  readonly version: string
  /** Days of rest besides the weekend, bridging days included (国务院办公厅关于部分节假日安排的通知). */
  readonly holidays: ReadonlySet<CivilDate>
  /** Saturdays and Sundays that are worked in exchange (调休). */
  readonly makeUpDays: ReadonlySet<CivilDate>
  /** Minutes after midnight in Shanghai; work is counted from `opens` up to `closes`. */
  readonly opens: number
  readonly closes: number
}

/** A row of the calendar as it is stored. */
export interface CalendarDay {
  readonly date: CivilDate
  readonly kind: 'holiday' | 'makeUp'
}

const longestSearch = 3700
const millisecondsPerMinute = 60_000

/** Builds a calendar from its rows, or throws a RangeError for hours or days that cannot be. */
export function makeCalendar(
  version: string,
  days: readonly CalendarDay[],
  hours: { readonly opens: number; readonly closes: number },
): Calendar {
  const { opens, closes } = hours
  if (
    !(Number.isInteger(opens) && Number.isInteger(closes) && 0 <= opens && opens < closes && closes <= 1440)
  ) {
    throw new RangeError(`${opens} to ${closes} are not working hours in minutes after midnight`)
  }
  const dates = (kind: CalendarDay['kind']) =>
    new Set(days.filter((day) => day.kind === kind).map((day) => dateOfDay(dayNumber(day.date))))
  const [holidays, makeUpDays] = [dates('holiday'), dates('makeUp')]
  const both = [...makeUpDays].find((date) => holidays.has(date))
  if (both !== undefined) throw new RangeError(`${both} cannot be a holiday and a working day`)
  return { version, holidays, makeUpDays, opens, closes }
}

export function isWorkingDay(date: CivilDate, calendar: Calendar): boolean {
  if (calendar.makeUpDays.has(date)) return true
  return weekdayOf(date) <= 5 && !calendar.holidays.has(date)
}

/** The date itself when it is worked, else the next day that is. */
export function workingDayFrom(date: CivilDate, calendar: Calendar): CivilDate {
  return search(date, 1, calendar)
}

/** The date itself when it is worked, else the last day before it that was. */
export function workingDayUpTo(date: CivilDate, calendar: Calendar): CivilDate {
  return search(date, -1, calendar)
}

/** The n-th working day after the date, which is not counted itself; for 0 the date, moved to a working day. */
export function addWorkingDays(date: CivilDate, days: number, calendar: Calendar): CivilDate {
  if (days === 0) return workingDayFrom(date, calendar)
  let reached = date
  for (let left = days; left > 0; left -= 1) {
    reached = workingDayFrom(dateOfDay(dayNumber(reached) + 1), calendar)
  }
  return reached
}

/** Working days after `from` up to and including `to`. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: Calendar): number {
  let count = 0
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) {
    if (isWorkingDay(dateOfDay(day), calendar)) count += 1
  }
  return count
}

/** Milliseconds within working hours from one instant to a later one. */
export function workingTimeBetween(from: Instant, to: Instant, calendar: Calendar): number {
  let total = 0
  for (let day = dayNumber(civilDateOf(from)); day <= dayNumber(civilDateOf(to)); day += 1) {
    const hours = workingHours(dateOfDay(day), calendar)
    total += Math.max(0, Math.min(to, hours.closes) - Math.max(from, hours.opens))
  }
  return total
}

/** The first instant by which so many working milliseconds have passed since `from`. */
export function addWorkingTime(from: Instant, milliseconds: number, calendar: Calendar): Instant {
  let left = milliseconds
  let reached = from
  while (left > 0) {
    const hours = workingHours(workingDayFrom(civilDateOf(reached), calendar), calendar)
    const begins = Math.max(reached, hours.opens)
    const worked = Math.max(0, hours.closes - begins)
    if (left <= worked) return begins + left
    left -= worked
    reached = startOfDay(dateOfDay(dayNumber(civilDateOf(hours.opens)) + 1))
  }
  return reached
}

/** When work begins and ends on the day; both the start of the day when it is a day of rest. */
export function workingHours(date: CivilDate, calendar: Calendar): { opens: Instant; closes: Instant } {
  const midnight = startOfDay(date)
  if (!isWorkingDay(date, calendar)) return { opens: midnight, closes: midnight }
  return {
    opens: midnight + calendar.opens * millisecondsPerMinute,
    closes: midnight + calendar.closes * millisecondsPerMinute,
  }
}

function search(date: CivilDate, direction: 1 | -1, calendar: Calendar): CivilDate {
  const first = dayNumber(date)
  for (let step = 0; step <= longestSearch; step += 1) {
    const candidate = dateOfDay(first + direction * step)
    if (isWorkingDay(candidate, calendar)) return candidate
  }
  throw new RangeError(`calendar ${calendar.version} has no working day near ${date}`)
}
