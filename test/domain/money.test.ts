import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, fen, fenFromYuan, smaller, subtract, yuanFromFen, zero } from '../../domain/money.ts'

describe('money', () => {
  it('is whole fen within the safe range', () => {
    expect(fen(9_007_199_254_740_991)).toBe(2 ** 53 - 1)
    expect(() => fen(2 ** 53)).toThrow(RangeError)
    expect(() => fen(0.5)).toThrow(RangeError)
    expect(() => fen(Number.NaN)).toThrow(RangeError)
  })

  it('has one zero, so that equal amounts have equal hashes', () => {
    expect(Object.is(fen(-0), 0)).toBe(true)
  })

  it('adds exactly or throws, and never rounds', () => {
    expect(add(fenFromYuan('0.1'), fenFromYuan('0.2'))).toBe(fenFromYuan('0.3'))
    expect(() => add(fen(2 ** 53 - 1), fen(1))).toThrow(RangeError)
    expect(subtract(fen(1), fen(3))).toBe(-2)
    expect(smaller(fen(1), zero)).toBe(0)
  })

  it.each([
    ['29517.09', 2_951_709],
    ['0', 0],
    ['0.3', 30],
    ['90071992547409.91', 2 ** 53 - 1],
  ])('reads %s yuan exactly', (text, amount) => {
    expect(fenFromYuan(text)).toBe(amount)
  })

  it.each([
    '1,000',
    '\uff11',
    '1。5',
    '1.005',
    '-1',
    '+1',
    ' 1',
    '1 ',
    '1e3',
    '.5',
    '1.',
    '01',
    '',
    '0x10',
    '90071992547409.92',
  ])('refuses "%s" instead of guessing', (text) => {
    expect(() => fenFromYuan(text)).toThrow(RangeError)
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        expect(fenFromYuan(yuanFromFen(fen(amount)))).toBe(amount)
      }),
    )
    expect(yuanFromFen(fen(-5))).toBe('-0.05')
  })
})
