import { makeCalendar } from '../../../domain/time/calendar.ts'
import type { Instant } from '../../../domain/time/instant.ts'

const holidays = `01-01 01-02 01-03
  02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23
  04-04 04-05 04-06
  05-01 05-02 05-03 05-04 05-05
  06-19 06-20 06-21
  09-25 09-26 09-27
  10-01 10-02 10-03 10-04 10-05 10-06 10-07`.split(/\s+/)
const makeUpDays = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']

/** 国务院办公厅关于2026年部分节假日安排的通知, written out by hand; work from nine to six. */
export const calendar2026 = makeCalendar(
  '2026-1',
  [
    ...holidays.map((day) => ({ date: `2026-${day}`, kind: 'holiday' as const })),
    ...makeUpDays.map((day) => ({ date: `2026-${day}`, kind: 'makeUp' as const })),
  ],
  { opens: 540, closes: 1080 },
)

/** The instant of a local time in Shanghai, by the clock of the test alone. */
export function at(local: string): Instant {
  return Date.parse(`${local}+08:00`)
}
