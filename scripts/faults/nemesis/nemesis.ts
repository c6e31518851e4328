/** Carries out what was planned, one fault after the other, and measures how long the product needs each time. */
import { setTimeout as sleep } from 'node:timers/promises'
import { crashPoint } from '../crash/points.ts'
import { recovery } from '../recovery.ts'
import type { Fault, RunFolder } from '../run-folder.ts'
import type { System } from '../system.ts'
import type { Watch } from '../watch.ts'
import type { Ambush, Planned, PlannedFault } from './plan.ts'

/** Nobody came by at any of the points: the program is let go. */
const ambushLasts = 3_500
const pause = 25

interface Struck {
  readonly at: number
  /** From when recovery counts: a fault that lasts is recovered from after its end. */
  readonly endedAt: number
  readonly kind: Fault['kind']
  readonly target: string
  readonly name: string
}

export interface NemesisOptions {
  readonly system: System
  readonly folder: RunFolder
  readonly watch: Watch
  readonly over: AbortSignal
}

export class Nemesis {
  readonly #options: NemesisOptions
  readonly #missed: string[] = []
  #next = new AbortController()
  #recovering: Promise<void> = Promise.resolve()

  constructor(options: NemesisOptions) {
    this.#options = options
  }

  /** Points that were armed while nobody passed. */
  get missed(): readonly string[] {
    return this.#missed
  }

  async rage(plan: Iterable<Planned>): Promise<void> {
    for (const { fault, overlapping, pauseMs } of plan) {
      if (this.#options.over.aborted) break
      if (!overlapping) await this.#recovering
      await sleep(pauseMs)
      if (this.#options.over.aborted) break
      await this.#strike(fault, (struck) => this.#follow(struck, overlapping))
    }
    await this.#recovering
  }

  /** Measures the recovery beside what follows; the next fault ends the measurement. */
  #follow({ endedAt, ...struck }: Struck, overlapping: boolean): void {
    this.#next.abort()
    this.#next = new AbortController()
    const { folder, watch } = this.#options
    const { signal: next } = this.#next
    this.#recovering = this.#recovering.then(async () => {
      const recoveredMs = await recovery(endedAt, { folder, watch, next })
      folder.suffered({ ...struck, recoveredMs, overlapping })
    })
  }

  /** @param hit hears of everything that it met, when it did. */
  async #strike(fault: PlannedFault, hit: (struck: Struck) => void): Promise<void> {
    const { system } = this.#options
    switch (fault.kind) {
      case 'kill': {
        const at = Date.now()
        for (const target of fault.targets)
          if (system.signal(target, 'SIGKILL'))
            hit({ at, endedAt: at, kind: 'kill', target, name: 'SIGKILL' })
        return
      }
      case 'freeze': {
        const at = Date.now()
        const { target, ms } = fault
        system.signal(target, 'SIGSTOP')
        await sleep(ms)
        system.signal(target, 'SIGCONT')
        hit({ at, endedAt: Date.now(), kind: 'freeze', target, name: `${ms} ms` })
        return
      }
      case 'crash':
        await Promise.all(fault.volley.map((ambush) => this.#ambush(ambush, hit)))
        return
      case 'proxy':
        await this.#disturb(fault, hit)
    }
  }

  async #ambush({ program, points, passage }: Ambush, hit: (struck: Struck) => void): Promise<void> {
    const { system, over } = this.#options
    const found = await system.arming.strike(program, points.map(crashPoint), passage, ambushLasts, over)
    this.#missed.push(...points.filter((name) => name !== found?.point))
    if (found === null) return
    const { at, point } = found
    hit({ at, endedAt: at, kind: 'crash', target: program, name: point })
  }

  async #disturb(
    { target, mode, ms }: Extract<PlannedFault, { kind: 'proxy' }>,
    hit: (struck: Struck) => void,
  ): Promise<void> {
    const proxy = this.#options.system.proxies[target]
    const at = Date.now()
    proxy.become(mode)
    const enough = 'times' in mode ? mode.times : Infinity
    while (Date.now() - at < ms && proxy.hits < enough) await sleep(pause)
    const struck = !('times' in mode) || proxy.hits > 0
    proxy.become({ kind: 'pass' })
    if (struck) hit({ at, endedAt: Date.now(), kind: 'proxy', target, name: mode.kind })
  }
}
