import { describe, expect, it } from 'vitest'
import { clockText, minuteOf } from '../../../web/staff/administration/calendars/minutes.ts'
import { instantOf, intervalOf, standingOf } from '../../../web/staff/administration/interval.ts'
import { dayAfter, dayBegins, dayOf, lastDayOf, wordsOf } from '../../../web/staff/audit/words.ts'

describe('a right with an interval', () => {
  const now = Date.parse('2026-03-09T10:00:00+08:00')
  const held = (validFrom: string, validTo: string | null, confirmedAt?: string | null) =>
    standingOf({ validFrom, validTo, ...(confirmedAt === undefined ? {} : { confirmedAt }) }, now)
  const [before, after] = ['2026-03-01T00:00:00+08:00', '2026-04-01T00:00:00+08:00']

  it('waits for its confirmation unless it is over, then for its beginning', () => {
    expect(held(before, null, null)).toBe('pending')
    expect(held(after, null, null)).toBe('pending')
    expect(held(before, '2026-03-09T10:00:00+08:00', null)).toBe('ended')
    expect(held(after, null, before)).toBe('future')
    expect(held(before, after, before)).toBe('inForce')
    expect(held(before, after)).toBe('inForce')
  })

  it('is typed in the time of Shanghai; what is left empty is not sent', () => {
    expect(instantOf('2026-03-09T10:30')).toBe('2026-03-09T10:30:00+08:00')
    expect(intervalOf('', '2026-03-09T10:30:59')).toEqual({ validTo: '2026-03-09T10:30:00+08:00' })
  })
})

describe('the hours of a calendar', () => {
  it('are minutes after midnight, to the end of the day', () => {
    expect([540, 0, 1440].map(clockText)).toEqual(['09:00', '00:00', '24:00'])
    expect(['09:00', '23:59', '24:01', ''].map(minuteOf)).toEqual([540, 1439, null, null])
  })
})

describe('the days of a search', () => {
  it('are whole days in Shanghai, the last one included, and are found again in the address', () => {
    expect(dayBegins('2026-12-31')).toBe('2026-12-31T00:00:00+08:00')
    expect(dayAfter('2026-12-31')).toBe('2027-01-01T00:00:00+08:00')
    expect(dayOf(dayBegins('2026-12-31'))).toBe('2026-12-31')
    expect(lastDayOf(dayAfter('2026-12-31'))).toBe('2026-12-31')
    expect([dayOf(undefined), lastDayOf(undefined), lastDayOf('nonsense')]).toEqual(['', '', ''])
  })

  it('go with words that the address may hold; others are left out', () => {
    const search = { action: 'managePeople', personId: '', outsideClaims: true, cursor: 'x', limit: 3 }
    expect(wordsOf(search)).toEqual({ action: 'managePeople', outsideClaims: true })
  })
})
