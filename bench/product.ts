/** The product that is measured: its real processes on free ports, with people signed in and policies to report on. */
import { eq, max } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { type Config, readConfig } from '../config.ts'
import { createDatabase, type Database } from '../db/client.ts'
import { publishRuleTable } from '../db/rules/publish.ts'
import { claims, ruleVersions } from '../db/schema/index.ts'
import { defaultsAuthor, defaultsReviewer } from '../db/seed/load.ts'
import type { ClaimState } from '../domain/claim/state.ts'
import type { RuleRow, RuleTable } from '../domain/rules/table.ts'
import { Cast } from '../scripts/demo/cast.ts'
import { type Contract, type Insured, takeOutMany } from '../scripts/demo/policies.ts'
import { accident, coverage } from '../scripts/demo/scenarios/contracts.ts'
import { type Product, startProduct } from '../scripts/embedded/product.ts'

/** Nothing that the machine is set to for other purposes, and no limit that the load itself would meet. */
const environment = {
  DATABASE_URL: '',
  TEMPORAL_ADDRESS: '',
  BANK_URL: '',
  MESSAGE_GATEWAY_URL: '',
  LOG_LEVEL: 'warn',
  API_REQUESTS_PER_MINUTE_OF_ADDRESS: '100000000',
  API_REQUESTS_PER_MINUTE_OF_ACCOUNT: '100000000',
  BANK_REQUESTS_PER_SECOND: '10000',
  BANK_EXECUTE_AFTER_MS: '100',
}

export const contract: Contract = accident(coverage('accidentMedical', '20000', { rate: '1' }))
const branchCode = '3101'
const batch = 200

export class BenchProduct {
  readonly product: Product
  readonly cast: Cast
  readonly config: Config
  /** Of the bench itself, beside the pools of the product. */
  readonly database: Database
  readonly #policies: Insured[] = []

  private constructor(product: Product, cast: Cast) {
    this.product = product
    this.cast = cast
    this.config = readConfig(product.environment)
    this.database = createDatabase(product.urls.database)
  }

  /** A claim as it stands by its row. */
  readonly look = async (claimId: string): Promise<ClaimState> => {
    const [row] = await this.database
      .select({ state: claims.state })
      .from(claims)
      .where(eq(claims.id, claimId))
    if (row === undefined) throw new Error(`There is no claim ${claimId}.`)
    return row.state
  }

  static async start(): Promise<BenchProduct> {
    const product = await startProduct({ environment })
    try {
      const bench = new BenchProduct(product, await Cast.signIn(product.urls))
      await bench.#shortenAfterCare()
      return bench
    } catch (error) {
      await product.force()
      throw error
    }
  }

  async stop(): Promise<void> {
    await this.database.$client.end()
    await this.product.force()
  }

  /** Policies that nobody has reported on yet, each with its own insured. */
  async policies(count: number): Promise<readonly Insured[]> {
    while (this.#policies.length < count) {
      const wanted = Math.min(batch, count - this.#policies.length)
      this.#policies.push(...(await takeOutMany(this.cast, contract, branchCode, wanted)))
    }
    return this.#policies.splice(0, count)
  }

  /** A claim that is closed goes to its archive a second later, so that its workflow comes to its end. */
  async #shortenAfterCare(): Promise<void> {
    const file = new URL('../db/seed/rules/sla-targets.json', import.meta.url)
    const table = JSON.parse(readFileSync(file, 'utf8')) as RuleTable
    const short: RuleRow = {
      id: 'afterCareShort',
      priority: 1,
      when: { clock: '"afterCare"' },
      gives: {
        target: { value: 1000, unit: 'milliseconds' },
        statutory: false,
        warnShareBasisPoints: 0,
        source: 'bench',
      },
    }
    const rows = [short, ...table.rows.filter(({ when }) => when['clock'] !== '"afterCare"')]
    const known = new Set(rows.map(({ id }) => id))
    const testCases = [
      ...table.testCases.filter(({ expectRows }) => expectRows?.every((id) => known.has(id)) === true),
      { name: 'afterCare', inputs: { clock: 'afterCare' }, expectRows: [short.id] },
    ]
    const [newest] = await this.database
      .select({ version: max(ruleVersions.version) })
      .from(ruleVersions)
      .where(eq(ruleVersions.tableId, table.id))
    const next = { ...table, version: (newest?.version ?? 0) + 1, rows, testCases }
    const people = { author: defaultsAuthor.id, reviewer: defaultsReviewer.id }
    await this.database.transaction((tx) => publishRuleTable(tx, next, people))
  }
}
