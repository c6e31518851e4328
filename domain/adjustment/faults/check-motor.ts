import type { AbsoluteRate, OwnDamageInput } from '../coverage-input.ts'
import { counted } from '../lines.ts'
import { type Rational, compare, one, parseRate, sum, whole } from '../rational.ts'
import type { Claimant, MotorFacts } from '../sheet-types.ts'
import type { MotorWording } from '../wordings/wording.ts'
import { type FaultList, hasTwice } from './fault-list.ts'

/** Rates have at most six decimals, so their sum is told exactly. */
function sumOfRates(rates: readonly string[]): string {
  return String(rates.reduce((all, rate) => all + Math.round(Number(rate) * 1e6), 0) / 1e6)
}

/** The most that a vehicle without fault bears of a person's loss (Road Traffic Safety Law 76). */
const mostWithoutFault = '0.1'

/** Fault of all parties together is at most the whole, and the stated rate fits the degree and its basis. */
export function checkMotorFacts(
  list: FaultList,
  facts: MotorFacts,
  wording: MotorWording | undefined,
  claimants: readonly Claimant[],
): void {
  const { degree, rate, basis } = facts.liability
  const path = 'motor.liability.rate'
  if (basis === 'wording')
    list.require(rate === undefined, 'contradiction', path, { against: 'motor.liability.basis' })
  else list.require(rate !== undefined, 'factMissing', path)
  const own = rate ?? wording?.defaultLiability[degree] ?? '0'
  const isFaultless = degree === 'none'
  const limit = isFaultless ? mostWithoutFault : '1'
  list.require(compare(parseRate(own), parseRate(limit)) <= 0, 'contradiction', path, {
    against: 'motor.liability.degree',
    value: own,
  })
  const all = sum(parseRate(own), ...facts.others.map((other) => parseRate(other.liability)))
  list.require(compare(all, one) <= 0, 'ratesAboveOne', path, {
    against: { path: 'motor.others', value: sumOfRates(facts.others.map(({ liability }) => liability)) },
    value: own,
  })
  list.require(!hasTwice(facts.others.map(({ partyId }) => partyId)), 'claimantTwice', 'motor.others')
  // The insured vehicle has this name in the sheet; a party of the same name could not be told from it.
  list.require(
    facts.others.every(({ partyId }) => partyId !== 'insured'),
    'contradiction',
    'motor.others',
  )
  claimants.forEach(({ role, partyId }, index) => {
    const vehicle = facts.others.find((other) => other.partyId === partyId)
    const isOther = role === 'otherVehicle'
    const fits = isOther ? vehicle?.kind === 'motorVehicle' : partyId === undefined
    list.require(fits, 'contradiction', `claimants[${index}].partyId`, {
      against: `claimants[${index}].role`,
    })
  })
}

/** A rate of the wording is not restated, a rider's rate is; together they take off at most everything. */
export function checkAbsoluteRates(
  list: FaultList,
  rates: readonly AbsoluteRate[],
  wording: MotorWording,
  path: string,
): void {
  list.require(!hasTwice(rates.map(({ reason }) => reason)), 'contradiction', path)
  const values = rates.map(({ reason, rate }, index): Rational => {
    const place = `${path}[${index}].rate`
    const fixed = wording.absoluteRates[reason]
    if (reason === 'rider') list.require(rate !== undefined, 'factMissing', place)
    else
      list.require(fixed !== undefined && rate === undefined, 'contradiction', place, {
        against: `${path}[${index}].reason`,
      })
    return parseRate(rate ?? fixed ?? '0')
  })
  list.require(compare(sum(...values), one) <= 0, 'ratesAboveOne', path)
}

/** Own damage has one sum insured, one kind of loss, and deductions that stay within the loss. */
export function checkOwnDamage(
  list: FaultList,
  terms: OwnDamageInput,
  wording: MotorWording,
  path: string,
): void {
  const { sumInsuredMinor, depreciation, lines } = terms
  const statedOnce = (sumInsuredMinor === undefined) !== (depreciation === undefined)
  const absence = sumInsuredMinor === undefined ? 'factMissing' : 'contradiction'
  list.require(statedOnce, absence, `${path}.sumInsuredMinor`, { against: `${path}.depreciation` })
  if (depreciation) {
    const isListed = wording.depreciation.monthlyRates[depreciation.vehicleKind] !== undefined
    const isStated = depreciation.monthlyRate !== undefined
    list.require(
      isListed !== isStated,
      isListed ? 'contradiction' : 'factMissing',
      `${path}.depreciation.monthlyRate`,
      { against: `${path}.depreciation.vehicleKind` },
    )
  }
  const totals = lines.filter((line) => line.item === 'vehicleTotalLoss').length
  const repairs = lines.filter((line) => line.item === 'vehicleRepair')
  list.require(totals <= 1 && (totals === 0 || repairs.length === 0), 'contradiction', `${path}.lines`)
  const claimants = new Set(lines.map(({ claimantId }) => claimantId))
  list.require(claimants.size <= 1, 'contradiction', `${path}.lines`)
  const isAdvance = terms.method === 'fullAdvance'
  list.require(
    isAdvance || terms.othersCompulsory === undefined,
    'contradiction',
    `${path}.othersCompulsory`,
    {
      against: `${path}.method`,
    },
  )
  if (totals > 0) return
  const loss = sum(...repairs.map((line) => whole(counted(line))))
  const exceeds = (amount: number): boolean => compare(whole(amount), loss) > 0
  const total = String(repairs.reduce((all, line) => all + BigInt(counted(line)), 0n))
  const against = { path: `${path}.lines`, value: total }
  list.require(!exceeds(terms.receivedMinor ?? 0), 'aboveLoss', `${path}.receivedMinor`, { against })
  list.require(!exceeds(terms.salvage?.valueMinor ?? 0), 'aboveLoss', `${path}.salvage.valueMinor`, {
    against,
  })
}
