/** What the harness sees of the database by itself, past every proxy; it writes nothing. */
import { Pool } from 'pg'

export class Watch {
  readonly #pool: Pool

  constructor(ownerUrl: string) {
    this.#pool = new Pool({
      connectionString: ownerUrl,
      max: 3,
      connectionTimeoutMillis: 1_000,
      statement_timeout: 5_000,
      application_name: 'lipei fault run',
    })
    this.#pool.on('connect', (client) => client.on('error', () => undefined))
    this.#pool.on('error', () => undefined)
  }

  /** Claims that changed before this instant and whose workflow has not been told since. */
  async untold(before: number): Promise<number> {
    return this.#count(
      'select count(*) from claims where told_version < version and updated_at < to_timestamp($1 / 1000.0)',
      [before],
    )
  }

  /** Commands that workflows have issued since then: the sign that a worker gets on. */
  async workflowCommands(since: number): Promise<number> {
    return this.#count(
      `select count(*) from idempotency_keys
       where actor = 'system' and (key like 'workflow:%' or key like 'payment:%') and at > to_timestamp($1 / 1000.0)`,
      [since],
    )
  }

  /** Payments that are neither final nor a matter for people. */
  async openPayments(): Promise<number> {
    return this.#count(
      `select count(*) from payment_intents where status in ('ready', 'submitting', 'unknown', 'accepted')`,
    )
  }

  /** Claims with a payment that people have to look at. */
  async claimsInDoubt(): Promise<readonly string[]> {
    const { rows } = await this.#pool.query<{ claim_id: string }>(
      `select distinct claim_id from payment_intents where status = 'suspense'`,
    )
    return rows.map((row) => row.claim_id)
  }

  /** Jobs that are waiting or under way, the daily ones of other days aside. */
  async openJobs(): Promise<number> {
    return this.#count(
      `select count(*) from pgboss.job
       where state in ('created', 'retry', 'active') and name in ('notices', 'documents', 'statements')
         and start_after < now() + interval '5 seconds'`,
    )
  }

  async payments(): Promise<Readonly<Record<string, number>>> {
    const { rows } = await this.#pool.query<{ status: string; count: string }>(
      'select status, count(*) from payment_intents group by status order by status',
    )
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
  }

  /** Submissions and questions to the bank after which nobody knew what had become of the money. */
  async unknownOutcomes(): Promise<number> {
    return this.#count(
      `select count(*) from claim_events where type = 'intentAnswered' and data->>'status' = 'unknown'`,
    )
  }

  /** How often happened what a run is about besides the plain course of a claim. */
  async happened(): Promise<Readonly<Record<string, number>>> {
    const { rows } = await this.#pool.query<Record<string, string>>(
      `select count(*) filter (where type = 'clockBreached') as "clocks breached",
         count(*) filter (where type = 'settlementApproved') as "settlements approved",
         count(*) filter (where type = 'settlementReturned') as "settlements returned",
         count(*) filter (where type = 'claimReopened') as "claims reopened",
         count(*) filter (where type = 'claimClosed' and data->>'outcome' = 'withdrawn') as "claims withdrawn",
         count(*) filter (where type = 'intentAnswered' and data->>'status' = 'returned') as "payments returned"
       from claim_events`,
    )
    return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]))
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #count(query: string, values: readonly unknown[] = []): Promise<number> {
    const { rows } = await this.#pool.query<{ count: string }>(query, [...values])
    return Number(rows[0]?.count ?? 0)
  }
}
