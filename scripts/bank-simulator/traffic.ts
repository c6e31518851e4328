const mostRemembered = 100_000

/** What arrived at the bank and when: an agreed ceiling of requests is checked here, where it counts. */
export class Traffic {
  #arrivals: number[] = []

  count(): void {
    this.#arrivals.push(performance.now())
    if (this.#arrivals.length > mostRemembered) this.#arrivals.shift()
  }

  restart(): void {
    this.#arrivals = []
  }

  /** `peakPerSecond` is the most that arrived in any second, wherever it begins. */
  summary(): { readonly requests: number; readonly peakPerSecond: number } {
    let peakPerSecond = 0
    let oldest = 0
    for (const [index, arrival] of this.#arrivals.entries()) {
      while ((this.#arrivals[oldest] ?? arrival) <= arrival - 1000) oldest += 1
      peakPerSecond = Math.max(peakPerSecond, index - oldest + 1)
    }
    return { requests: this.#arrivals.length, peakPerSecond }
  }
}
