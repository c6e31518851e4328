/** What ten thousand open claims weigh in one worker: as long as nothing happens, and when each has been worked on. */
import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { atMost } from '../../jobs/at-most.ts'
import type { Finding } from '../finding.ts'
import { processFigures } from '../process-figures.ts'
import type { BenchProduct } from '../product.ts'
import { recordClaim } from '../raw/record.ts'
import { surroundingsOf } from '../raw/rerun.ts'
import { Replayer } from '../raw/replay.ts'
import { spread } from '../statistics.ts'
import { createTemporal } from '../../temporal.ts'

const claims = 10_000
const connections = 16
/** Policies stand for as many contracts each: nothing that is measured looks at them again. */
const policies = 200
/** A worker that spends less than this many seconds of processor in so many milliseconds is at rest. */
const restingProcessor = 0.15
const restingFor = 3000
/** Until all are known, on a machine that may have other work beside this one; milliseconds. */
const patience = 2_400_000

export async function memory(bench: BenchProduct): Promise<Finding> {
  const [insured] = await bench.policies(1)
  if (insured === undefined) throw new Error('There is no policy.')
  const recorded = await recordClaim(bench, insured)
  const reported = { ...recorded, decisions: recorded.decisions.slice(0, 1) }
  const surroundings = await surroundingsOf(bench, recorded.claimId, policies)
  const empty = await weigh(bench)
  let number = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const replayer = await Replayer.connect(bench.config.databaseUrl, reported, surroundings)
      while (number < claims) await replayer.replay((number += 1))
      await replayer.close()
    }),
  )
  // The job runner finds them untold, as after an outage of Temporal.
  await allKnown(bench)
  const idle = await weigh(bench)
  const { rows } = await bench.database.execute<{ id: string; contact: string }>(
    sql`select id, contact_id as contact from claims where stage = 'report'`,
  )
  await atMost(connections, rows, async ({ id, contact }) => {
    await bench.cast.person(contact).http.post(`/claims/${id}/first-contact`, { reached: true })
  })
  await allKnown(bench)
  const worked = await weigh(bench)
  const { rows: sent } = await bench.database.execute<{ count: number }>(
    sql`select count(*)::int as count from claims where stage = 'documents' and (told ->> 'checklistSent')::boolean`,
  )
  if (sent[0]?.count !== claims) throw new Error(`Of ${claims} workflows ${sent[0]?.count} sent a checklist.`)
  const once = (value: number) => spread([value])
  return {
    figures: [
      { name: 'worker without claims', unit: 'MB', value: once(empty.megabytes) },
      {
        name: `worker with ${claims} open claims, idle`,
        unit: 'MB',
        value: once(idle.megabytes),
        aim: { text: '≤ 1500', met: idle.megabytes <= 1500 },
      },
      {
        name: 'the same, each worked on',
        unit: 'MB',
        value: once(worked.megabytes),
        aim: { text: '≤ 2200', met: worked.megabytes <= 2200 },
      },
      { name: 'of them in the worker’s cache', unit: '', value: once(worked.cached) },
    ],
    checked: `${rows.length} claims run, all told and known; each had its first contact, and its workflow sent the checklist`,
  }
}

async function weigh({
  product,
}: BenchProduct): Promise<{ readonly megabytes: number; readonly cached: number }> {
  // What was let go of is collected when nothing else is to do.
  await sleep(5000)
  const figure = await processFigures(product.urls.metrics.worker)
  return {
    megabytes: figure('process_resident_memory_bytes') / 1e6,
    cached: figure('temporal_sticky_cache_size'),
  }
}

/** Until every claim is told and the worker has come to rest; throws when a claim has no workflow. */
async function allKnown({ database, config, product }: BenchProduct): Promise<void> {
  const deadline = Date.now() + patience
  const untold = async () => {
    const { rows } = await database.execute<{ untold: number }>(
      sql`select count(*)::int as untold from claims where told_version < version`,
    )
    return rows[0]?.untold ?? 0
  }
  const spent = async () => (await processFigures(product.urls.metrics.worker))('process_cpu_seconds_total')
  let before = -1
  for (;;) {
    const now = await spent()
    if ((await untold()) === 0 && now - before < restingProcessor) break
    if (Date.now() > deadline) throw new Error(`${await untold()} claims are not told.`)
    before = now
    await sleep(restingFor)
  }
  const temporal = createTemporal(config)
  try {
    const { count } = await temporal.client.workflow.count(
      `WorkflowType = 'claimWorkflow' and ExecutionStatus = 'Running'`,
    )
    if (count < claims) throw new Error(`Of ${claims} claims ${count} have a workflow.`)
  } finally {
    await temporal.close()
  }
}
