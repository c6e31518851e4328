/** Whole claims to their archive, sixteen at a time, against the same workflows with commands that do nothing. */
import { setTimeout as sleep } from 'node:timers/promises'
import { playClaims } from '../claims/load.ts'
import { type Pace, paceOf } from '../claims/pace.ts'
import { EmptyClaims } from '../empty/drive.ts'
import { scriptOf } from '../empty/script.ts'
import type { Figure, Finding } from '../finding.ts'
import type { BenchProduct } from '../product.ts'
import { recordClaim } from '../raw/record.ts'
import { spread } from '../statistics.ts'
import { createDataConverter } from '../../temporal-codec.ts'
import { createTemporal } from '../../temporal.ts'

const atOnce = 16
const claims = 32
/** Until the last empty claim is archived; milliseconds. */
const patience = 60_000

const manners = ['back to back', 'paced'] as const
type Manner = (typeof manners)[number]

export async function wholeClaims(bench: BenchProduct, rounds: number): Promise<Finding> {
  const [insured] = await bench.policies(1)
  if (insured === undefined) throw new Error('There is no policy.')
  const { claimId } = await recordClaim(bench, insured)
  const temporal = createTemporal(bench.config)
  const rates = { product: new Map<Manner, number[]>(), empty: new Map<Manner, number[]>() }
  const note = (of: keyof typeof rates, manner: Manner, rate: number) =>
    rates[of].set(manner, [...(rates[of].get(manner) ?? []), rate])
  try {
    const script = await scriptOf(temporal, createDataConverter(bench.config.fieldKeys), claimId)
    const empty = await EmptyClaims.start(bench.product.environment, script)
    try {
      for (let round = 0; round < rounds; round += 1)
        for (const manner of manners) {
          const pace = manner === 'paced' ? paceOf(temporal) : undefined
          const { seconds } = await playClaims(bench, await bench.policies(claims), {
            atOnce,
            ...(pace === undefined ? {} : { after: pace }),
          })
          note('product', manner, claims / seconds)
          note('empty', manner, await emptyRate(empty, pace))
        }
    } finally {
      await empty.stop()
    }
  } finally {
    await temporal.close()
  }
  return {
    figures: manners.flatMap((manner) =>
      figuresOf(manner, rates.product.get(manner) ?? [], rates.empty.get(manner) ?? []),
    ),
    checked: `${2 * rounds * claims} claims archived, each paid once by row, books and bank; as many empty ones archived`,
  }
}

function figuresOf(manner: Manner, product: readonly number[], empty: readonly number[]): Figure[] {
  const ratio = spread(product.map((rate, index) => rate / (empty[index] ?? NaN)))
  const aim = { text: '≥ 0.7', met: ratio.median >= 0.7 }
  return [
    { name: `claims to the archive, ${manner}`, unit: '/s', value: spread(product) },
    { name: `empty ones, ${manner}`, unit: '/s', value: spread(empty) },
    { name: `claims against empty ones, ${manner}`, unit: '×', value: ratio, aim },
  ]
}

async function emptyRate(empty: EmptyClaims, pace: Pace | undefined): Promise<number> {
  const began = performance.now()
  const archived: Promise<void>[] = []
  const stream = async (): Promise<void> => {
    while (archived.length < claims) {
      const claim = empty.start(pace)
      archived.push(claim.archived)
      await claim.people
    }
  }
  const all = Promise.all(Array.from({ length: atOnce }, stream)).then(() => Promise.all(archived))
  const late = sleep(patience, undefined, { ref: false }).then(() => {
    throw new Error(`Empty claims are not archived after ${patience} ms.`)
  })
  await Promise.race([all, late])
  return claims / ((performance.now() - began) / 1000)
}
