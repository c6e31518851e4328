import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, rational, whole } from '../../../domain/adjustment/rational.ts'
import { share } from '../../../domain/adjustment/shares.ts'
import { fen } from '../../../domain/money.ts'

const parts = (amount: number, ...weights: number[]): number[] =>
  share(
    fen(amount),
    weights.map((weight, index) => ({ name: `${index}`, weight: whole(weight) })),
  ).map((each) => each.amount)

describe('shares of one amount', () => {
  it('give the odd fen to the largest remainder', () => {
    expect(parts(100, 1, 2, 3)).toEqual([17, 33, 50])
  })

  it('settle a tie by order', () => {
    expect(parts(100, 1, 1, 1)).toEqual([34, 33, 33])
    expect(parts(2, 1, 1, 1)).toEqual([1, 1, 0])
  })

  it('give nothing to a weight of nothing', () => {
    expect(parts(7, 0, 5, 0)).toEqual([0, 7, 0])
    expect(parts(0, 0, 0)).toEqual([0, 0])
  })

  it('are refused when there is something to divide and nobody to take it', () => {
    expect(() => parts(1, 0)).toThrow(RangeError)
    expect(() => parts(1)).toThrow(RangeError)
  })

  it('add up to the fen and stay within a fen of the exact part', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1 }),
        (amount, weights) => {
          const shares = share(
            fen(amount),
            weights.map((weight) => ({ name: 'x', weight: rational(BigInt(weight), 7n) })),
          )
          expect(shares.reduce((sum, each) => sum + each.amount, 0)).toBe(amount)
          for (const each of shares) {
            expect(
              compare(whole(each.amount), each.exact) > -1 || compare(whole(each.amount + 1), each.exact) > 0,
            ).toBe(true)
          }
        },
      ),
    )
  })

  it('never give more than the weight when no more than the weights is divided', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10 ** 6), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (losses, cut) => {
          const total = losses.reduce((sum, loss) => sum + loss, 0)
          const amounts = parts(Math.floor(total * cut), ...losses)
          for (const [index, amount] of amounts.entries())
            expect(amount).toBeLessThanOrEqual(losses[index] ?? 0)
        },
      ),
    )
  })
})
