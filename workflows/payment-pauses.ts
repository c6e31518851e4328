const shortest = 400
const longest = 5 * 60_000
/** A lane that was reopened is noticed within this. */
const longestBeforeSending = 60_000
/** A bank that answers badly is most likely well again within minutes, and the money must not wait for the next look. */
const longestAtFirst = 30_000
const atFirst = 10 * 60_000

/**
 * How long a payment waits before the bank is asked again: twice as long each time nothing is new. Something new is
 * another status, another sending, and the first denial since: the bank is asked again soon, or money that only
 * waits for the bank to say the same once more would wait for as long as the silence before had lasted.
 */
export class Pauses {
  #known = ''
  #pause = shortest
  #waited = 0

  /** @returns milliseconds. */
  next(status: string, sendings: number, denied: boolean): number {
    const known = `${status} ${sendings} ${denied}`
    const isNews = known !== this.#known
    this.#pause = isNews ? shortest : Math.min(this.#pause * 2, this.#longest(status))
    this.#waited = (isNews ? 0 : this.#waited) + this.#pause
    this.#known = known
    return this.#pause
  }

  #longest(status: string): number {
    if (status === 'ready') return longestBeforeSending
    return this.#waited < atFirst ? longestAtFirst : longest
  }
}
