import { type Fen, add, fen } from '../../money.ts'
import { type Bucket, buckets } from '../items.ts'
import { compare, least, nothing, sum, whole } from '../rational.ts'
import type { CompulsoryPart } from '../sheet-types.ts'
import { type Trace, stepInput } from '../trace.ts'
import type { CompulsoryCover } from './accident-facts.ts'
import { type BucketLoss, bucketNames } from './losses.ts'

interface Demand {
  readonly vehicle: string
  readonly claimantId: string
  readonly amount: Fen
}

/** A loss that several covers answer for is divided by what is left of their limits (interpretation art. 18). */
function demandsOf(trace: Trace, covers: readonly CompulsoryCover[], loss: BucketLoss): Demand[] {
  const { bucket, claimantId } = loss
  const serving = covers.filter((cover) => cover.vehicle !== loss.ownVehicle)
  const weights = serving.map((cover) => ({ name: cover.vehicle, weight: whole(cover.left[bucket]) }))
  if (compare(sum(...weights.map(({ weight }) => weight)), nothing) === 0) return []
  const only = serving.length === 1 ? serving[0] : undefined
  if (only) return [{ vehicle: only.vehicle, claimantId, amount: loss.loss }]
  const shares = trace.divide(
    {
      id: `compulsory.between.${bucket}.${claimantId}`,
      formula: 'compulsoryBetweenInsurers',
      subject: {
        zh: `${bucketNames[bucket].zh} ${claimantId}`,
        en: `${bucketNames[bucket].en} ${claimantId}`,
      },
      inputs: [
        stepInput('loss', 'fen', loss.loss, claimantId),
        ...serving.map((cover) => stepInput('limit', 'fen', cover.left[bucket], cover.vehicle)),
      ],
      exact: whole(loss.loss),
    },
    weights,
  )
  return shares.map(({ name, amount }) => ({ vehicle: name, claimantId, amount }))
}

/** One limit of one cover: the losses up to what is left, shared among the victims by loss (art. 19). */
function payFrom(
  trace: Trace,
  cover: CompulsoryCover,
  bucket: Bucket,
  demands: readonly Demand[],
): CompulsoryPart[] {
  const upon = demands.filter(({ vehicle, amount }) => vehicle === cover.vehicle && amount > 0)
  if (upon.length === 0) return []
  const shares = trace.divide(
    {
      id: `compulsory.pay.${bucket}.${cover.vehicle}`,
      formula: 'compulsoryPay',
      subject: {
        zh: `${bucketNames[bucket].zh} ${cover.vehicle}`,
        en: `${bucketNames[bucket].en} ${cover.vehicle}`,
      },
      inputs: [
        ...upon.map((demand) => stepInput('loss', 'fen', demand.amount, demand.claimantId)),
        stepInput('limit', 'fen', cover.limit[bucket], cover.vehicle),
        stepInput('used', 'fen', cover.used[bucket], cover.vehicle),
      ],
      exact: least(sum(...upon.map(({ amount }) => whole(amount))), whole(cover.left[bucket])),
    },
    upon.map(({ claimantId, amount }) => ({ name: claimantId, weight: whole(amount) })),
  )
  return shares.map(({ name, amount }) => ({
    vehicle: cover.vehicle,
    claimantId: name,
    bucket,
    amountMinor: amount,
  }))
}

/**
 * What each vehicle's compulsory cover pays to whom: `min(Σ losses in the bucket, limit − used)`. Joint
 * limits that are exceeded give each cover's own limit, else the ratio of the limits decides. When
 * victims answer to different sets of covers, what one cover leaves over is not moved to another: the
 * law gives no rule for it, and the remainder goes on to commercial cover.
 */
export function payCompulsory(
  trace: Trace,
  covers: readonly CompulsoryCover[],
  losses: readonly BucketLoss[],
): CompulsoryPart[] {
  return buckets.flatMap((bucket) => {
    const inBucket = losses.filter((loss) => loss.bucket === bucket && loss.loss > 0)
    const demands = inBucket.flatMap((loss) => demandsOf(trace, covers, loss))
    return covers.flatMap((cover) => payFrom(trace, cover, bucket, demands))
  })
}

/** What all covers together pay for one loss. */
export function compulsoryFor(parts: readonly CompulsoryPart[], loss: BucketLoss): Fen {
  const theirs = parts.filter((part) => part.claimantId === loss.claimantId && part.bucket === loss.bucket)
  return add(...theirs.map((part) => fen(part.amountMinor)))
}
