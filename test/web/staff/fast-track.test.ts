import { describe, expect, it } from 'vitest'
import { conditionText } from '../../../web/staff/fast-track/condition.ts'
import { basisPointsOf, percentOf } from '../../../web/staff/fast-track/share.ts'

describe('a share in percent', () => {
  it.each([
    ['5', 500],
    ['0.25', 25],
    ['0.5 %', 50],
    ['100％', 10_000],
    ['0', 0],
  ])('%s is kept as %i of 10,000', (typed, points) => {
    expect(basisPointsOf(typed)).toBe(points)
    expect(basisPointsOf(percentOf(points))).toBe(points)
  })

  it.each(['', '100.01', '-1', '1e1', '0.125', 'all'])('%s is none', (typed) => {
    expect(basisPointsOf(typed)).toBeUndefined()
  })
})

describe('a condition of the fast track as people read it', () => {
  const t = (key: string, filling: Readonly<Record<string, string | number>> = {}) =>
    key === 'fast-track:column.and' ? ', ' : [key, ...Object.values(filling)].join(' ')

  it.each([
    ['askedMinor', '<= 500000', '≤\u00a0¥5,000.00'],
    ['customerYearMinor', '> 1000000', '>\u00a0¥10,000.00'],
    ['customerYearClaims', '< 6', '<\u00a06'],
    ['withinAuthority', 'true', 'claim:known.true'],
    ['line', '"accident","health"', 'blocks:line.accident, blocks:line.health'],
    ['line', 'not("accident")', 'fast-track:column.except blocks:line.accident'],
  ])('of %s, %s is %s', (column, cell, text) => {
    expect(conditionText(column, cell, t)).toBe(text)
  })

  it.each([
    ['askedMinor', '[1..3)'],
    ['aColumnOfTomorrow', '"word"'],
  ])('of %s, %s stays as it was written', (column, cell) => {
    expect(conditionText(column, cell, t)).toBe(cell)
  })
})
