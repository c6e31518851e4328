/** The product of a run: on free ports, in a folder of its own, with short terms at the bank. */
import { join } from 'node:path'
import type { Environment } from '../embedded/environment.ts'
import { type Product, type ProgramName, startProduct } from '../embedded/product.ts'

/** What the machine is set to must not lead the run to other servers. */
const nothingBrought = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', BANK_URL: '', MESSAGE_GATEWAY_URL: '' }

/** A bank that answers within a second or not at all, and whose "not found" is final after two. */
const terms: Environment = {
  LOG_LEVEL: 'warn',
  BANK_TIMEOUT_MS: '1000',
  BANK_NOT_FOUND_GRACE_MS: '2000',
  BANK_REQUESTS_PER_SECOND: '60',
  COMPARE_INTERVAL_MS: '5000',
}
const longestPause = 250

export interface SystemOptions {
  readonly dataFolder: string
  readonly codeFolder: string | undefined
}

export class System {
  readonly product: Product
  readonly #news: string[]

  private constructor(product: Product, news: string[]) {
    this.product = product
    this.#news = news
  }

  static async start({ dataFolder, codeFolder }: SystemOptions): Promise<System> {
    const news: string[] = []
    const product = await startProduct({
      dataFolder,
      ...(codeFolder === undefined ? {} : { codeFolder }),
      environment: { ...nothingBrought, ...terms },
      longestPause,
      report: ({ text }) => news.push(text),
    })
    return new System(product, news)
  }

  /** What the supervisor has said. */
  get news(): readonly string[] {
    return this.#news
  }

  get logsFolder(): string {
    return join(this.product.dataFolder, 'logs')
  }

  get bankJournal(): string {
    return join(this.product.dataFolder, 'bank', 'journal.db')
  }

  kill(target: ProgramName): void {
    this.product.child(target).kill()
  }
}
