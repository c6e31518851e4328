/** Claims without a product: the workflows are told what a recorded claim was told, as soon as they have done their part. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../../config.ts'
import type { Environment } from '../../scripts/embedded/environment.ts'
import { createTemporal, type Temporal } from '../../temporal.ts'
import { emptyClaimId, type Script, since } from './script.ts'
import type { Progress } from './worker.ts'

interface Followed {
  answered: number
  paid: boolean
  resume: () => void
}

export class EmptyClaims {
  readonly #script: Script
  readonly #worker: ChildProcess
  readonly #temporal: Temporal
  readonly #folder: string
  readonly #followed = new Map<string, Followed>()
  #made = 0

  private constructor(script: Script, worker: ChildProcess, temporal: Temporal, folder: string) {
    this.#script = script
    this.#worker = worker
    this.#temporal = temporal
    this.#folder = folder
    worker.on('message', (progress: Progress) => this.#hear(progress))
  }

  static async start(services: Environment, script: Script): Promise<EmptyClaims> {
    const folder = mkdtempSync(join(tmpdir(), 'lipei-empty-'))
    const file = join(folder, 'script.json')
    writeFileSync(file, JSON.stringify(script))
    const environment = { ...services, TASK_QUEUE: 'bench-empty', BENCH_SCRIPT: file, METRICS_PORT: '0' }
    const program = fileURLToPath(new URL('worker.ts', import.meta.url))
    const worker = fork(program, { env: environment, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    const ready = new Promise<void>((resolve, reject) => {
      worker.stdout?.once('data', () => resolve())
      worker.once('exit', (code) => reject(new Error(`The empty worker ended with ${code}.`)))
    })
    await ready
    return new EmptyClaims(script, worker, createTemporal(readConfig(environment)), folder)
  }

  #hear({ claimId, answered, paid }: Progress): void {
    const claim = this.#followed.get(claimId)
    if (claim === undefined) return
    claim.answered = answered ?? claim.answered
    claim.paid ||= paid === true
    claim.resume()
  }

  /**
   * One claim, told step by step. Resolves to two moments: when its people were done, and when it was archived.
   *
   * @param pace is waited for after each step of people.
   */
  start(pace?: (claimId: string, version: number) => Promise<void>): {
    readonly people: Promise<void>
    readonly archived: Promise<void>
  } {
    const claimId = emptyClaimId(Date.now(), this.#made)
    this.#made += 1
    const claim: Followed = { answered: 0, paid: false, resume: () => undefined }
    this.#followed.set(claimId, claim)
    const until = async (fulfilled: () => boolean) => {
      while (!fulfilled())
        await new Promise<void>((resume) => {
          claim.resume = resume
        })
    }
    const last = this.#script.told.findLastIndex(({ by }) => by === 'people')
    let free = (): void => undefined
    const people = new Promise<void>((resolve) => {
      free = resolve
    })
    const live = async (): Promise<void> => {
      let awaited = 0
      for (const [index, { by, news }] of this.#script.told.entries()) {
        if (by === 'workflow') {
          awaited += 1
          const wanted = awaited
          await until(() => claim.answered >= wanted)
        } else {
          if (by === 'bank') await until(() => claim.paid)
          await this.#temporal.tell({ ...since(claimId, this.#script, news), claimId })
          if (by === 'people' && news.stage !== 'archived') await pace?.(claimId, news.version)
        }
        if (index === last) free()
      }
    }
    const archived = live().finally(() => {
      free()
      this.#followed.delete(claimId)
    })
    archived.catch(() => undefined)
    return { people, archived }
  }

  async stop(): Promise<void> {
    this.#worker.removeAllListeners('exit')
    const ended = once(this.#worker, 'exit')
    this.#worker.kill('SIGTERM')
    await ended
    await this.#temporal.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
