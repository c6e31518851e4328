/** Decisions over HTTP with rights, audit and job, against their own statements sent by the driver alone. */
import { playClaims } from '../claims/load.ts'
import type { Figure, Finding } from '../finding.ts'
import type { BenchProduct } from '../product.ts'
import { recordClaim } from '../raw/record.ts'
import { rerun, surroundingsOf } from '../raw/rerun.ts'
import { quantile, spread } from '../statistics.ts'

/** So many at a time, and so many claims of a round. */
const levels = [
  { atOnce: 1, claims: 3 },
  { atOnce: 4, claims: 8 },
  { atOnce: 16, claims: 32 },
] as const

interface Round {
  readonly product: readonly number[]
  readonly raw: readonly number[]
}

export async function actions(bench: BenchProduct, rounds: number): Promise<Finding> {
  const [insured] = await bench.policies(1)
  if (insured === undefined) throw new Error('There is no policy.')
  const recorded = await recordClaim(bench, insured)
  const perRound = levels.reduce((sum, { claims }) => sum + claims, 0)
  const surroundings = await surroundingsOf(bench, recorded.claimId, perRound)
  const measured = levels.map((): Round[] => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { atOnce, claims }] of levels.entries()) {
      const load = await playClaims(bench, await bench.policies(claims), { atOnce })
      const raw = await rerun(bench, recorded, surroundings, { claims, atOnce })
      measured[index]?.push({ product: load.decisions.map(({ milliseconds }) => milliseconds), raw })
    }
  const statements = recorded.decisions.map((one) => one.statements.length)
  return {
    figures: [
      ...levels.flatMap(({ atOnce }, index) => figuresOf(atOnce, measured[index] ?? [])),
      {
        name: 'statements of a decision, bounds of its transaction included',
        unit: '',
        value: spread(statements),
      },
    ],
    checked:
      `${rounds * perRound} claims of ${statements.length} decisions archived, each paid once by row, books and ` +
      'bank; as many made by the statements alone',
  }
}

function figuresOf(atOnce: number, rounds: readonly Round[]): readonly Figure[] {
  const p = (of: 'product' | 'raw', share: number) => rounds.map((round) => quantile(round[of], share) ?? NaN)
  const ratio = spread(p('product', 0.5).map((value, index) => value / (p('raw', 0.5)[index] ?? NaN)))
  const at = `${atOnce} at a time`
  const aim = { text: '≤ 3', met: ratio.median <= 3 }
  return [
    { name: `decision, ${at}: p50`, unit: 'ms', value: spread(p('product', 0.5)) },
    { name: `decision, ${at}: p99`, unit: 'ms', value: spread(p('product', 0.99)) },
    { name: `its statements alone, ${at}: p50`, unit: 'ms', value: spread(p('raw', 0.5)) },
    { name: `its statements alone, ${at}: p99`, unit: 'ms', value: spread(p('raw', 0.99)) },
    {
      name: `decision against its statements, ${at}: p50`,
      unit: '×',
      value: ratio,
      ...(atOnce === 4 ? {} : { aim }),
    },
  ]
}
