import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow'
import type { Instant } from '../domain/time/instant.ts'

/**
 * One timer for all who wait in a claim: armed for the earliest instant, and left alone when that moves later or
 * falls away. A timer that is taken back and started anew costs two events, and most instants move before they
 * come; one that rings for nobody is armed for what is earliest then.
 */
export class Alarm {
  readonly #earliest: () => Instant | null
  readonly #mayArm: () => boolean
  #armed: { readonly at: Instant; readonly scope: CancellationScope } | null = null

  /**
   * @param earliest the first instant in the future that anybody waits for.
   * @param mayArm whether it may be armed anew when it has rung; it waits until it may.
   */
  constructor(earliest: () => Instant | null, mayArm: () => boolean = () => true) {
    this.#earliest = earliest
    this.#mayArm = mayArm
  }

  /** To be called when somebody has begun to wait. Who waits looks at the time themselves, whenever it rings. */
  arm(): void {
    const at = this.#earliest()
    if (at === null || (this.#armed !== null && this.#armed.at <= at)) return
    this.#armed?.scope.cancel()
    const scope = new CancellationScope()
    this.#armed = { at, scope }
    void scope.run(() => this.#ring(at))
  }

  /** When nobody will wait any more. */
  off(): void {
    this.#armed?.scope.cancel()
  }

  async #ring(at: Instant): Promise<void> {
    try {
      await sleep(at - Date.now())
      if (!this.#mayArm()) await condition(this.#mayArm)
    } catch (error) {
      // Off, or an earlier instant has taken its place.
      if (isCancellation(error)) return
      throw error
    }
    this.#armed = null
    this.arm()
  }
}
