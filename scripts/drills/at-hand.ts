/** A product that a drill has started and may do anything to, with its staff signed in. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { JournalRow } from '../bank-simulator/store-schema.ts'
import { Cast } from '../demo/cast.ts'
import type { Environment } from '../embedded/environment.ts'
import { asUser } from '../embedded/postgres/postgres.ts'
import { type Product, startProduct } from '../embedded/product.ts'

/** What this machine is set to must not lead a drill to other servers; terms are short, so that a drill is. */
const ownEnvironment: Environment = {
  DATABASE_URL: '',
  TEMPORAL_ADDRESS: '',
  BANK_URL: '',
  MESSAGE_GATEWAY_URL: '',
  LOG_LEVEL: 'warn',
  BANK_TIMEOUT_MS: '1000',
  BANK_NOT_FOUND_GRACE_MS: '3000',
  COMPARE_INTERVAL_MS: '5000',
}

export interface AtHandOptions {
  readonly dataFolder: string
  readonly codeFolder?: string
  /** A module that worker, job runner and API load before their own. */
  readonly preload?: string
  /** Variables over the drill's own. */
  readonly environment?: Environment
  /** Loads demonstration data into a database that the drill has brought. */
  readonly demonstration?: boolean
}

export interface Rows {
  readonly claims: readonly { readonly id: string; readonly stage: string; readonly version: number }[]
  readonly intents: readonly {
    readonly id: string
    readonly claimId: string
    readonly ref: string
    readonly status: string
  }[]
}

export class AtHand {
  readonly product: Product
  readonly cast: Cast
  /** What the supervisor has said of programs that died and came back. */
  readonly news: readonly string[]

  private constructor(product: Product, cast: Cast, news: readonly string[]) {
    this.product = product
    this.cast = cast
    this.news = news
  }

  static async start(options: AtHandOptions): Promise<AtHand> {
    const environment = { ...ownEnvironment, ...options.environment }
    const news: string[] = []
    const report = ({ text }: { readonly text: string }): void => void news.push(text)
    const product = await startProduct({ ...options, environment, longestPause: 250, report })
    try {
      return new AtHand(product, await Cast.signIn(product.urls), news)
    } catch (error) {
      await product.force()
      throw error
    }
  }

  /** The same product and its staff, who were signed out. */
  async signInAgain(): Promise<AtHand> {
    return new AtHand(this.product, await Cast.signIn(this.product.urls), this.news)
  }

  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await asUser(this.product.urls.databaseOwner, (client) =>
      client.query<Row>(text, [...values]),
    )
    return rows
  }

  async rows(): Promise<Rows> {
    return {
      claims: await this.query('select id, stage, version from claims order by id'),
      intents: await this.query(
        'select id, claim_id as "claimId", ref, status from payment_intents order by id',
      ),
    }
  }

  /** Everything that really moved. */
  async journal(): Promise<readonly JournalRow[]> {
    const response = await fetch(`${this.product.urls.bank}/control/journal`)
    return ((await response.json()) as { rows: readonly JournalRow[] }).rows
  }

  /** Waits until every workflow has been told what its row says. */
  async allTold(within = 30_000): Promise<void> {
    await until(
      'every claim to be told',
      async () => {
        const untold = await this.query('select from claims where told_version < version')
        return untold.length === 0
      },
      within,
    )
  }
}

export async function until(what: string, fulfilled: () => Promise<boolean>, within = 60_000): Promise<void> {
  const deadline = performance.now() + within
  while (!(await fulfilled())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`)
    await sleep(100)
  }
}

/** Does the work for all, a few at a time, in order of their beginning. */
export async function together<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  const waiting = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await work(item)
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  return answers
}
