/** Numbers that a seed fixes: the same seed generates the same cases on every machine. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number from 0 up to, and without, 1 (mulberry32). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number between both, each included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.between(0, values.length - 1)]
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }

  /** The fact, or nothing: what a form leaves open is left out of the case. */
  perhaps<Fact extends object>(share: number, fact: () => Fact): Fact | Record<string, never> {
    return this.chance(share) ? fact() : {}
  }

  /** Fen: mostly everyday amounts, often nothing, one fen or a figure with an odd remainder, sometimes a fortune. */
  amount(): number {
    const kind = this.between(0, 9)
    if (kind === 0) return 0
    if (kind === 1) return this.between(1, 9)
    if (kind === 2) return this.between(1, 50) * 100_000
    if (kind === 3) return this.between(10_000_000, 20_000_000_000)
    return this.between(1, kind < 7 ? 500_000 : 30_000_000)
  }

  /** A part of an amount, the whole of it now and then. */
  partOf(amount: number): number {
    return this.chance(0.1) ? amount : this.between(0, amount)
  }

  /** A rate of up to so many hundredths, at times with thousandths. */
  rate(mostHundredths = 100): string {
    if (this.chance(0.15)) return ['0', (mostHundredths / 100).toFixed(2)][this.between(0, 1)] ?? '0'
    return (this.between(0, mostHundredths * 10) / 1000).toFixed(this.chance(0.5) ? 3 : 4)
  }

  /** A day between two days, as `2019-03-31`. */
  day(from: string, to: string): string {
    const [first, last] = [Date.parse(from), Date.parse(to)]
    const days = this.between(0, Math.round((last - first) / 86_400_000))
    return new Date(first + days * 86_400_000).toISOString().slice(0, 10)
  }
}
