import type { Fen } from '../../money.ts'
import type { LineInput } from '../coverage-input.ts'
import { type Bucket, bucketOf, buckets } from '../items.ts'
import { counted } from '../lines.ts'
import { sum, whole } from '../rational.ts'
import type { Claimant } from '../sheet-types.ts'
import { type Trace, stepInput } from '../trace.ts'

/** A claimant's loss under one of the three compulsory limits. */
export interface BucketLoss {
  readonly claimantId: string
  readonly bucket: Bucket
  readonly loss: Fen
  /** The vehicle whose cover does not answer: a vehicle's own cover is for others. */
  readonly ownVehicle: string | undefined
}

export const bucketNames = {
  deathAndDisability: { zh: '死亡伤残', en: 'death and disability' },
  medical: { zh: '医疗费用', en: 'medical' },
  property: { zh: '财产损失', en: 'property' },
} as const

/** Adds up each claimant's lines by limit. */
export function lossesByBucket(
  trace: Trace,
  stepId: string,
  claimants: readonly Claimant[],
  lines: readonly LineInput[],
  ownVehicleOf: (claimant: Claimant) => string | undefined,
): BucketLoss[] {
  return claimants.flatMap((claimant) =>
    buckets.flatMap((bucket) => {
      const { claimantId } = claimant
      const theirs = lines.filter((line) => line.claimantId === claimantId && bucketOf(line.item) === bucket)
      if (theirs.length === 0) return []
      const loss = trace.take({
        id: `${stepId}.${bucket}.${claimantId}`,
        formula: 'sumOfLines',
        subject: {
          zh: `${bucketNames[bucket].zh} ${claimantId}`,
          en: `${bucketNames[bucket].en} ${claimantId}`,
        },
        inputs: theirs.map((line) => stepInput('loss', 'fen', counted(line), line.lineId)),
        exact: sum(...theirs.map((line) => whole(counted(line)))),
      })
      return [{ claimantId, bucket, loss, ownVehicle: ownVehicleOf(claimant) }]
    }),
  )
}
