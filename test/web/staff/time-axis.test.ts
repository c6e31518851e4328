import { describe, expect, it } from 'vitest'
import { formatMeasured } from '../../../web/language/dates.ts'
import { timeAxis } from '../../../web/staff/board/board/time-axis.ts'

const [minute, hour, day] = [60, 3600, 86_400]

describe('the axis of stage times', () => {
  it.each([
    ['seconds', 3, [0, 1, 2, 3]],
    ['minutes', 7 * minute, [0, 2, 4, 6, 8].map((one) => one * minute)],
    ['hours', 30 * hour, [0, 6, 12, 18, 24, 30].map((one) => one * hour)],
    ['days', 9.5 * day, [0, 2, 4, 6, 8, 10].map((one) => one * day)],
    ['whole days, however long', 1000 * day, [0, 200, 400, 600, 800, 1000].map((one) => one * day)],
  ])('is marked in %s', (_unit, longest, marks) => {
    expect(timeAxis(longest)).toEqual(marks)
  })

  it('is as long as the longest time, with no more marks than are read at a glance', () => {
    for (let longest = 1; longest < 100 * day; longest = Math.ceil(longest * 1.3)) {
      const marks = timeAxis(longest)
      expect(marks.at(-1)).toBeGreaterThanOrEqual(longest)
      expect(marks.length).toBeLessThanOrEqual(6)
    }
  })
})

describe('a time that was measured', () => {
  it.each([
    [400, '0 s', '0秒'],
    [42_000, '42 s', '42秒'],
    [61_000, '1 min', '1分钟'],
    [26 * hour * 1000, '1 d 2 h', '1天2小时'],
  ])('of %s ms is %s', (milliseconds, en, zh) => {
    expect(formatMeasured(milliseconds, 'en')).toBe(en)
    expect(formatMeasured(milliseconds, 'zh')).toBe(zh)
  })
})
