/**
 * Starts programs, starts those again that die, and stops all of them in order.
 * A program that dies comes back after a pause that doubles while it keeps
 * dying, so that a broken one neither stays away nor spins.
 */
import type { Environment } from '../environment.ts'
import type { Child } from './child.ts'

export interface ChildHandle {
  /** Undefined while the program is not running. */
  readonly pid: number | undefined
  /** A signal to the program alone, SIGKILL unless another is named. It comes back as after any death. */
  kill(signal?: NodeJS.Signals): void
  /** Stops it in good order; it stays away until `restart`. */
  stop(): Promise<void>
  /** Stops it in good order and starts it, if need be with other variables from then on. */
  restart(change?: Environment): Promise<void>
}

interface Supervised {
  readonly child: Child
  deaths: number
  startedAt: number
  timer: NodeJS.Timeout | undefined
}

const shortestPause = 250
const longestPause = 5_000
/** A program that held this long is taken to be healthy; its next death is a first one again. */
const healthyAfter = 30_000

export class Supervisor {
  readonly #supervised = new Map<string, Supervised>()
  readonly #stopOrder: readonly string[]
  readonly #notify: (text: string) => void
  readonly #longestPause: number
  #stopping = false

  /**
   * @param stopOrder names the programs, first to last. One that is not named stops before those that are.
   * @param notify is told in a sentence when a program died and when it is back.
   * @param longest pause, in milliseconds, of a program that keeps dying.
   */
  constructor(stopOrder: readonly string[], notify: (text: string) => void, longest = longestPause) {
    this.#longestPause = longest
    this.#stopOrder = stopOrder
    this.#notify = notify
  }

  /** Takes charge of a program that is about to be started, so that a stop meanwhile reaches it. */
  add(child: Child): void {
    if (this.#stopping) throw new Error('The product is being stopped.')
    const supervised: Supervised = { child, deaths: 0, startedAt: performance.now(), timer: undefined }
    this.#supervised.set(child.name, supervised)
    child.onDeath = (why) => this.#died(supervised, why)
  }

  async start(child: Child): Promise<string> {
    this.add(child)
    return child.start()
  }

  /** Runs a program that is expected to end by itself. */
  async finish(child: Child, within: number): Promise<void> {
    this.add(child)
    await child.finish(within)
    this.#supervised.delete(child.name)
  }

  handle(name: string): ChildHandle {
    const supervised = this.#supervised.get(name)
    if (supervised === undefined) throw new Error(`No program of this product is called ${name}.`)
    const { child } = supervised
    return {
      get pid() {
        return child.pid
      },
      kill: (signal) => child.kill(signal),
      stop: async () => {
        clearTimeout(supervised.timer)
        await child.stop()
      },
      restart: async (change) => {
        clearTimeout(supervised.timer)
        await child.restart(change)
        supervised.startedAt = performance.now()
      },
    }
  }

  async stop(): Promise<void> {
    for (const child of this.#beginStop()) await child.stop()
  }

  /** Ends everything at once, without asking. */
  async force(): Promise<void> {
    await Promise.all(this.#beginStop().map((child) => child.force()))
  }

  #beginStop(): readonly Child[] {
    this.#stopping = true
    const all = [...this.#supervised.values()]
    for (const { timer } of all) clearTimeout(timer)
    const place = (child: Child): number => this.#stopOrder.indexOf(child.name)
    return all.map(({ child }) => child).toSorted((one, other) => place(one) - place(other))
  }

  #died(supervised: Supervised, why: string): void {
    if (this.#stopping) return
    if (performance.now() - supervised.startedAt > healthyAfter) supervised.deaths = 0
    const pause = Math.min(shortestPause * 2 ** supervised.deaths, this.#longestPause)
    supervised.deaths += 1
    this.#notify(`${supervised.child.name} is started again in ${pause} ms: ${why}`)
    supervised.timer = setTimeout(() => void this.#startAgain(supervised), pause)
  }

  async #startAgain(supervised: Supervised): Promise<void> {
    const { child } = supervised
    try {
      await child.start()
      supervised.startedAt = performance.now()
      this.#notify(`${child.name} is back.`)
    } catch (error) {
      this.#died(supervised, error instanceof Error ? error.message : String(error))
    }
  }
}
