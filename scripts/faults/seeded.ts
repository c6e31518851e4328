/**
 * Chance out of a seed, so that the same seed plans the same faults and the same
 * people. What it cannot repeat is the interleaving: the processes are real.
 */
export class Seeded {
  #state: number
  readonly #seed: string

  constructor(seed: string) {
    this.#seed = seed
    this.#state = scattered(seed)
  }

  /** A stream of its own: what one part draws shifts nothing for the others. */
  fork(name: string): Seeded {
    return new Seeded(`${this.#seed}/${name}`)
  }

  /** At least 0 and below 1 (mulberry32). */
  share(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.share() < share
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.share() * choices.length)]
    if (chosen === undefined) throw new Error('There is nothing to choose from.')
    return chosen
  }

  /** Each as often as its weight says. */
  weighed<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    const whole = choices.reduce((sum, [weight]) => sum + weight, 0)
    let left = this.share() * whole
    for (const [weight, choice] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    return this.pick(choices)[1]
  }

  shuffled<T>(items: readonly T[]): readonly T[] {
    const keyed = items.map((item) => ({ item, at: this.share() }))
    return keyed.toSorted((a, b) => a.at - b.at).map(({ item }) => item)
  }
}

/** Neighbouring seeds begin far from each other (FNV-1a). */
function scattered(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash
}
