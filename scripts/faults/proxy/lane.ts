import { setTimeout as sleep } from 'node:timers/promises'
import type { Socket } from 'node:net'

/** What the lanes of a proxy obey at the moment. */
export interface Weather {
  /** By how much every piece is late; milliseconds. */
  latencyMs(): number
  /** Resolves while pieces may pass; a black hole keeps them back. */
  passable(): Promise<void>
}

/** One direction of a connection: pieces arrive late or not at all, but in order, and the end comes last. */
export class Lane {
  readonly #to: Socket
  readonly #weather: Weather
  #last: Promise<void> = Promise.resolve()

  constructor(to: Socket, weather: Weather) {
    this.#to = to
    this.#weather = weather
  }

  carry(piece: Buffer): void {
    const due = Date.now() + this.#weather.latencyMs()
    this.#then(due, () => this.#to.write(piece))
  }

  end(): void {
    this.#then(Date.now(), () => this.#to.end())
  }

  #then(due: number, act: () => void): void {
    this.#last = this.#last.then(async () => {
      if (due > Date.now()) await sleep(due - Date.now())
      await this.#weather.passable()
      if (!this.#to.destroyed) act()
    })
  }
}
