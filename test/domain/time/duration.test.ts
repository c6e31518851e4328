import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfDay } from '../../../domain/time/civil-date.ts'
import { addAmount, addDuration, amountBetween, type DurationUnit } from '../../../domain/time/duration.ts'
import { at, calendar2026 } from './calendar-2026.ts'

const add = (from: string, value: number, unit: DurationUnit, statutory = false) =>
  addDuration(at(from), { value, unit }, calendar2026, statutory)

describe('the terms of the law (民法典 art. 201 and 203)', () => {
  it.each([
    ['2026-03-09T00:00:00', 1, '2026-03-10', 'the first day is not counted, even from its first minute'],
    ['2026-03-09T23:59:59', 1, '2026-03-10', 'nor when only its last second is left'],
    ['2026-03-09T10:00:00', 5, '2026-03-16', 'a Saturday moves to Monday'],
    ['2026-02-09T10:00:00', 5, '2026-02-14', 'a Saturday that is worked does not move'],
    ['2026-02-10T10:00:00', 10, '2026-02-24', 'the whole of Spring Festival is skipped'],
    ['2026-09-25T10:00:00', 10, '2026-10-08', 'National Day moves to the day after the holiday'],
    ['2025-12-31T10:00:00', 1, '2026-01-04', 'New Year moves to a Sunday that is worked'],
    ['2024-01-30T10:00:00', 30, '2024-02-29', 'a leap day is a day'],
  ])('%s and %i days: %s', (from, days, last) => {
    expect(add(from, days, 'calendarDays', true)).toBe(endOfDay(last))
  })

  it('days that were promised do not move: the customer was told the date', () => {
    expect(add('2026-03-09T10:00:00', 5, 'calendarDays')).toBe(endOfDay('2026-03-14'))
  })

  it('a term in hours runs from its instant, through nights and holidays (art. 201 para. 2)', () => {
    expect(add('2026-02-14T17:30:00', 48, 'hours', true)).toBe(at('2026-02-16T17:30:00'))
  })
})

describe('durations', () => {
  it.each([
    [250, 'milliseconds', '2026-03-13T17:00:00.250'],
    [90, 'seconds', '2026-03-13T17:01:30.000'],
    [30, 'minutes', '2026-03-13T17:30:00.000'],
    [24, 'hours', '2026-03-14T17:00:00.000'],
    [1, 'calendarDays', '2026-03-14T23:59:59.999'],
    [1, 'workingDays', '2026-03-16T23:59:59.999'],
    [2, 'workingHours', '2026-03-16T10:00:00.000'],
  ] as const)('Friday 17:00 and %i %s', (value, unit, expected) => {
    expect(add('2026-03-13T17:00:00', value, unit)).toBe(at(expected))
  })

  it.each([
    [-1, 'minutes'],
    [1.5, 'workingDays'],
    [Number.NaN, 'hours'],
    [3661, 'calendarDays'],
    [Number.MAX_SAFE_INTEGER, 'hours'],
  ] as const)('%d %s cannot be counted', (value, unit) => {
    expect(() => add('2026-03-13T17:00:00', value, unit)).toThrow(RangeError)
  })

  it('a longer term never ends earlier, and a later start neither', () => {
    const measure = fc.constantFrom(
      ...(['elapsed', 'workingTime', 'calendarDays', 'statutoryDays', 'workingDays'] as const),
    )
    const from = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2026-11-01T00:00:00') })
    const step = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(measure, from, step, step, (counted, start, first, more) => {
        const reached = addAmount(start, counted, first, calendar2026)
        expect(addAmount(start, counted, first + more, calendar2026)).toBeGreaterThanOrEqual(reached)
        expect(addAmount(start + more * 7_200_000, counted, first, calendar2026)).toBeGreaterThanOrEqual(
          reached,
        )
        expect(amountBetween(start, reached, counted, calendar2026)).toBeGreaterThanOrEqual(first)
      }),
    )
  })
})
