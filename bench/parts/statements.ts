/** What drizzle adds to a statement that it has prepared, in processor time of whoever asks. */
import { eq, sql } from 'drizzle-orm'
import { claims } from '../../db/schema/index.ts'
import { reportOf } from '../claims/people.ts'
import type { Finding } from '../finding.ts'
import type { BenchProduct } from '../product.ts'
import { spread } from '../statistics.ts'

/** Of one way in one round, one after the other. */
const statements = 5000

export async function statementCosts(bench: BenchProduct, rounds: number): Promise<Finding> {
  const { database, cast } = bench
  const [insured] = await bench.policies(1)
  if (insured === undefined) throw new Error('There is no policy.')
  const { claimId } = await cast.any('handler').http.post<{ claimId: string }>('/claims', reportOf(insured))
  const select = database
    .select({
      id: claims.id,
      caseNumber: claims.caseNumber,
      stage: claims.stage,
      version: claims.version,
      updatedAt: claims.updatedAt,
    })
    .from(claims)
    .where(eq(claims.id, sql.placeholder('claimId')))
  const { sql: text } = select.toSQL()
  const prepared = select.prepare('bench_by_drizzle')
  const client = database.$client
  const ways = {
    drizzle: () => prepared.execute({ claimId }),
    driver: async () =>
      (await client.query<Record<string, unknown>>({ text, name: 'bench_by_driver', values: [claimId] }))
        .rows,
    built: () =>
      database.select({ id: claims.id, stage: claims.stage }).from(claims).where(eq(claims.id, claimId)),
  }
  const costs = { drizzle: [] as number[], driver: [] as number[], built: [] as number[] }
  for (let round = -1; round < rounds; round += 1)
    for (const way of ['drizzle', 'driver', 'built'] as const) {
      const cost = await costOf(ways[way], claimId)
      // The first goes round to get warm.
      if (round >= 0) costs[way].push(cost)
    }
  const ratio = spread(costs.drizzle.map((cost, round) => cost / (costs.driver[round] ?? NaN)))
  return {
    figures: [
      { name: 'prepared drizzle, processor time', unit: 'µs', value: spread(costs.drizzle) },
      { name: 'the driver’s named statement', unit: 'µs', value: spread(costs.driver) },
      { name: 'drizzle built for each call', unit: 'µs', value: spread(costs.built) },
      {
        name: 'prepared drizzle against the driver',
        unit: '×',
        value: ratio,
        aim: { text: '≤ 1.3', met: ratio.median <= 1.3 },
      },
    ],
    checked: `each of ${3 * statements * (rounds + 1)} answers is the one row of the claim`,
  }
}

/** Microseconds of this process for one statement. */
async function costOf(ask: () => Promise<readonly object[]>, claimId: string): Promise<number> {
  const before = process.cpuUsage()
  for (let asked = 0; asked < statements; asked += 1) {
    const rows = await ask()
    if (rows.length !== 1 || (rows[0] as { id?: string }).id !== claimId)
      throw new Error(`Not the row of ${claimId}: ${JSON.stringify(rows)}.`)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / statements
}
