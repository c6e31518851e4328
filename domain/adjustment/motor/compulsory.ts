import { type Fen, add, fen, subtract } from '../../money.ts'
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

/** One sharing of one bucket: what is left of each loss, and of each cover. */
interface Round {
  readonly number: number
  readonly covers: readonly CompulsoryCover[]
  readonly losses: readonly BucketLoss[]
}

const stepOf = (round: Round, id: string): string => (round.number === 1 ? id : `${id}.round${round.number}`)

/** A loss that several covers answer for is divided by what is left of their limits (interpretation art. 18). */
function demandsOf(trace: Trace, round: Round, loss: BucketLoss): Demand[] {
  const { covers } = round
  const { bucket, claimantId } = loss
  const serving = covers.filter((cover) => cover.vehicle !== loss.ownVehicle)
  const weights = serving.map((cover) => ({ name: cover.vehicle, weight: whole(cover.left[bucket]) }))
  if (compare(sum(...weights.map(({ weight }) => weight)), nothing) === 0) return []
  const only = serving.length === 1 ? serving[0] : undefined
  if (only) return [{ vehicle: only.vehicle, claimantId, amount: loss.loss }]
  const shares = trace.divide(
    {
      id: stepOf(round, `compulsory.between.${bucket}.${claimantId}`),
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
  round: Round,
  cover: CompulsoryCover,
  bucket: Bucket,
  demands: readonly Demand[],
): CompulsoryPart[] {
  const upon = demands.filter(({ vehicle, amount }) => vehicle === cover.vehicle && amount > 0)
  if (upon.length === 0) return []
  const shares = trace.divide(
    {
      id: stepOf(round, `compulsory.pay.${bucket}.${cover.vehicle}`),
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

const amountOf = (parts: readonly CompulsoryPart[], isMeant: (part: CompulsoryPart) => boolean): Fen =>
  add(...parts.filter(isMeant).map((part) => fen(part.amountMinor)))

/** The next sharing: losses that are not paid in full, covers that have something left. */
function afterRound(round: Round, bucket: Bucket, parts: readonly CompulsoryPart[]): Round {
  const covers = round.covers.map((cover): CompulsoryCover => {
    const paid = amountOf(parts, ({ vehicle }) => vehicle === cover.vehicle)
    const used = { ...cover.used, [bucket]: add(cover.used[bucket], paid) }
    return { ...cover, used, left: { ...cover.left, [bucket]: subtract(cover.left[bucket], paid) } }
  })
  const losses = round.losses.map((loss) => {
    const paid = amountOf(parts, ({ claimantId }) => claimantId === loss.claimantId)
    return { ...loss, loss: subtract(loss.loss, paid) }
  })
  return {
    number: round.number + 1,
    covers: covers.filter((cover) => cover.left[bucket] > 0),
    losses: losses.filter(({ loss }) => loss > 0),
  }
}

function shareBucket(trace: Trace, bucket: Bucket, round: Round): CompulsoryPart[] {
  const demands = round.losses.flatMap((loss) => demandsOf(trace, round, loss))
  const parts = round.covers.flatMap((cover) => payFrom(trace, round, cover, bucket, demands))
  // Every sharing after the first pays something, so this ends: it needs an unpaid loss and a cover for it.
  const next = afterRound(round, bucket, parts)
  const isAnswered = next.losses.some((loss) =>
    next.covers.some((cover) => cover.vehicle !== loss.ownVehicle),
  )
  return isAnswered ? [...parts, ...shareBucket(trace, bucket, next)] : parts
}

/** One part for each vehicle and claimant, whichever sharing it came from. */
function joined(parts: readonly CompulsoryPart[]): CompulsoryPart[] {
  const isSame = (a: CompulsoryPart, b: CompulsoryPart): boolean =>
    a.vehicle === b.vehicle && a.claimantId === b.claimantId
  return parts
    .filter((part, index) => parts.findIndex((other) => isSame(other, part)) === index)
    .map((part) => ({ ...part, amountMinor: amountOf(parts, (other) => isSame(other, part)) }))
}

/**
 * What each vehicle's compulsory cover pays to whom: `min(Σ losses in the bucket, limit − used)`. Joint
 * limits that are exceeded give each cover's own limit, else the ratio of the limits decides. When
 * victims answer to different sets of covers, a loss that one cover could not pay is shared again among
 * the covers that have something left: liability, and with it commercial cover, begins only where the
 * limits end (Road Traffic Safety Law 76).
 */
export function payCompulsory(
  trace: Trace,
  covers: readonly CompulsoryCover[],
  losses: readonly BucketLoss[],
): CompulsoryPart[] {
  return buckets.flatMap((bucket) => {
    const inBucket = losses.filter((loss) => loss.bucket === bucket && loss.loss > 0)
    return joined(shareBucket(trace, bucket, { number: 1, covers, losses: inBucket }))
  })
}

/** What all covers together pay for one loss. */
export function compulsoryFor(parts: readonly CompulsoryPart[], loss: BucketLoss): Fen {
  const theirs = parts.filter((part) => part.claimantId === loss.claimantId && part.bucket === loss.bucket)
  return add(...theirs.map((part) => fen(part.amountMinor)))
}
