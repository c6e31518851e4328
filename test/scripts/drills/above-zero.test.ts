import { describe, expect, it } from 'vitest'
import { aboveZero, wholeAboveZero } from '../../../scripts/drills/above-zero.ts'

describe('a number for a drill', () => {
  it.each([
    ['10', 10],
    ['0.25', 0.25],
  ])('is taken: %s', (text, number) => {
    expect(aboveZero('--minutes', text)).toBe(number)
  })

  it.each(['', ' ', '0', '-1', 'ten', 'Infinity', '10m'])('is refused by its name: "%s"', (text) => {
    expect(() => aboveZero('--minutes', text)).toThrow('--minutes wants a number above zero.')
  })

  it('is whole where something is counted', () => {
    expect(wholeAboveZero('--stops', '20')).toBe(20)
    expect(() => wholeAboveZero('--stops', '2.5')).toThrow('--stops wants a whole number above zero.')
  })
})
