import { describe, expect, it } from 'vitest'
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
