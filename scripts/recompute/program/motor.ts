import {
  type Answer,
  type ByClaimant,
  type Case,
  type CompulsoryPart,
  type Deductions,
  type Line,
  type MotorLiability,
  type OwnDamage,
  type Recovery,
  countedOf,
  totalOf,
} from './case.ts'
import { compulsoryParts, ownVehicle } from './compulsory.ts'
import {
  absoluteRates,
  bucketOfItem,
  buckets,
  familyCarMonthlyRate,
  faultDeductible,
  liabilityOfDegree,
  mostDepreciation,
} from './figures.ts'
import { Fraction, divide, everything } from './fraction.ts'
import { subrogate, type Subrogated, withoutGivenAway } from './subrogation.ts'

function collect(parts: readonly { claimantId: string; amountMinor: number }[]): ByClaimant {
  const sums = new Map<string, number>()
  for (const { claimantId, amountMinor } of parts)
    sums.set(claimantId, (sums.get(claimantId) ?? 0) + amountMinor)
  return sums
}

function ownLiability(given: Case): Fraction {
  const { degree = 'none', rate } = given.motor?.liability ?? {}
  return Fraction.rate(rate ?? liabilityOfDegree[degree] ?? '0')
}

/** `(1 − fault deductible rate) × (1 − Σ absolute rates)`. */
function afterRates(given: Case, terms: Deductions): Fraction {
  const fault = terms.faultDeductibleWaived
    ? '0'
    : faultDeductible(given.wordingId, given.motor?.liability.degree ?? 'none')
  const absolute = (terms.absoluteRates ?? []).map(({ reason, rate }) =>
    Fraction.rate(rate ?? absoluteRates[reason] ?? '0'),
  )
  return everything.minus(Fraction.rate(fault)).times(everything.minus(Fraction.sum(absolute)))
}

/** What a third party or our driver is left with after every compulsory cover, by claimant and bucket. */
function remainders(
  given: Case,
  lines: readonly Line[],
  parts: readonly CompulsoryPart[],
): Map<string, number> {
  const left = new Map<string, number>()
  for (const { claimantId } of given.claimants) {
    const amount = buckets.reduce((sum, bucket) => {
      const loss = totalOf(
        lines.filter((line) => line.claimantId === claimantId && bucketOfItem(line.item) === bucket),
      )
      const paid = parts
        .filter((part) => part.claimantId === claimantId && part.bucket === bucket)
        .reduce((total, part) => total + part.amountMinor, 0)
      return sum + Math.max(0, loss - paid)
    }, 0)
    left.set(claimantId, amount)
  }
  return left
}

function liabilityPay(given: Case, terms: MotorLiability, left: ReadonlyMap<string, number>): ByClaimant {
  const names = [...left.keys()]
  const amounts = names.map((name) => Fraction.of(left.get(name) ?? 0))
  const liable = Fraction.of(Fraction.sum(amounts).times(ownLiability(given)).rounded())
  const limit = Fraction.of(terms.sumInsuredMinor - (terms.usedMinor ?? 0)).floored()
  const pay = liable.capped(limit).times(afterRates(given, terms)).rounded()
  const shares = divide(pay, amounts)
  return collect(names.map((claimantId, index) => ({ claimantId, amountMinor: shares[index] ?? 0 })))
}

function vehicleValue(terms: OwnDamage): Fraction {
  const { depreciation } = terms
  if (!depreciation) return Fraction.of(terms.sumInsuredMinor ?? 0)
  const rate = Fraction.rate(depreciation.monthlyRate ?? familyCarMonthlyRate)
  const lost = rate.times(Fraction.of(depreciation.fullMonths)).capped(Fraction.rate(mostDepreciation))
  const price = Fraction.of(depreciation.newPriceMinor)
  return price.minus(Fraction.of(price.times(lost).rounded()))
}

/** Insurance Law 57: apart from the loss, up to the sum insured, by the share of insured property that was saved. */
function rescuePay(terms: OwnDamage, limit: Fraction): number {
  const costs = terms.lines
    .filter((line) => line.item === 'rescueCost')
    .map((line) => {
      const cost = Fraction.of(countedOf(line))
      if (!line.saved) return cost
      return cost.times(new Fraction(BigInt(line.saved.insuredMinor), BigInt(line.saved.totalMinor)))
    })
  return Fraction.sum(costs).capped(limit).rounded()
}

/** The repair, or the sum insured after a total loss. */
function vehicleLoss(terms: OwnDamage): Fraction {
  if (terms.lines.some((line) => line.item === 'vehicleTotalLoss')) return vehicleValue(terms)
  return Fraction.of(totalOf(terms.lines.filter((line) => line.item === 'vehicleRepair')))
}

const isAdvanced = (terms: OwnDamage): boolean =>
  terms.method === 'fullAdvance' && terms.othersCompulsory === 'payAndRecover'

