/** Recorded statements again, for as many claims as the product has just played. */
import { sql } from 'drizzle-orm'
import type { BenchProduct } from '../product.ts'
import type { RecordedClaim } from './record.ts'
import { Replayer, type Surroundings } from './replay.ts'

/** What is not the claim's own: every id that the database knew without it, and fresh policies to put in its place. */
export async function surroundingsOf(
  bench: BenchProduct,
  claimId: string,
  policies: number,
): Promise<Surroundings> {
  const { rows } = await bench.database.execute<{ id: string }>(sql`
    select id::text from persons union select id::text from accounts union select id::text from branches
    union select id::text from rule_versions union select id::text from policies`)
  const { rows: own } = await bench.database.execute<{ policy: string; number: string; ref: string }>(sql`
    select c.policy_id as policy, c.case_number as number, i.ref
    from claims c join payment_intents i on i.claim_id = c.id where c.id = ${claimId}`)
  const [claim] = own
  if (claim === undefined) throw new Error('The recorded claim is gone.')
  const insured = await bench.policies(policies)
  const { rows: fresh } = await bench.database.execute<{ id: string }>(
    sql`select id from policies where policy_number in ${insured.map(({ policyNumber }) => policyNumber)}`,
  )
  return {
    known: new Set(rows.map(({ id }) => id)),
    policyId: claim.policy,
    policies: fresh.map(({ id }) => id),
    unique: [claim.number, claim.ref],
  }
}

interface Rerun {
  readonly claims: number
  readonly atOnce: number
}

/**
 * Milliseconds of each decision. Throws when the statements made another number of claims. A claim made by
 * statements looks to the product like one that was never told: the sweep would tell it and its workflow work on
 * it. So the job runner is away meanwhile, and finds nothing to do when it comes back.
 */
export async function rerun(
  bench: BenchProduct,
  recorded: RecordedClaim,
  surroundings: Surroundings,
  wanted: Rerun,
): Promise<readonly number[]> {
  const jobs = bench.product.child('jobs')
  await jobs.stop()
  const times = await replayed(bench, recorded, surroundings, wanted)
  await clearAway(bench)
  await jobs.restart()
  return times
}

async function replayed(
  { config, database }: BenchProduct,
  recorded: RecordedClaim,
  surroundings: Surroundings,
  { claims, atOnce }: Rerun,
): Promise<readonly number[]> {
  const count = async () => {
    const { rows } = await database.execute<{ count: number }>(sql`select count(*)::int as count from claims`)
    return rows[0]?.count ?? 0
  }
  const before = await count()
  const times: number[] = []
  let number = 0
  const stream = async (): Promise<void> => {
    const replayer = await Replayer.connect(config.databaseUrl, recorded, surroundings)
    try {
      while (number < claims) times.push(...(await replayer.replay((number += 1))))
    } finally {
      await replayer.close()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, stream))
  const made = (await count()) - before
  if (made !== claims) throw new Error(`The statements of ${claims} claims made ${made}.`)
  return times
}

async function clearAway({ database }: BenchProduct): Promise<void> {
  await database.execute(
    sql`update claims set told_version = version, stage = 'archived' where told_version < version`,
  )
  await database.execute(sql`delete from pgboss.job where state = 'created'`)
}
