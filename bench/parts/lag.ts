/** How far the workflows are behind the decisions when ten a second are made, over many claims. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Decision, type Load, playClaims } from '../claims/load.ts'
import type { Finding } from '../finding.ts'
import { knowingOf } from '../lag/knowing.ts'
import type { BenchProduct } from '../product.ts'
import { quantile, spread } from '../statistics.ts'
import { createDataConverter } from '../../temporal-codec.ts'
import { createTemporal, type Temporal } from '../../temporal.ts'

/** Milliseconds from one decision to the next. */
const interval = 100
const claims = 15
const atOnce = 15

interface Lag {
  readonly arrived: number
  readonly begun: number
  readonly over: number
}

/** Counted from the sending of the request, which is before the commit: so the lag is rather less than what is shown. */
export async function lag(bench: BenchProduct, rounds: number): Promise<Finding> {
  const temporal = createTemporal(bench.config)
  const found: (readonly Lag[])[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const load = await playClaims(bench, await bench.policies(claims), { atOnce, before: turns() })
      found.push(await lagsOf(bench, temporal, load))
    }
  } finally {
    await temporal.close()
  }
  const figure = (of: keyof Lag, share: number) =>
    spread(
      found.map(
        (lags) =>
          quantile(
            lags.map((one) => one[of]),
            share,
          ) ?? NaN,
      ),
    )
  const p99 = figure('over', 0.99)
  const longest = spread(found.map((lags) => Math.max(...lags.map(({ over }) => over))))
  const count = found.reduce((sum, lags) => sum + lags.length, 0)
  return {
    figures: [
      {
        name: 'from the request until Temporal has the news: p99',
        unit: 'ms',
        value: figure('arrived', 0.99),
      },
      { name: 'until the worker begins with them: p99', unit: 'ms', value: figure('begun', 0.99) },
      { name: 'until the workflow knows: p50', unit: 'ms', value: figure('over', 0.5) },
      { name: 'p99', unit: 'ms', value: p99, aim: { text: '≤ 500', met: p99.median <= 500 } },
      {
        name: 'the longest',
        unit: 'ms',
        value: longest,
        aim: { text: '≤ 2000', met: longest.highest <= 2000 },
      },
    ],
    checked: `each of ${count} versions known, ${rounds * claims} claims archived and paid once`,
  }
}

async function lagsOf(bench: BenchProduct, temporal: Temporal, load: Load): Promise<readonly Lag[]> {
  const converter = createDataConverter(bench.config.fieldKeys)
  const known = new Map<string, Awaited<ReturnType<typeof knowingOf>>>()
  for (const claimId of load.claimIds) known.set(claimId, await knowingOf(temporal, converter, claimId))
  return newsIn(load.decisions).flatMap(({ claimId, version, sentAt }) => {
    const knew = known.get(claimId)?.find((one) => one.version >= version)
    if (knew === undefined) throw new Error(`Version ${version} of ${claimId} was never known.`)
    // The workflow itself had raised the version meanwhile, and this decision left it.
    if (knew.overAt < sentAt) return []
    const { arrivedAt, begunAt, overAt } = knew
    return [{ arrived: arrivedAt - sentAt, begun: begunAt - sentAt, over: overAt - sentAt }]
  })
}

/** One decision an interval, whoever makes it. */
function turns(): () => Promise<void> {
  let next = performance.now()
  return async () => {
    const turn = Math.max(performance.now(), next)
    next = turn + interval
    await sleep(Math.max(0, turn - performance.now()))
  }
}

/** The decisions that changed what a workflow follows: only they are told. */
function newsIn(decisions: readonly Decision[]): readonly Decision[] {
  const told = new Map<string, number>()
  return decisions.filter(({ claimId, version }) => {
    const news = version > (told.get(claimId) ?? 0)
    told.set(claimId, version)
    return news
  })
}
