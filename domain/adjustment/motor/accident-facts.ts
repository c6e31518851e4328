import { type Fen, add, fen, subtract, zero } from '../../money.ts'
import type { AbsoluteRate, BucketAmount, CompulsoryMotorInput } from '../coverage-input.ts'
import type { Bucket } from '../items.ts'
import { type Rate, compare, nothing, parseRate } from '../rational.ts'
import type { Claimant, MotorFacts } from '../sheet-types.ts'
import type { Trace } from '../trace.ts'
import type { CompulsoryWording, MotorWording } from '../wordings/wording.ts'

/** A motor accident under one commercial wording, with the sheet that is being written. */
export interface MotorCase {
  readonly trace: Trace
  readonly facts: MotorFacts
  readonly wording: MotorWording
  readonly claimants: readonly Claimant[]
}

/** The name of the insured vehicle among the vehicles of an accident. */
export const insuredVehicle = 'insured'

/** The compulsory cover of one vehicle in this accident. */
export interface CompulsoryCover {
  readonly vehicle: string
  readonly limit: Readonly<Record<Bucket, Fen>>
  readonly used: Readonly<Record<Bucket, Fen>>
  readonly left: Readonly<Record<Bucket, Fen>>
}

function coverOf(
  vehicle: string,
  limits: Readonly<Record<Bucket, number>>,
  usedAmounts: readonly BucketAmount[] = [],
): CompulsoryCover {
  const each = (amountOf: (bucket: Bucket) => Fen): Record<Bucket, Fen> => ({
    deathAndDisability: amountOf('deathAndDisability'),
    medical: amountOf('medical'),
    property: amountOf('property'),
  })
  const used = each((bucket) =>
    add(...usedAmounts.filter((one) => one.bucket === bucket).map((one) => fen(one.amountMinor))),
  )
  const limit = each((bucket) => fen(limits[bucket]))
  const left = each((bucket) => (used[bucket] < limit[bucket] ? subtract(limit[bucket], used[bucket]) : zero))
  return { vehicle, limit, used, left }
}

/**
 * The covers of every motor vehicle in the accident. A vehicle without fault has the lower limits. On a
 * ground of recourse our cover pays no property (regulation art. 22).
 */
export function compulsoryCovers(
  facts: MotorFacts,
  wording: CompulsoryWording,
  own: CompulsoryMotorInput | undefined,
): CompulsoryCover[] {
  const ownLimits = wording.limits[facts.liability.degree === 'none' ? 'notAtFault' : 'atFault']
  const ownCover = coverOf(insuredVehicle, ownLimits, own?.used)
  const others = facts.others.filter((other) => other.kind === 'motorVehicle')
  return [
    own?.recourseGround ? { ...ownCover, left: { ...ownCover.left, property: zero } } : ownCover,
    ...others.map((other) => {
      const atFault = compare(parseRate(other.liability), nothing) > 0
      const limits = wording.limits[atFault ? 'atFault' : 'notAtFault']
      return coverOf(other.partyId, limits, other.compulsoryUsed)
    }),
  ]
}

export interface SourcedRate {
  readonly rate: Rate
  readonly source: string
}

/** The insured's liability: stated by police, agreement or court, else the wording's rate for the degree. */
export function liabilityRate({ facts, wording }: MotorCase): SourcedRate {
  const { degree, rate, basis } = facts.liability
  return { rate: rate ?? wording.defaultLiability[degree], source: `${basis}: ${degree}` }
}

/** The deductible by degree of fault, or undefined where the wording has none. */
export function faultDeductible(
  { facts, wording }: MotorCase,
  waived: boolean | undefined,
): SourcedRate | undefined {
  if (Object.keys(wording.faultDeductible).length === 0) return undefined
  if (waived) return { rate: '0', source: 'rider' }
  const degree = facts.liability.degree
  return { rate: wording.faultDeductible[degree] ?? '0', source: `${wording.id}: ${degree}` }
}

/** The rates with their reasons; a rate that the wording fixes is taken from there. */
export function absoluteRates(wording: MotorWording, stated: readonly AbsoluteRate[] = []): SourcedRate[] {
  return stated.map(({ reason, rate }) => ({
    rate: rate ?? wording.absoluteRates[reason] ?? '0',
    source: reason,
  }))
}
