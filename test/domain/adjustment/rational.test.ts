import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  dividedBy,
  floor,
  isRate,
  minus,
  parseDecimal,
  parseRate,
  rational,
  roundHalfUp,
  sum,
  times,
  toText,
  whole,
} from '../../../domain/adjustment/rational.ts'

const fraction = fc
  .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.bigInt(1n, 10n ** 9n))
  .map(([numerator, denominator]) => rational(numerator, denominator))

describe('exact arithmetic', () => {
  it('knows that 0.1 + 0.2 is 0.3', () => {
    expect(sum(parseDecimal('0.1'), parseDecimal('0.2'))).toEqual(parseDecimal('0.3'))
  })

  it('keeps a third exact', () => {
    const third = dividedBy(whole(100), whole(3))
    expect(times(third, whole(3))).toEqual(whole(100))
    expect(toText(third)).toBe('100/3')
  })

  it('adds and takes away without a trace', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(minus(sum(a, b), b)).toEqual(a)
        expect(compare(a, b)).toBe(-compare(b, a) + 0)
      }),
    )
  })

  it('refuses to divide by nothing', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError)
    expect(() => dividedBy(whole(1), whole(0))).toThrow(RangeError)
  })

  it('takes no number that floating point has already spoilt', () => {
    expect(() => whole(0.3)).toThrow(RangeError)
    expect(() => whole(2 ** 53)).toThrow(RangeError)
  })
})

describe('rounding to the fen', () => {
  it.each([
    ['602312.7', 602_313],
    ['34030956.5', 34_030_957],
    ['0.4999999999999999999', 0],
    ['-0.5', 0],
    ['-0.6', -1],
  ])('%s fen is %i, half up', (text, amount) => {
    expect(roundHalfUp(parseDecimal(text))).toBe(amount)
  })

  it('is never more than half a fen away', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.bigInt(1n, 10n ** 6n),
        (numerator, denominator) => {
          const exact = rational(numerator, denominator)
          const away = minus(whole(roundHalfUp(exact)), exact)
          expect(compare(away, rational(1n, 2n))).toBeLessThanOrEqual(0)
          expect(compare(away, rational(-1n, 2n))).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('refuses an amount of 2^53 fen', () => {
    expect(() => roundHalfUp(rational(2n ** 53n))).toThrow(RangeError)
  })

  it('floors towards the smaller number', () => {
    expect(floor(rational(-1n, 2n))).toBe(-1n)
    expect(floor(rational(-4n, 2n))).toBe(-2n)
    expect(floor(rational(5n, 2n))).toBe(2n)
  })
})

describe('reading and writing', () => {
  it.each(['0', '1', '0.3', '0.30', '0.006', '1.00', '1.000000', '0.123456'])('%s is a rate', (text) => {
    expect(isRate(text)).toBe(true)
  })

  it.each(['1.01', '2', '-0.1', '.5', '0.1234567', '70%', '\uff10.3', '0,3', '', ' 0.3', '1e-1', 0.3, null])(
    '%j is no rate',
    (text) => {
      expect(isRate(text)).toBe(false)
    },
  )

  it('throws on text that is no rate or no number', () => {
    expect(() => parseRate('1.5')).toThrow(RangeError)
    expect(() => parseDecimal('1,000')).toThrow(RangeError)
    expect(() => parseDecimal('\uff11\uff12')).toThrow(RangeError)
  })

  it('writes decimals that end as they are read', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.integer({ min: 0, max: 9 }),
        (digits, decimals) => {
          const exact = rational(digits, 10n ** BigInt(decimals))
          expect(parseDecimal(toText(exact))).toEqual(exact)
        },
      ),
    )
    expect(toText(rational(-1n, 8n))).toBe('-0.125')
    expect(toText(rational(20n))).toBe('20')
  })
})
