import { type Fen, fen } from '../money.ts'

/** A rate on the wire: decimal text from 0 to 1 with at most six decimals, as in `0.7` or `0.006`. */
export type Rate = string

/** An exact fraction in lowest terms with a positive denominator. No step of a calculation uses floating point. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

const decimalText = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/
const rateText = /^(0(\.[0-9]{1,6})?|1(\.0{1,6})?)$/

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : greatestCommonDivisor(b, a % b)
}

/** The fraction numerator / denominator. Throws a RangeError when the denominator is zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError('division by zero')
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(numerator, denominator)
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor }
}

/** The exact value of a whole number of fen, days or parts. */
export function whole(value: number): Rational {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe whole number`)
  return rational(BigInt(value))
}

/**
 * Reads plain decimal text exactly. Only ASCII digits and one point: a full-width digit, a thousands
 * separator or an exponent is a RangeError, because guessing what was meant would be guessing money.
 */
export function parseDecimal(text: string): Rational {
  if (!decimalText.test(text)) throw new RangeError(`"${text}" is not a plain decimal number`)
  const [integer = '', decimals = ''] = text.split('.')
  return rational(BigInt(integer + decimals), 10n ** BigInt(decimals.length))
}

export function isRate(text: unknown): boolean {
  return typeof text === 'string' && rateText.test(text)
}

/** Reads a rate, or throws a RangeError. */
export function parseRate(text: Rate): Rational {
  if (!isRate(text)) throw new RangeError(`"${text}" is not a rate from 0 to 1 with at most six decimals`)
  return parseDecimal(text)
}

export const nothing = rational(0n)
export const one = rational(1n)

export function sum(...values: readonly Rational[]): Rational {
  return values.reduce(
    (a, b) =>
      rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
    nothing,
  )
}

function negate(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator }
}

export function minus(from: Rational, ...values: readonly Rational[]): Rational {
  return sum(from, ...values.map(negate))
}

export function times(...values: readonly Rational[]): Rational {
  return values.reduce((a, b) => rational(a.numerator * b.numerator, a.denominator * b.denominator), one)
}

export function dividedBy(value: Rational, divisor: Rational): Rational {
  return rational(value.numerator * divisor.denominator, value.denominator * divisor.numerator)
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function least(first: Rational, ...others: readonly Rational[]): Rational {
  return others.reduce((a, b) => (compare(b, a) < 0 ? b : a), first)
}

export function greatest(first: Rational, ...others: readonly Rational[]): Rational {
  return others.reduce((a, b) => (compare(b, a) > 0 ? b : a), first)
}

/** What is left, or nothing: a payment never turns into a debt of the insured. */
export function atLeastNothing(value: Rational): Rational {
  return greatest(nothing, value)
}

/** The largest whole number that is not above the value. */
export function floor(value: Rational): bigint {
  const quotient = value.numerator / value.denominator
  return value.numerator < 0n && quotient * value.denominator !== value.numerator ? quotient - 1n : quotient
}

/**
 * Rounds fen half-up to a whole fen, as courts do (6,023.127 yuan is paid as 6,023.13).
 * Throws a RangeError when the amount does not fit into `Fen`.
 */
export function roundHalfUp(value: Rational): Fen {
  return fen(Number(floor(sum(value, rational(1n, 2n)))))
}

/** Decimal text where the decimal ends, else `numerator/denominator`. */
export function toText(value: Rational): string {
  let rest = value.denominator
  let decimals = 0
  while (rest % 10n === 0n) {
    rest /= 10n
    decimals += 1
  }
  for (const factor of [2n, 5n]) {
    while (rest % factor === 0n) {
      rest /= factor
      decimals += 1
    }
  }
  if (rest !== 1n) return `${value.numerator}/${value.denominator}`
  const digits = (value.numerator < 0n ? -value.numerator : value.numerator) * 10n ** BigInt(decimals)
  const text = (digits / value.denominator).toString().padStart(decimals + 1, '0')
  const sign = value.numerator < 0n ? '-' : ''
  if (decimals === 0) return sign + text
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}
