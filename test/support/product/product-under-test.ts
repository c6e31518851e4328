/** The whole product as real processes, with its staff signed in, for tests that take parts of it away. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Cast } from '../../../scripts/demo/cast.ts'
import type { Environment } from '../../../scripts/embedded/environment.ts'
import { asUser } from '../../../scripts/embedded/postgres/postgres.ts'
import { type Product, type ProgramName, startProduct } from '../../../scripts/embedded/product.ts'
import type { Stage } from '../../../domain/claim/stages.ts'

export interface ClaimRow {
  readonly id: string
  readonly stage: Stage
  readonly version: number
  readonly toldVersion: number
}

/** What the machine that runs the tests is set to must not lead them to other servers. */
const nothingBrought = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', BANK_URL: '', MESSAGE_GATEWAY_URL: '' }

export class ProductUnderTest {
  readonly product: Product
  readonly cast: Cast
  /** What the supervisor has said, for a failed test to show. */
  readonly news: readonly string[]

  private constructor(product: Product, cast: Cast, news: readonly string[]) {
    this.product = product
    this.cast = cast
    this.news = news
  }

  static async start(environment: Environment = {}): Promise<ProductUnderTest> {
    const began = performance.now()
    const news: string[] = []
    const product = await startProduct({
      environment: { ...nothingBrought, LOG_LEVEL: 'warn', ...environment },
      report: ({ text }) => news.push(text),
    })
    try {
      const cast = await Cast.signIn(product.urls)
      measured('the product started and its staff signed in', performance.now() - began)
      return new ProductUnderTest(product, cast, news)
    } catch (error) {
      await product.force()
      throw error
    }
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await asUser(this.product.urls.databaseOwner, (client) =>
      client.query<Row>(text, [...values]),
    )
    return rows
  }

  async claimRows(): Promise<readonly ClaimRow[]> {
    return this.query<ClaimRow>(
      'select id, stage, version, told_version as "toldVersion" from claims order by id',
    )
  }

  async untold(): Promise<number> {
    const rows = await this.claimRows()
    return rows.filter((row) => row.toldVersion < row.version).length
  }

  /** Kills it, and waits until its supervisor has it back and ready. Answers when it was killed. */
  async kill(name: ProgramName): Promise<number> {
    const times = () => this.news.filter((text) => text === `${name} is back.`).length
    const before = times()
    const began = performance.now()
    this.product.child(name).kill()
    await until(`${name} to be back`, () => times() > before, 30_000)
    return began
  }

  /** Waits for another API than the one with this process id to answer. */
  async answersAgain(pid: number | undefined): Promise<void> {
    const api = this.product.child('api')
    await until('another API', () => api.pid !== undefined && api.pid !== pid, 20_000)
    await until('the API to answer', () => this.#answers(), 20_000)
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`${this.product.urls.api}/health/live`, {
      signal: AbortSignal.timeout(2000),
    })
    return response.ok
  }

  async stop(): Promise<void> {
    await this.product.force()
  }
}

/** Milliseconds until the condition held; an attempt that throws counts as not yet. */
export async function until(
  what: string,
  fulfilled: () => boolean | Promise<boolean>,
  within: number,
  pause = 50,
): Promise<number> {
  const began = performance.now()
  let last: unknown
  for (;;) {
    try {
      if (await fulfilled()) return performance.now() - began
    } catch (error) {
      last = error
    }
    if (performance.now() - began > within)
      throw new Error(`Waited ${within} ms in vain for ${what}.`, { cause: last })
    await sleep(pause)
  }
}

/** Says in the test's output what a promise of the product took. */
export function measured(what: string, milliseconds: number): void {
  process.stdout.write(`    ${(milliseconds / 1000).toFixed(2).padStart(7)} s  ${what}\n`)
}
