/**
 * One supervised program. It leads a process group of its own, so that Ctrl-C
 * in a terminal reaches the supervisor only, which then stops the programs in
 * order. Its output goes straight into its log file instead of through a pipe:
 * when the supervisor is killed the program goes on undisturbed, and readiness
 * is read out of the same file that a person would read.
 */
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '../environment.ts'
import { readFrom, tail } from './log-tail.ts'
import { gone, identityOf, isAlive, type ProcessRecords, signalGroup } from './process-records.ts'

export interface ChildSpecification {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly folder: string
  readonly environment: Environment
  readonly logFile: string
  /** The program is ready when a line of its output matches. */
  readonly ready: RegExp
  /** Milliseconds. */
  readonly readyWithin: number
  readonly stopSignal?: NodeJS.Signals
  readonly forceSignal?: NodeJS.Signals
  /** Milliseconds between the two signals. */
  readonly stopWithin?: number
  /** Runs the program as this user of the system; only root may. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined
}

interface Running {
  readonly pid: number
  readonly identity: string
  /** Byte of the log at which this run begins. */
  readonly logStart: number
  readonly ended: Promise<string>
}

const largestLog = 10 * 1024 * 1024

function openLog(file: string): { descriptor: number; start: number } {
  mkdirSync(dirname(file), { recursive: true })
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(file, `${file}.old`)
  return { descriptor: openSync(file, 'a', 0o600), start: size > largestLog ? 0 : size }
}

export class Child {
  specification: ChildSpecification
  readonly #records: ProcessRecords
  #running: Running | undefined
  #watched = false
  /** Called when a program that was ready ends without having been asked to. */
  onDeath: ((why: string) => void) | undefined

  constructor(specification: ChildSpecification, records: ProcessRecords) {
    this.specification = specification
    this.#records = records
  }

  get name(): string {
    return this.specification.name
  }

  /** Of the present run; undefined while the program is not running. */
  get pid(): number | undefined {
    return this.#running?.pid
  }

  /** Starts the program and answers its ready line. Throws with the end of its log when it dies or is late. */
  async start(): Promise<string> {
    const running = await this.#spawn()
    try {
      const line = await this.#ready(running)
      this.#watched = true
      return line
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  /** Runs a program that ends by itself. Throws with the end of its log when it fails or takes longer, in milliseconds. */
  async finish(within: number): Promise<void> {
    const running = await this.#spawn()
    const late = setTimeout(() => void this.force(), within)
    const why = await running.ended
    clearTimeout(late)
    if (why !== 'ended with 0') throw new Error(`${this.name} ${why}; ${this.#logEnd(running)}`)
  }

  /** Sends a signal to the program alone, as a fault would; what follows is the supervisor's business. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    if (this.#running !== undefined) process.kill(this.#running.pid, signal)
  }

  /** Stops the program in good order, by force after its limit, together with everything it started. */
  async stop(): Promise<void> {
    this.#watched = false
    const running = this.#running
    if (running === undefined) return
    signalGroup(running.pid, this.specification.stopSignal ?? 'SIGTERM')
    if (!(await gone(running, this.specification.stopWithin ?? 10_000))) {
      signalGroup(running.pid, this.specification.forceSignal ?? 'SIGKILL')
    }
    await running.ended
  }

  /** Ends the program without asking. */
  async force(): Promise<void> {
    this.#watched = false
    const running = this.#running
    if (running === undefined) return
    signalGroup(running.pid, this.specification.forceSignal ?? 'SIGKILL')
    await running.ended
  }

  /** @param change of its environment, which holds for later starts too. */
  async restart(change: Environment = {}): Promise<string> {
    await this.stop()
    this.specification = {
      ...this.specification,
      environment: { ...this.specification.environment, ...change },
    }
    return this.start()
  }

  async #spawn(): Promise<Running> {
    if (this.#running !== undefined) throw new Error(`${this.name} is running already.`)
    const { name, command, args, folder, environment, logFile, user } = this.specification
    const log = openLog(logFile)
    const child = spawn(command, args, {
      cwd: folder,
      env: environment,
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
      ...user,
    })
    closeSync(log.descriptor)
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(`could not be started: ${error.message}`))
      child.once('exit', (code, signal) =>
        resolve(signal === null ? `ended with ${code}` : `ended by ${signal}`),
      )
    })
    if (child.pid === undefined) throw new Error(`${name} ${await ended}`)
    const { pid } = child
    // A program that is over before it could be looked at has no identity left; nothing will match it later.
    const running: Running = { pid, identity: identityOf(pid) ?? 'over', logStart: log.start, ended }
    this.#running = running
    const { stopSignal = 'SIGTERM', forceSignal = 'SIGKILL' } = this.specification
    this.#records.add({ name, pid, identity: running.identity, stopSignal, forceSignal })
    void ended.then((why) => {
      this.#running = undefined
      signalGroup(pid, 'SIGKILL')
      this.#records.remove(pid)
      const watched = this.#watched
      this.#watched = false
      if (watched) this.onDeath?.(why)
    })
    return running
  }

  async #ready(running: Running): Promise<string> {
    const { name, logFile, ready, readyWithin } = this.specification
    const deadline = performance.now() + readyWithin
    for (;;) {
      const alive = isAlive(running)
      const line = readFrom(logFile, running.logStart)
        .split('\n')
        .find((candidate) => ready.test(candidate))
      if (line !== undefined) return line
      if (!alive)
        throw new Error(`${name} ${await running.ended} before it was ready; ${this.#logEnd(running)}`)
      if (performance.now() > deadline)
        throw new Error(`${name} was not ready in ${readyWithin} ms; ${this.#logEnd(running)}`)
      await sleep(15)
    }
  }

  #logEnd({ logStart }: Running): string {
    const { logFile } = this.specification
    return `the end of ${logFile}:\n${tail(logFile, logStart)}`
  }
}
