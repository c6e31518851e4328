/**
 * Keeps requests apart, first come first served. There are no bursts: after a bank's outage thousands of
 * queries wait, and the bank counts what arrives, not what we meant to send.
 */
export class RateLimiter {
  readonly #spacingMs: number
  readonly #waiting: { readonly latest: number; readonly settle: (granted: boolean) => void }[] = []
  #freeAt = 0
  #timer: NodeJS.Timeout | undefined

  constructor(requestsPerSecond: number) {
    if (!(requestsPerSecond > 0)) throw new RangeError('requestsPerSecond must be positive')
    // A tenth in reserve: the network bunches what left evenly spaced, and the ceiling is counted at the bank.
    this.#spacingMs = 1100 / requestsPerSecond
  }

  /** True when it is this caller's turn; false, and no turn is spent, when that would take longer than it may. */
  async turn(waitAtMostMs: number): Promise<boolean> {
    const now = performance.now()
    const expected = Math.max(0, this.#freeAt - now) + this.#waiting.length * this.#spacingMs
    if (expected > waitAtMostMs) return false
    const granted = new Promise<boolean>((settle) => {
      this.#waiting.push({ latest: now + waitAtMostMs, settle })
    })
    this.#release()
    return granted
  }

  /**
   * Measures the spacing from the release that really happened: timers that a busy process fires late, all at
   * once, would make a burst otherwise.
   */
  #release(): void {
    if (this.#timer !== undefined) return
    const now = performance.now()
    if (now >= this.#freeAt) {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        const inTime = now <= next.latest
        next.settle(inTime)
        if (!inTime) continue
        this.#freeAt = now + this.#spacingMs
        break
      }
    }
    if (this.#waiting.length === 0) return
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        this.#release()
      },
      Math.max(1, this.#freeAt - now),
    )
  }
}
