import { describe, expect, it } from 'vitest'
import { quantile, show, spread } from '../../bench/statistics.ts'

describe('the figures of a bench', () => {
  it('know the value under which a share of them lies, in whatever order they came', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1)
    expect(quantile(hundred, 0.5)).toBe(51)
    expect(quantile(hundred, 0.99)).toBe(100)
    expect(quantile([7], 0.99)).toBe(7)
    expect(quantile([], 0.5)).toBeNull()
  })

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[5], 5],
  ])('of the rounds %j have the median %d', (rounds, median) => {
    expect(spread(rounds).median).toBe(median)
  })

  it('are shown with their range', () => {
    expect(show(spread([10, 30, 20]), 0)).toBe('20 (10–30)')
  })
})
