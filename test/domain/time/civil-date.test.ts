import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addCivilDays,
  civilDateOf,
  civilDaysBetween,
  dateOfDay,
  dayNumber,
  endOfDay,
  isCivilDate,
  startOfDay,
  weekdayOf,
} from '../../../domain/time/civil-date.ts'
import { at } from './calendar-2026.ts'

const someDay = fc.integer({ min: dayNumber('0000-01-01'), max: dayNumber('9999-12-31') })
const someInstant = fc.integer({ min: at('1991-09-16T00:00:00'), max: at('2200-01-01T00:00:00') })

describe('civil dates', () => {
  it.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['1900-03-01', -25_508],
    ['2026-12-31', 20_818],
  ])('%s is day %i', (date, day) => {
    expect(dayNumber(date)).toBe(day)
    expect(dateOfDay(day)).toBe(date)
  })

  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '26-01-01', ''])(
    '%o is not a date',
    (text) => {
      expect(isCivilDate(text)).toBe(false)
      expect(() => dayNumber(text)).toThrow(RangeError)
    },
  )

  it('a birthday on 29 February is followed by 1 March', () => {
    expect(addCivilDays('2024-02-29', 1)).toBe('2024-03-01')
    expect(addCivilDays('2024-02-29', 366)).toBe('2025-03-01')
    expect(civilDaysBetween('2025-12-31', '2026-01-01')).toBe(1)
    expect(civilDaysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  })

  it('agrees with Temporal about every date and weekday of ten thousand years', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const expected = Temporal.PlainDate.from('1970-01-01').add({ days: day })
        expect(dateOfDay(day)).toBe(expected.toString())
        expect(dayNumber(expected.toString())).toBe(day)
        expect(weekdayOf(dateOfDay(day))).toBe(expected.dayOfWeek)
      }),
      { numRuns: 5000 },
    )
  })

  it('refuses to write years that need five digits', () => {
    expect(() => addCivilDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => dateOfDay(Number.NaN)).toThrow(RangeError)
  })
})

describe('dates in Shanghai', () => {
  it.each([
    ['2026-03-09T00:00:00.000', '2026-03-09'],
    ['2026-03-08T23:59:59.999', '2026-03-08'],
    ['2025-12-31T23:59:59.999', '2025-12-31'],
    ['2024-02-29T12:00:00.000', '2024-02-29'],
  ])('%s lies on %s', (local, date) => {
    expect(civilDateOf(at(local))).toBe(date)
  })

  it('a day begins at 00:00 and ends a millisecond before 24:00', () => {
    expect(startOfDay('2026-03-09')).toBe(at('2026-03-09T00:00:00'))
    expect(endOfDay('2026-03-09')).toBe(at('2026-03-10T00:00:00') - 1)
  })

  it('agrees with the time zone database for every instant since summer time ended', () => {
    fc.assert(
      fc.property(someInstant, (instant) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Asia/Shanghai')
        expect(civilDateOf(instant)).toBe(zoned.toPlainDate().toString())
        expect(startOfDay(civilDateOf(instant))).toBe(zoned.startOfDay().epochMilliseconds)
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses instants of the years with summer time (1986 to 1991), which no claim has', () => {
    expect(civilDateOf(at('1991-09-16T00:00:00'))).toBe('1991-09-16')
    expect(() => civilDateOf(at('1991-09-15T23:59:59.999'))).toThrow(RangeError)
    expect(() => civilDateOf(1.5 + at('2026-01-01T00:00:00'))).toThrow(RangeError)
  })
})
