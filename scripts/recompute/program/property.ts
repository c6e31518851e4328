import { type Answer, type Case, type Line, type Property, type Recovery, countedOf } from './case.ts'
import { Fraction, divide, everything } from './fraction.ts'
import { subrogate, withoutGivenAway } from './subrogation.ts'

const firstLossSubjects: Readonly<Record<string, readonly string[]>> = { propertyHousehold: ['contents'] }

/** How a loss is paid: our part of each fen of it, and up to which amount it counts at all. */
interface Scale {
  readonly ratio: Fraction
  readonly most: Fraction | undefined
}

/**
 * Under-insured by value (55), over-insured together by all sums (56). A sum above the value is void for
 * the part above it, so there no loss counts for more than the value.
 */
function scaleOf(given: Case, terms: Property): Scale {
  const ours = Fraction.of(terms.sumInsuredMinor)
  const others = (terms.otherInsurances ?? []).map((each) => Fraction.of(each.sumInsuredMinor))
  const all = Fraction.sum([ours, ...others])
  const isFirstLoss = firstLossSubjects[given.wordingId]?.includes(terms.subject) ?? false
  const value = isFirstLoss ? undefined : Fraction.of(terms.valueMinor ?? 0)
  const isDouble = ours.isBelow(all) && (!value || value.isBelow(all))
  if (isDouble) return { ratio: ours.dividedBy(all), most: value }
  if (value && ours.isBelow(value)) return { ratio: ours.dividedBy(value), most: undefined }
  return { ratio: everything, most: value }
}

/** What counts of the damage: each item up to its sublimit. */
function damageOf(terms: Property): Fraction {
  const amounts = new Map<string, number>()
  for (const line of terms.lines)
    if (line.item !== 'rescueCost') amounts.set(line.item, (amounts.get(line.item) ?? 0) + countedOf(line))
  return Fraction.sum(
    [...amounts].map(([item, amount]) => {
      const sublimit = terms.sublimits?.find((each) => each.item === item)
      return Fraction.of(Math.min(amount, sublimit?.limitMinor ?? amount))
    }),
  )
}

/** One step: the greater deduction is taken off exactly, and only what is left is rounded. */
function deductFrom(amount: Fraction, terms: Property): Fraction {
  const fixed = Fraction.of(terms.deductibleMinor ?? 0)
  const byRate = amount.times(Fraction.rate(terms.deductibleRate ?? '0'))
  const left = amount.minus(fixed.isBelow(byRate) ? byRate : fixed).floored()
  return Fraction.of(left.rounded())
}

function rescueOf(line: Line): Fraction {
  const cost = Fraction.of(countedOf(line))
  if (!line.saved) return cost
  return cost.times(new Fraction(BigInt(line.saved.insuredMinor), BigInt(line.saved.totalMinor)))
}

export function property(given: Case): Answer {
  const recoveries: Recovery[] = []
  const coverages = given.coverages.map((terms) => {
    if (terms.coverage !== 'property') throw new TypeError(`${terms.coverage} is no property coverage`)
    const { ratio, most } = scaleOf(given, terms)
    const salvage = terms.salvage?.keptBy === 'insured' ? terms.salvage.valueMinor : 0
    const loss = damageOf(terms).minus(Fraction.of(salvage)).floored()
    const isFirst = terms.deductibleOrder === 'beforeAverage'
    const average = (amount: Fraction): Fraction =>
      Fraction.of((most ? amount.capped(most) : amount).times(ratio).rounded())
    const limit = Fraction.of(terms.sumInsuredMinor - (terms.usedMinor ?? 0)).floored()
    const net = isFirst ? average(deductFrom(loss, terms)) : deductFrom(average(loss), terms)
    const pay = net.capped(limit).rounded()
    const rescueLines = terms.lines.filter((line) => line.item === 'rescueCost')
    const costs = Fraction.sum(rescueLines.map(rescueOf))
    const rescue = costs.times(ratio).capped(Fraction.of(terms.sumInsuredMinor)).rounded()
    const names = given.claimants.map(({ claimantId }) => claimantId)
    const weigh = (lines: readonly Line[], of: (line: Line) => Fraction): Fraction[] =>
      names.map((name) => Fraction.sum(lines.filter((line) => line.claimantId === name).map(of)))
    const damage = terms.lines.filter((line) => line.item !== 'rescueCost')
    const paid = divide(
      pay,
      weigh(damage, (line) => Fraction.of(countedOf(line))),
    )
    const rescued = divide(rescue, weigh(rescueLines, rescueOf))
    // Insurance Law 59: under-insured, the rights pass in the proportion of the sum insured to the value.
    const salvaged =
      terms.salvage?.keptBy === 'insurer'
        ? Fraction.of(terms.salvage.valueMinor).times(ratio).capped(Fraction.of(pay)).rounded()
        : 0
    recoveries.push({ kind: 'salvage', amountMinor: salvaged })
    const rights = subrogate(pay + rescue - salvaged, terms.liableParties ?? [])
    recoveries.push(...rights.recoveries)
    const owed = new Map(names.map((name, index) => [name, (paid[index] ?? 0) + (rescued[index] ?? 0)]))
    return { name: `property.${terms.subject}`, byClaimant: withoutGivenAway(owed, rights.givenAway) }
  })
  return { coverages, recoveries, compulsoryParts: [] }
}