/** The clause form takes what was received as it was; the others seek the others' covers first. */
function forOthersCover(terms: OwnDamage): number {
  if (terms.method === 'clause') return 0
  const rescue = terms.lines.filter((line) => line.item === 'rescueCost')
  return vehicleLoss(terms).rounded() + (isAdvanced(terms) ? totalOf(rescue) : 0)
}

function ownDamagePay(given: Case, terms: OwnDamage, othersPay: number): number {
  const value = vehicleValue(terms)
  const kept = terms.salvage?.keptBy === 'insured' ? terms.salvage.valueMinor : 0
  const damage = vehicleLoss(terms).minus(Fraction.of(kept)).floored()
  const lost = damage.minus(Fraction.of(terms.receivedMinor ?? 0)).floored()
  const others = Fraction.of(isAdvanced(terms) ? 0 : othersPay)
  const base =
    terms.method === 'share'
      ? damage.minus(others).floored().times(ownLiability(given))
      : lost.minus(others).floored()
  const deductible = Fraction.of(terms.deductibleMinor ?? 0)
  const rates = afterRates(given, terms)
  const pay =
    given.wordingId === 'motorCommercial2014'
      ? base.times(rates).minus(deductible).floored()
      : base.minus(deductible).floored().times(rates)
  return pay.capped(lost).capped(value).rounded()
}

/** What comes back after paying, together never more than was paid: salvage, the others' covers, the liable. */
function ownDamageRecoveries(
  given: Case,
  terms: OwnDamage,
  paid: { readonly damage: number; readonly rescue: number },
  others: readonly CompulsoryPart[],
): Subrogated {
  const salvage = terms.salvage?.keptBy === 'insurer' ? Math.min(terms.salvage.valueMinor, paid.damage) : 0
  const recoveries: Recovery[] = [{ kind: 'salvage', amountMinor: salvage }]
  if (terms.method === 'share') return { recoveries, givenAway: 0 }
  const afterSalvage = paid.damage + paid.rescue - salvage
  const advanced = isAdvanced(terms) ? others : []
  const weights = advanced.map((part) => Fraction.of(part.amountMinor))
  const fromCovers = Math.min(afterSalvage, Fraction.sum(weights).rounded())
  divide(fromCovers, weights).forEach((amountMinor, index) => {
    recoveries.push({ kind: 'compulsoryCover', partyId: advanced[index]?.vehicle ?? '', amountMinor })
  })
  const rights = subrogate(afterSalvage - fromCovers, given.motor?.others ?? [])
  return { recoveries: [...recoveries, ...rights.recoveries], givenAway: rights.givenAway }
}

function ownDamage(
  given: Case,
  terms: OwnDamage,
  parts: readonly CompulsoryPart[],
): { byClaimant: ByClaimant; recoveries: readonly Recovery[] } {
  const claimantId = terms.lines[0]?.claimantId ?? ''
  const others = parts.filter((part) => part.claimantId === claimantId && part.bucket === 'property')
  const damage = ownDamagePay(
    given,
    terms,
    others.reduce((sum, part) => sum + part.amountMinor, 0),
  )
  const rescue = rescuePay(terms, vehicleValue(terms))
  const { recoveries, givenAway } = ownDamageRecoveries(given, terms, { damage, rescue }, others)
  return {
    byClaimant: withoutGivenAway(new Map([[claimantId, damage + rescue]]), givenAway),
    recoveries,
  }
}

export function motor(given: Case): Answer {
  const own = given.coverages.find((each) => each.coverage === 'ownDamage')
  const parts = compulsoryParts(given, own ? forOthersCover(own) : 0)
  const thirdPartyLines = given.coverages.flatMap((each) =>
    each.coverage === 'compulsoryMotor' || each.coverage === 'thirdParty' ? each.lines : [],
  )
  const recoveries: Recovery[] = []
  const coverages = given.coverages.map((terms) => {
    switch (terms.coverage) {
      case 'compulsoryMotor': {
        const ours = parts.filter((part) => part.vehicle === ownVehicle && terms.insuredHere)
        const total = ours.reduce((sum, part) => sum + part.amountMinor, 0)
        if (terms.recourseGround !== undefined) recoveries.push({ kind: 'recourse', amountMinor: total })
        return { name: terms.coverage, byClaimant: collect(ours) }
      }
      case 'thirdParty':
        return {
          name: terms.coverage,
          byClaimant: liabilityPay(given, terms, remainders(given, thirdPartyLines, parts)),
        }
      case 'driverSeat':
        return {
          name: terms.coverage,
          byClaimant: liabilityPay(given, terms, remainders(given, terms.lines, parts)),
        }
      case 'ownDamage': {
        const settled = ownDamage(given, terms, parts)
        recoveries.push(...settled.recoveries)
        return { name: terms.coverage, byClaimant: settled.byClaimant }
      }
      case 'property':
      case 'liability':
      case 'accidentMedical':
      case 'healthMedical':
      case 'accidentDeath':
      case 'accidentDisability':
      case 'dailyAllowance':
        throw new TypeError(`${terms.coverage} is no motor coverage`)
    }
  })
  return { coverages, recoveries, compulsoryParts: parts }
}
