import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, isWorkingDay, makeCalendar } from '../../domain/time/calendar.ts'
import { calendar2026 } from '../domain/time/calendar-2026.ts'

const { days }: { days: CalendarDay[] } = JSON.parse(
  readFileSync(new URL('../../db/seed/holidays.json', import.meta.url), 'utf8'),
)
const calendar = makeCalendar('seed', days, { opens: 540, closes: 1080 })
const of2026 = (dates: Iterable<string>) => [...dates].filter((date) => date.startsWith('2026')).toSorted()

describe('the calendar with which an insurer starts', () => {
  it('has the 2026 of the State Council (国办发明电〔2025〕7号) day by day', () => {
    expect(of2026(calendar.holidays)).toEqual(of2026(calendar2026.holidays))
    expect(of2026(calendar.makeUpDays)).toEqual(of2026(calendar2026.makeUpDays))
  })

  it('has the 2025 of the State Council (国办发明电〔2024〕12号)', () => {
    const makeUp2025 = [...calendar.makeUpDays].filter((date) => date.startsWith('2025'))
    expect(makeUp2025).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'])
    for (const [day, worked] of [
      ['2025-01-02', true],
      ['2025-01-27', true],
      ['2025-01-28', false],
      ['2025-02-04', false],
      ['2025-02-05', true],
      ['2025-05-31', false],
      ['2025-06-02', false],
      ['2025-10-08', false],
      ['2025-10-09', true],
    ] as const) {
      expect([day, isWorkingDay(day, calendar)]).toEqual([day, worked])
    }
  })
})
