import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { disarm, wasHit, writeArmed } from './armed-file.ts'
import type { CrashPoint } from './points.ts'

const pause = 15

/** Arms crash points, one a program at a time, and says when one was hit. */
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
   * Waits until the program died there.
   *
   * @returns when, in epoch milliseconds; null when nothing passed in time, and the point is disarmed again.
   */
  async strike(
    { program, channel, only }: CrashPoint,
    passage: number,
    within: number,
    until: AbortSignal,
  ): Promise<number | null> {
    const id = randomUUID()
    writeArmed(this.#folder, program, { id, channel, only: only ?? null, passage })
    const deadline = Date.now() + within
    while (Date.now() < deadline && !until.aborted) {
      if (wasHit(this.#folder, id)) return Date.now()
      await sleep(pause)
    }
    disarm(this.#folder, program)
    return wasHit(this.#folder, id) ? Date.now() : null
  }
}
