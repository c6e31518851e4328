/** The demo's cast at work without a pause: claims are reported, decided and paid while something else happens. */
import type { Cast } from '../demo/cast.ts'
import { play, type Played, type Scenario } from '../demo/scenario.ts'
import { driverSeat } from '../demo/scenarios/motor.ts'
import { smallMedical } from '../demo/scenarios/person-and-property.ts'

const scenarios: readonly [Scenario, Scenario] = [smallMedical, driverSeat]

export interface Worked {
  readonly played: readonly Played[]
  /** What somebody was refused or could not bring to an end. */
  readonly failures: readonly string[]
}

export class SteadyLoad {
  readonly #lanes: Promise<void>
  readonly #played: Played[] = []
  readonly #failures: string[] = []
  #stopping = false

  constructor(cast: Cast, lanes: number) {
    this.#lanes = Promise.all(Array.from({ length: lanes }, (_, lane) => this.#work(cast, lane))).then(
      () => undefined,
    )
  }

  /** Claims that were paid so far. */
  get finished(): number {
    return this.#played.length
  }

  /** Claims that could not be brought to their end so far. */
  get failed(): number {
    return this.#failures.length
  }

  /** Lets everybody finish the claim that they have in hand. */
  async stop(): Promise<Worked> {
    this.#stopping = true
    await this.#lanes
    return { played: this.#played, failures: this.#failures }
  }

  async #work(cast: Cast, lane: number): Promise<void> {
    for (let turn = lane; !this.#stopping; turn += 1) {
      const scenario = scenarios[turn % 2] ?? smallMedical
      try {
        this.#played.push(await play(cast, scenario))
      } catch (error) {
        this.#failures.push(`${scenario.title}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
}
