import {
  addWorkingDays,
  addWorkingTime,
  type Calendar,
  workingDayFrom,
  workingDaysBetween,
  workingTimeBetween,
} from './calendar.ts'
import { addCivilDays, civilDateOf, civilDaysBetween, endOfDay } from './civil-date.ts'
import type { Instant } from './instant.ts'

/**
 * How a term is counted. Units of elapsed time run by the millisecond, day and night (Civil Code 民法典 art. 201
 * para. 2). Units of days do not count the day on which they begin (art. 201 para. 1) and end at 24:00 of their
 * last day (art. 203 para. 2); the last day of `calendarDays` that are a term of the law moves to the next working
 * day when it is a day of rest (art. 203 para. 1), while a promised day does not move: the customer was told it.
 * `workingDays` and `workingHours` count only what the calendar says is worked.
 */
export type DurationUnit =
  | 'milliseconds'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'calendarDays'
  | 'workingDays'
  | 'workingHours'

export interface Duration {
  readonly value: number
  readonly unit: DurationUnit
}

/** What is counted: elapsed and working time in milliseconds, the rest in days (`statutoryDays`: see above). */
export type Measure = 'elapsed' | 'workingTime' | 'calendarDays' | 'statutoryDays' | 'workingDays'

const units: Record<DurationUnit, { readonly measure: Measure; readonly quantum: number }> = {
  milliseconds: { measure: 'elapsed', quantum: 1 },
  seconds: { measure: 'elapsed', quantum: 1000 },
  minutes: { measure: 'elapsed', quantum: 60_000 },
  hours: { measure: 'elapsed', quantum: 3_600_000 },
  calendarDays: { measure: 'calendarDays', quantum: 1 },
  workingDays: { measure: 'workingDays', quantum: 1 },
  workingHours: { measure: 'workingTime', quantum: 3_600_000 },
}

interface Counting {
  readonly add: (from: Instant, amount: number, calendar: Calendar) => Instant
  readonly between: (from: Instant, to: Instant, calendar: Calendar) => number
}

const civilDays = (from: Instant, to: Instant) => civilDaysBetween(civilDateOf(from), civilDateOf(to))

const countings: Record<Measure, Counting> = {
  elapsed: { add: (from, amount) => from + amount, between: (from, to) => to - from },
  workingTime: { add: addWorkingTime, between: workingTimeBetween },
  calendarDays: {
    add: (from, days) => endOfDay(addCivilDays(civilDateOf(from), days)),
    between: civilDays,
  },
  statutoryDays: {
    add: (from, days, calendar) => endOfDay(workingDayFrom(addCivilDays(civilDateOf(from), days), calendar)),
    between: civilDays,
  },
  workingDays: {
    add: (from, days, calendar) => endOfDay(addWorkingDays(civilDateOf(from), days, calendar)),
    between: (from, to, calendar) => workingDaysBetween(civilDateOf(from), civilDateOf(to), calendar),
  },
}

/** No term of a claim is longer; a slip of the keyboard must not make the calendar count for hours. */
const longestDays = 3660

/** A duration as a whole number of what its unit counts, or a RangeError. */
export function amountOf(duration: Duration, statutory = false): { measure: Measure; amount: number } {
  const { measure, quantum } = units[duration.unit]
  const amount = duration.value * quantum
  const longest = countsDays(measure) ? longestDays : longestDays * 86_400_000
  if (!Number.isInteger(duration.value) || amount < 0 || amount > longest) {
    throw new RangeError(`${duration.value} ${duration.unit} is not a term that can be counted`)
  }
  return { measure: statutory && measure === 'calendarDays' ? 'statutoryDays' : measure, amount }
}

export function countsDays(measure: Measure): boolean {
  return measure !== 'elapsed' && measure !== 'workingTime'
}

/** The last instant of a term that begins at `from`; what happens at it is in time. */
export function addDuration(
  from: Instant,
  duration: Duration,
  calendar: Calendar,
  statutory = false,
): Instant {
  const { measure, amount } = amountOf(duration, statutory)
  return addAmount(from, measure, amount, calendar)
}

/** The last instant of a term of so many milliseconds or days of the measure. */
export function addAmount(from: Instant, measure: Measure, amount: number, calendar: Calendar): Instant {
  return countings[measure].add(from, amount, calendar)
}

/** How much of the measure lies between two instants; adjoining spans add up, so no pause loses anything. */
export function amountBetween(from: Instant, to: Instant, measure: Measure, calendar: Calendar): number {
  return countings[measure].between(from, to, calendar)
}
