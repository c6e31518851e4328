/** Carries out what was planned, one fault after the other, and measures how long the product needs each time. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type CrashPoint, crashPoint } from '../crash/points.ts'
import { recovery } from '../recovery.ts'
import type { Fault, RunFolder } from '../run-folder.ts'
import type { System } from '../system.ts'
import type { Watch } from '../watch.ts'
import type { Planned, PlannedFault } from './plan.ts'

/** Nobody came by: another point is tried. */
const armedFor = 2_000
/** For what is only found some time after another death. */
const armedAfter = 6_000
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

  /** Points that were armed and that nobody passed in time. */
  get missed(): readonly string[] {
    return this.#missed
  }

  async rage(plan: Iterable<Planned>): Promise<void> {
    for (const { fault, overlapping, pauseMs } of plan) {
      if (this.#options.over.aborted) break
      if (!overlapping) await this.#recovering
      await sleep(pauseMs)
      if (this.#options.over.aborted) break
      for (const struck of await this.#strike(fault)) await this.#follow(struck, overlapping)
    }
    await this.#recovering
  }

  /** Measures the recovery beside what follows; the next fault ends the measurement. */
  async #follow({ endedAt, ...struck }: Struck, overlapping: boolean): Promise<void> {
    this.#next.abort()
    await this.#recovering
    this.#next = new AbortController()
    const { folder, watch } = this.#options
    this.#recovering = recovery(endedAt, { folder, watch, next: this.#next.signal }).then((recoveredMs) =>
      folder.suffered({ ...struck, recoveredMs, overlapping }),
    )
  }

  /** What came of it, in order; nothing when it met nobody. */
  async #strike(fault: PlannedFault): Promise<readonly Struck[]> {
    const { system } = this.#options
    switch (fault.kind) {
      case 'kill': {
        const at = Date.now()
        const heard = system.signal(fault.target, 'SIGKILL')
        return !heard ? [] : [{ at, endedAt: at, kind: 'kill', target: fault.target, name: 'SIGKILL' }]
      }
      case 'freeze': {
        const at = Date.now()
        system.signal(fault.target, 'SIGSTOP')
        await sleep(fault.ms)
        system.signal(fault.target, 'SIGCONT')
        return [{ at, endedAt: Date.now(), kind: 'freeze', target: fault.target, name: `${fault.ms} ms` }]
      }
      case 'crash':
        return this.#crash(crashPoint(fault.point), fault.passage)
      case 'proxy':
        return this.#disturb(fault)
    }
  }

  async #crash(point: CrashPoint, passage: number): Promise<readonly Struck[]> {
    const { system, over } = this.#options
    const strike = async (one: CrashPoint, times: number, within: number): Promise<readonly Struck[]> => {
      const at = await system.arming.strike(one, times, within, over)
      if (at === null) this.#missed.push(one.name)
      return at === null ? [] : [{ at, endedAt: at, kind: 'crash', target: one.program, name: one.name }]
    }
    if (point.after === undefined) return strike(point, passage, armedFor)
    const first = strike(crashPoint(point.after), 1, armedFor)
    const all = await Promise.all([first, strike(point, 1, armedAfter)])
    return all.flat().toSorted((a, b) => a.at - b.at)
  }

  async #disturb({ target, mode, ms }: Extract<PlannedFault, { kind: 'proxy' }>): Promise<readonly Struck[]> {
    const proxy = this.#options.system.proxies[target]
    const at = Date.now()
    proxy.become(mode)
    const enough = 'times' in mode ? mode.times : Infinity
    while (Date.now() - at < ms && proxy.hits < enough) await sleep(pause)
    const struck = !('times' in mode) || proxy.hits > 0
    proxy.become({ kind: 'pass' })
    return struck ? [{ at, endedAt: Date.now(), kind: 'proxy', target, name: mode.kind }] : []
  }
}
