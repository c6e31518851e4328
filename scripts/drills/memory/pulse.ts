/** How long the API takes to answer, told apart by what happens meanwhile. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from '../../../bench/statistics.ts'
import type { Story } from '../../demo/story.ts'

/** Five reads a second, and half as many writes. */
const pause = 200

export interface Taken {
  /** Milliseconds of every answer. */
  readonly times: readonly number[]
  /** Requests that were not answered as they have to be. */
  readonly faults: readonly string[]
}

export class Pulse {
  readonly #read: Story
  readonly #written: Story
  #times: number[] = []
  #faults: string[] = []

  /** @param written is another claim: each message would make the next read of it longer. */
  constructor(read: Story, written: Story) {
    this.#read = read
    this.#written = written
  }

  async beat(over: AbortSignal): Promise<void> {
    const { http } = await this.#written.contact()
    const reader = this.#read.cast.any('auditor').http
    const [path, written] = [this.#read.path(''), this.#written.path('/messages')]
    for (let turn = 0; !over.aborted; turn += 1) {
      const began = performance.now()
      void this.#ask(reader.getOnce(path), 200)
      if (turn % 2 === 0) void this.#ask(http.postOnce(written, { message: '请放心。' }, randomUUID()), 201)
      await sleep(Math.max(0, pause - (performance.now() - began)))
    }
  }

  /** What was measured since the last time that this was asked. */
  take(): Taken {
    const taken = { times: this.#times, faults: this.#faults }
    this.#times = []
    this.#faults = []
    return taken
  }

  async #ask(answer: Promise<{ readonly status: number }>, expected: number): Promise<void> {
    const began = performance.now()
    try {
      const { status } = await answer
      if (status !== expected) this.#faults.push(`answered by ${status} instead of ${expected}`)
      this.#times.push(performance.now() - began)
    } catch (error) {
      this.#faults.push(error instanceof Error ? error.message : String(error))
    }
  }
}

/** Milliseconds. */
export function p99(times: readonly number[]): number {
  return Math.round(quantile(times, 0.99) ?? 0)
}
