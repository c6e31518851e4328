import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { disarm, readHit, writeArmed } from './armed-file.ts'
import type { CrashPoint, Program } from './points.ts'

const pause = 15
/** Each point has so long for itself before the next one, which more comes by at, is armed beside it; milliseconds. */
const alone = 500

export interface Hit {
  readonly point: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** Arms crash points, program by program, and says which was hit when. */
export class Arming {
  readonly #folder: string

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
  }

  /** What the programs load first. */
  get preload(): string {
    const url = pathToFileURL(new URL('preload.ts', import.meta.url).pathname)
    url.searchParams.set('folder', this.#folder)
    return url.href
  }

  /**
   * Arms one after the other, each beside those before it, until the program died at one of them.
   *
   * @returns null when nothing passed in time; all are disarmed again.
   */
  async strike(
    program: Program,
    points: readonly CrashPoint[],
    passage: number,
    within: number,
    until: AbortSignal,
  ): Promise<Hit | null> {
    const id = randomUUID()
    const began = Date.now()
    let armed = 0
    try {
      while (Date.now() - began < within && !until.aborted) {
        const due = Math.min(points.length, 1 + Math.floor((Date.now() - began) / alone))
        const hit = this.#hit(id)
        if (hit !== null) return hit
        if (due > armed) {
          armed = due
          this.#arm(program, id, points.slice(0, armed), passage)
        }
        await sleep(pause)
      }
    } finally {
      disarm(this.#folder, program)
    }
    return this.#hit(id)
  }

  #arm(program: Program, id: string, points: readonly CrashPoint[], passage: number): void {
    const armed = points.map(({ name, channel, only = null }) => ({ name, channel, only, passage }))
    writeArmed(this.#folder, program, { id, points: armed })
  }

  #hit(id: string): Hit | null {
    const point = readHit(this.#folder, id)
    return point === null ? null : { point, at: Date.now() }
  }
}
