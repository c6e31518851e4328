import { type Case, type CompulsoryPart, type Line, countedOf } from './case.ts'
import { type Bucket, bucketOfItem, buckets, compulsoryLimit } from './figures.ts'
import { Fraction, divide } from './fraction.ts'

/** The vehicle of the claim, as the engine names it. */
export const ownVehicle = 'insured'

interface Vehicle {
  readonly name: string
  readonly left: Readonly<Record<Bucket, number>>
}

/** What one claimant lost in one bucket, and whose cover answers to them. */
interface Loss {
  readonly claimantId: string
  readonly bucket: Bucket
  readonly amount: number
  readonly answeredBy: readonly string[]
}

/** What the accident has left of the limits of every vehicle that took part. */
function vehiclesOf(given: Case): Vehicle[] {
  const own = given.coverages.find((each) => each.coverage === 'compulsoryMotor')
  const left = (used: readonly { bucket: string; amountMinor: number }[], isAtFault: boolean) => {
    const of = (bucket: Bucket): number => {
      const gone = used
        .filter((each) => each.bucket === bucket)
        .reduce((sum, each) => sum + each.amountMinor, 0)
      return Math.max(0, compulsoryLimit(given.lossDate, isAtFault, bucket) - gone)
    }
    return { deathAndDisability: of('deathAndDisability'), medical: of('medical'), property: of('property') }
  }
  const degree = given.motor?.liability.degree
  const ownLeft = left(own?.used ?? [], degree !== 'none')
  // Compulsory motor regulation 22: no property for a drunk, unlicensed, thieving or wilful driver.
  const ours = own?.recourseGround === undefined ? ownLeft : { ...ownLeft, property: 0 }
  const others = (given.motor?.others ?? []).filter((party) => party.kind === 'motorVehicle')
  return [
    { name: ownVehicle, left: ours },
    ...others.map((party) => ({
      name: party.partyId,
      left: left(party.compulsoryUsed ?? [], Fraction.rate(party.liability).over > 0n),
    })),
  ]
}

/** Losses of third parties answer to every vehicle but the one they belong to; those of our own side to the others'. */
function lossesOf(given: Case, vehicles: readonly Vehicle[], ownVehicleLoss: number): Loss[] {
  const names = vehicles.map(({ name }) => name)
  const pool = given.coverages.flatMap((coverage): { line: Line; isOurs: boolean }[] => {
    const isThirdParties = coverage.coverage === 'compulsoryMotor' || coverage.coverage === 'thirdParty'
    if (!isThirdParties && coverage.coverage !== 'driverSeat') return []
    return coverage.lines.map((line) => ({ line, isOurs: !isThirdParties }))
  })
  const byPeople = buckets.flatMap((bucket) =>
    given.claimants.flatMap(({ claimantId, role, partyId }) => {
      const theirs = pool.filter(
        ({ line }) => line.claimantId === claimantId && bucketOfItem(line.item) === bucket,
      )
      const amount = theirs.reduce((sum, { line }) => sum + countedOf(line), 0)
      if (amount === 0) return []
      const notBy = theirs.some(({ isOurs }) => isOurs)
        ? ownVehicle
        : role === 'otherVehicle'
          ? partyId
          : undefined
      return [{ claimantId, bucket, amount, answeredBy: names.filter((name) => name !== notBy) }]
    }),
  )
  return ownVehicleLoss > 0
    ? [
        ...byPeople,
        {
          claimantId: 'insured',
          bucket: 'property',
          amount: ownVehicleLoss,
          answeredBy: names.filter((name) => name !== ownVehicle),
        },
      ]
    : byPeople
}

/** A loss with what is still unpaid of it. */
interface Owed {
  readonly loss: Loss
  amount: number
}

/** What a loss wants of each vehicle: split by what is left of the limits, rounded because it is a step. */
function demandsOf({ loss, amount }: Owed, left: ReadonlyMap<string, number>): Map<string, number> {
  const limits = loss.answeredBy.map((name) => Fraction.of(left.get(name) ?? 0))
  const parts = divide(amount, limits)
  return new Map(loss.answeredBy.map((name, index) => [name, parts[index] ?? 0]))
}

/**
 * Shares the limits of one bucket. A loss is split over the vehicles by what is left of their limits; a
 * vehicle of which more is wanted than it has left pays what it has, by loss. What stays unpaid is
 * sought again of those that have something left, for commercial cover begins where limits end.
 */
function shareBucket(
  bucket: Bucket,
  losses: readonly Loss[],
  vehicles: readonly Vehicle[],
): CompulsoryPart[] {
  const paidTo = new Map<string, CompulsoryPart>()
  const left = new Map(vehicles.map((vehicle) => [vehicle.name, vehicle.left[bucket]]))
  const owed = losses.map((loss): Owed => ({ loss, amount: loss.amount }))
  for (;;) {
    const demands = owed.map((each) => demandsOf(each, left))
    let paid = 0
    for (const { name } of vehicles) {
      const wanted = demands.map((by) => by.get(name) ?? 0)
      const has = left.get(name) ?? 0
      const pays = Math.min(
        has,
        wanted.reduce((sum, amount) => sum + amount, 0),
      )
      divide(
        pays,
        wanted.map((amount) => Fraction.of(amount)),
      ).forEach((amountMinor, index) => {
        const each = owed[index]
        if (!each || amountMinor === 0) return
        each.amount -= amountMinor
        const { claimantId } = each.loss
        const key = JSON.stringify([name, claimantId])
        const before = paidTo.get(key)?.amountMinor ?? 0
        paidTo.set(key, { vehicle: name, claimantId, bucket, amountMinor: before + amountMinor })
      })
      left.set(name, has - pays)
      paid += pays
    }
    if (paid === 0) break
  }
  return vehicles.flatMap(({ name }) => [...paidTo.values()].filter(({ vehicle }) => vehicle === name))
}

/**
 * What the compulsory cover of each vehicle pays to whom, whoever insures it.
 * @param ownVehicleLoss what our own vehicle lost, where the others' covers answer for it
 */
export function compulsoryParts(given: Case, ownVehicleLoss: number): CompulsoryPart[] {
  const vehicles = vehiclesOf(given)
  const losses = lossesOf(given, vehicles, ownVehicleLoss)
  return buckets.flatMap((bucket) =>
    shareBucket(
      bucket,
      losses.filter((loss) => loss.bucket === bucket),
      vehicles,
    ),
  )
}
