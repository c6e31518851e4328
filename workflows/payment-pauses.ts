const shortest = 400
const longest = 5 * 60_000
/** A lane that was reopened is noticed within this. */
const longestBeforeSending = 60_000

/**
 * How long a payment waits before the bank is asked again: twice as long each time nothing is new. Something new is
 * another status, another sending, and the first denial since: the bank is asked again soon, or money that only
 * waits for the bank to say the same once more would wait for as long as the silence before had lasted.
 */
export class Pauses {
  #known = ''
  #pause = shortest

  /** @returns milliseconds. */
  next(status: string, sendings: number, denied: boolean): number {
    const known = `${status} ${sendings} ${denied}`
    const most = status === 'ready' ? longestBeforeSending : longest
    this.#pause = known === this.#known ? Math.min(this.#pause * 2, most) : shortest
    this.#known = known
    return this.#pause
  }
}
