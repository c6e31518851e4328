/**
 * Exact fractions of fen. Written apart from the engine's own numbers on purpose: two programs that
 * share their arithmetic also share its mistakes.
 */
export class Fraction {
  readonly over: bigint
  readonly under: bigint

  constructor(over: bigint, under = 1n) {
    this.over = under < 0n ? -over : over
    this.under = under < 0n ? -under : under
  }

  static of(amount: number): Fraction {
    return new Fraction(BigInt(amount))
  }

  /** Reads a rate as `0.30`. */
  static rate(text: string): Fraction {
    const [whole = '0', decimals = ''] = text.split('.')
    return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
  }

  static sum(parts: readonly Fraction[]): Fraction {
    return parts.reduce((sum, part) => sum.plus(part), nothing)
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.over * other.under + other.over * this.under, this.under * other.under)
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.over, other.under))
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.over * other.over, this.under * other.under)
  }

  dividedBy(other: Fraction): Fraction {
    return new Fraction(this.over * other.under, this.under * other.over)
  }

  isBelow(other: Fraction): boolean {
    return this.over * other.under < other.over * this.under
  }

  /** Never below nothing. */
  floored(): Fraction {
    return this.over < 0n ? nothing : this
  }

  capped(limit: Fraction): Fraction {
    return limit.isBelow(this) ? limit : this
  }

  wholePart(): bigint {
    return this.over / this.under
  }

  /** Half a fen and more goes up. Only for amounts of nothing or more. */
  rounded(): number {
    return Number((2n * this.over + this.under) / (2n * this.under))
  }
}

export const nothing = new Fraction(0n)
export const everything = new Fraction(1n)

/** Divides an amount by weights: whole fen first, then one fen each to the largest remainders, ties by order. */
export function divide(amount: number, weights: readonly Fraction[]): number[] {
  const total = Fraction.sum(weights)
  if (amount === 0 || total.over === 0n) return weights.map(() => 0)
  const exact = weights.map((weight) => weight.times(Fraction.of(amount)).dividedBy(total))
  const shares = exact.map((part) => part.wholePart())
  const left = BigInt(amount) - shares.reduce((sum, share) => sum + share, 0n)
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part.minus(new Fraction(part.wholePart())) }))
    .toSorted((a, b) => (a.remainder.isBelow(b.remainder) ? 1 : b.remainder.isBelow(a.remainder) ? -1 : 0))
  for (const { index } of byRemainder.slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n
  return shares.map(Number)
}
