import { type Fen, fen } from '../money.ts'
import {
  type Rational,
  dividedBy,
  floor,
  minus,
  nothing,
  rational,
  sum,
  times,
  whole,
  compare,
} from './rational.ts'

export interface Weighted {
  readonly name: string
  readonly weight: Rational
}

export interface Share {
  readonly name: string
  readonly exact: Rational
  readonly amount: Fen
}

/**
 * Divides an amount by weights so that the parts add up to it to the fen: each part is cut down to a
 * whole fen, then the fen that are left go to the largest remainders, ties by order. No part exceeds
 * its weight when the amount does not exceed their sum, so nobody gets more than their loss.
 * Throws a RangeError when there is something to divide and nobody to take it.
 */
export function share(amount: Fen, weights: readonly Weighted[]): Share[] {
  const total = sum(...weights.map(({ weight }) => weight))
  if (amount === 0) return weights.map(({ name }) => ({ name, exact: nothing, amount: fen(0) }))
  if (compare(total, nothing) <= 0) throw new RangeError(`${amount} fen to divide, but no weights`)
  const parts = weights.map(({ name, weight }, order) => {
    const exact = dividedBy(times(whole(amount), weight), total)
    const down = floor(exact)
    return { name, order, exact, down, remainder: minus(exact, rational(down)) }
  })
  const left = Number(BigInt(amount) - parts.reduce((cut, part) => cut + part.down, 0n))
  const luckier = parts
    .toSorted((a, b) => compare(b.remainder, a.remainder) || a.order - b.order)
    .slice(0, left)
  return parts.map((part) => ({
    name: part.name,
    exact: part.exact,
    amount: fen(Number(part.down) + (luckier.includes(part) ? 1 : 0)),
  }))
}
