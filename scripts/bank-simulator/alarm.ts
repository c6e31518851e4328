import type { Instant } from '../../domain/time/instant.ts'

const longestTimer = 2_147_483_647

/** One timer for whatever is due next; what is due is kept elsewhere and durably. */
export class Alarm {
  readonly #ring: () => void
  #timer: NodeJS.Timeout | undefined

  constructor(ring: () => void) {
    this.#ring = ring
  }

  set(at: Instant | undefined): void {
    clearTimeout(this.#timer)
    if (at === undefined) return
    this.#timer = setTimeout(this.#ring, Math.min(Math.max(0, at - Date.now()), longestTimer))
  }
}
