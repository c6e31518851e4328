import { describe, expect, it } from 'vitest'
import { calendarEnd, yearsOf } from '../../../web/staff/administration/calendars/calendar-end.ts'

const at = (day: string, time = '00:00') => Date.parse(`${day}T${time}:00+08:00`)
const calendar = (from: string, ...holidays: readonly string[]) => ({
  effectiveFrom: `${from}T00:00:00+08:00`,
  holidays,
  makeUpDays: [],
})
const until2026 = calendar('2000-01-01', '2025-01-01', '2026-10-01')

describe('the end of the calendar', () => {
  it.each([
    ['sixty-one days before', at('2026-11-01'), null],
    ['sixty days before', at('2026-11-02'), { lastDay: '2026-12-31', ended: false }],
    ['in its last minute', at('2026-12-31', '23:59'), { lastDay: '2026-12-31', ended: false }],
    ['once it is over', at('2027-01-01'), { lastDay: '2026-12-31', ended: true }],
  ])('%s is told as %j', (_, now, told) => {
    expect(calendarEnd([until2026], now)).toEqual(told)
  })

  it('is no matter where the next version is known and will be in force by then', () => {
    const next = calendar('2027-01-01', '2027-10-01')
    expect(calendarEnd([next, until2026], at('2026-12-20'))).toBeNull()
  })

  it('is told where the next version comes too late', () => {
    const late = calendar('2027-01-02', '2027-10-01')
    expect(calendarEnd([late, until2026], at('2026-12-20'))).toEqual({ lastDay: '2026-12-31', ended: false })
  })

  it('is that of the version in force, not of one that it replaced', () => {
    const next = calendar('2026-12-01', '2027-10-01')
    expect(calendarEnd([until2026, next], at('2026-12-20'))).toBeNull()
  })

  it('is not told of a calendar that names no days: it goes by the weekends on purpose', () => {
    const [weekends, following] = [calendar('2000-01-01'), calendar('2027-01-01')]
    expect(calendarEnd([weekends], at('2026-12-20'))).toBeNull()
    expect(calendarEnd([following, until2026], at('2026-12-20'))).toBeNull()
    const after = calendar('2027-01-02')
    expect(calendarEnd([after, until2026], at('2026-12-20'))).toEqual({ lastDay: '2026-12-31', ended: false })
  })

  it('is that of a version which names days again after one that names none', () => {
    const again = calendar('2026-12-10', '2026-12-25')
    const versions = [until2026, calendar('2026-12-01'), again]
    expect(calendarEnd(versions, at('2026-11-20'))).toEqual({ lastDay: '2026-12-31', ended: false })
  })
})

describe('the years of a calendar', () => {
  it('are those of its days off and of the days worked for them', () => {
    const days = { holidays: ['2025-10-01', '2026-01-01'], makeUpDays: ['2024-09-29'] }
    expect(yearsOf(days)).toEqual({ first: 2024, last: 2026 })
    expect(yearsOf({ holidays: [], makeUpDays: [] })).toBeNull()
  })
})
