import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  addWorkingTime,
  isWorkingDay,
  makeCalendar,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
  workingTimeBetween,
} from '../../../domain/time/calendar.ts'
import { addCivilDays } from '../../../domain/time/civil-date.ts'
import { at, calendar2026 } from './calendar-2026.ts'

const hour = 3_600_000
const hours = { opens: 540, closes: 1080 }
const someInstant = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2026-12-31T00:00:00') })
const someDate = fc.integer({ min: 0, max: 364 }).map((day) => addCivilDays('2026-01-01', day))

describe('working days', () => {
  it.each([
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
    ['2026-02-15', false, 'the first day of Spring Festival'],
    ['2026-02-23', false, 'a Monday within Spring Festival'],
    ['2026-02-28', true, 'a Saturday worked for Spring Festival'],
    ['2026-03-07', false, 'a Saturday'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
    ['2027-02-08', true, 'a Monday of a year that nobody has published yet'],
  ])('%s: %s (%s)', (date, worked) => {
    expect(isWorkingDay(date, calendar2026)).toBe(worked)
  })

  it.each([
    ['2026-03-09', 1, '2026-03-10'],
    ['2026-03-13', 1, '2026-03-16'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-14', 5, '2026-02-28'],
    ['2026-02-17', 1, '2026-02-24'],
    ['2026-02-17', 0, '2026-02-24'],
    ['2026-02-24', 0, '2026-02-24'],
    ['2025-12-31', 1, '2026-01-04'],
  ])('%s and %i working days is %s: the first day is not counted', (from, days, expected) => {
    expect(addWorkingDays(from, days, calendar2026)).toBe(expected)
  })

  it('looks for a working day forwards or backwards', () => {
    expect(workingDayFrom('2026-10-03', calendar2026)).toBe('2026-10-08')
    expect(workingDayUpTo('2026-10-03', calendar2026)).toBe('2026-09-30')
    expect(workingDayFrom('2026-10-08', calendar2026)).toBe('2026-10-08')
  })

  it('counting and adding are inverse, and the day reached is worked', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const reached = addWorkingDays(from, days, calendar2026)
        expect(isWorkingDay(reached, calendar2026)).toBe(true)
        expect(workingDaysBetween(from, reached, calendar2026)).toBe(days)
      }),
    )
  })
})

describe('working time', () => {
  it.each([
    ['2026-03-09T10:00:00', 2, '2026-03-09T12:00:00'],
    ['2026-03-09T07:00:00', 2, '2026-03-09T11:00:00'],
    ['2026-03-09T17:00:00', 2, '2026-03-10T10:00:00'],
    ['2026-03-09T17:00:00', 1, '2026-03-09T18:00:00'],
    ['2026-03-09T20:00:00', 1, '2026-03-10T10:00:00'],
    ['2026-02-14T17:00:00', 2, '2026-02-24T10:00:00'],
    ['2026-03-13T17:00:00', 11, '2026-03-17T10:00:00'],
    ['2026-03-09T20:00:00', 0, '2026-03-09T20:00:00'],
  ])('%s and %i working hours is %s', (from, worked, expected) => {
    expect(addWorkingTime(at(from), worked * hour, calendar2026)).toBe(at(expected))
  })

  it('adjoining spans add up, and what was added is what is counted', () => {
    fc.assert(
      fc.property(someInstant, someInstant, someInstant, (...instants) => {
        const [a = 0, b = 0, c = 0] = instants.toSorted((left, right) => left - right)
        const between = (from: number, to: number) => workingTimeBetween(from, to, calendar2026)
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
      }),
    )
    fc.assert(
      fc.property(someInstant, fc.integer({ min: 0, max: 100 * hour }), (from, worked) => {
        const reached = addWorkingTime(from, worked, calendar2026)
        expect(workingTimeBetween(from, reached, calendar2026)).toBe(worked)
        if (worked > 0) expect(workingTimeBetween(from, reached - 1, calendar2026)).toBe(worked - 1)
      }),
    )
  })
})

describe('the rows of a calendar', () => {
  const holiday = { date: '2026-05-01', kind: 'holiday' } as const

  it.each([
    ['a date that does not exist', [{ date: '2026-02-29', kind: 'holiday' as const }], hours],
    ['a day that is both', [holiday, { date: '2026-05-01', kind: 'makeUp' as const }], hours],
    ['no hours', [holiday], { opens: 540, closes: 540 }],
    ['hours beyond midnight', [holiday], { opens: 540, closes: 1441 }],
    ['half minutes', [holiday], { opens: 540.5, closes: 1080 }],
  ])('with %s are refused', (_, days, when) => {
    expect(() => makeCalendar('1', days, when)).toThrow(RangeError)
  })
})
