/** How soon a worker works, and what its death costs those who wait for it. */
import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { playClaims } from '../claims/load.ts'
import type { Finding } from '../finding.ts'
import type { BenchProduct } from '../product.ts'
import { spread } from '../statistics.ts'

export async function workerStart(bench: BenchProduct, rounds: number): Promise<Finding> {
  const worker = bench.product.child('worker')
  const starts: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await worker.stop()
    const began = performance.now()
    await worker.restart()
    starts.push(performance.now() - began)
    await playClaims(bench, await bench.policies(1), { atOnce: 1 })
  }
  const value = spread(starts)
  const aim = { text: '≤ 1000', met: value.median <= 1000 }
  return {
    figures: [
      { name: 'from the worker’s start to its readiness, workflows bundled before', unit: 'ms', value, aim },
    ],
    checked: `after each start a claim came to its archive, paid once`,
  }
}

const claims = 32
const atOnce = 16
/** Milliseconds into the load of a round. */
const killedAfter = 1500

export async function workerKilled(bench: BenchProduct, rounds: number): Promise<Finding> {
  const [waits, archives]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const insured = await bench.policies(claims)
    const [load] = await Promise.all([playClaims(bench, insured, { atOnce }), kill(bench)])
    waits.push(load.longestWait / 1000)
    archives.push(await longestEnd(bench, load.claimIds))
  }
  const waited = spread(waits)
  const aim = { text: '≤ 15', met: waited.highest <= 15 }
  const archived = spread(archives)
  return {
    figures: [
      { name: 'the longest that somebody waited for the workflow', unit: 's', value: waited, aim },
      {
        name: 'the longest from release to archive, after-care of one second included',
        unit: 's',
        value: archived,
        aim: { text: '≤ 15', met: archived.highest <= 15 },
      },
    ],
    checked: `${rounds} kills; ${rounds * claims} claims archived, none lost, each paid once by row, books and bank`,
  }
}

async function kill({ product }: BenchProduct): Promise<void> {
  await sleep(killedAfter)
  const worker = product.child('worker')
  const { pid } = worker
  worker.kill('SIGKILL')
  await sleep(5000)
  if (pid === undefined || worker.pid === pid) throw new Error('The worker was not killed.')
}

/** Seconds. */
async function longestEnd({ database }: BenchProduct, ids: readonly string[]): Promise<number> {
  const { rows } = await database.execute<{ longest: string | null }>(sql`
    select max(extract(epoch from a.at - r.at)) as longest
    from claim_events a join claim_events r on r.claim_id = a.claim_id
    where a.claim_id in ${[...ids]} and a.type = 'claimArchived' and r.type = 'intentOpened'`)
  const longest = rows[0]?.longest ?? null
  if (longest === null) throw new Error('No claim was released and archived.')
  return Number(longest)
}
