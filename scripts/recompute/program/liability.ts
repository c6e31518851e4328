import { type Answer, type Case, type Liability, type Line, totalOf } from './case.ts'
import { bucketOfItem } from './figures.ts'
import { Fraction, divide } from './fraction.ts'

const isLegalCost = (line: Line): boolean => line.item === 'legalCost'

/** What the insured owes one third party, as far as one person is insured: injury up to the limit for a person. */
function owedTo(terms: Liability, claimantId: string): number {
  const theirs = terms.lines.filter((line) => line.claimantId === claimantId && !isLegalCost(line))
  const isThing = (line: Line): boolean => bucketOfItem(line.item) === 'property'
  const rate = Fraction.rate(terms.liability.rate)
  const injury = Fraction.of(totalOf(theirs.filter((line) => !isThing(line)))).times(rate)
  const things = Fraction.of(totalOf(theirs.filter(isThing))).times(rate)
  const { perPersonLimitMinor: limit } = terms
  return (limit === undefined ? injury : injury.capped(Fraction.of(limit))).plus(things).rounded()
}

function indemnity(terms: Liability, owed: Fraction): number {
  const byRate = owed.times(Fraction.rate(terms.deductibleRate ?? '0'))
  const fixed = Fraction.of(terms.deductibleMinor ?? 0)
  const left = Fraction.of(
    owed
      .minus(fixed.isBelow(byRate) ? byRate : fixed)
      .floored()
      .rounded(),
  )
  const limit = Fraction.of(terms.sumInsuredMinor - (terms.usedMinor ?? 0)).floored()
  const period = terms.periodLeftMinor
  return left
    .capped(limit)
    .capped(period === undefined ? limit : Fraction.of(period))
    .rounded()
}

export function liability(given: Case): Answer {
  const names = given.claimants.map(({ claimantId }) => claimantId)
  const coverages = given.coverages.map((terms) => {
    if (terms.coverage !== 'liability') throw new TypeError(`${terms.coverage} is no liability coverage`)
    const owed = names.map((name) => Fraction.of(owedTo(terms, name)))
    const paid = divide(indemnity(terms, Fraction.sum(owed)), owed)
    const cost = names.map((name) =>
      Fraction.of(totalOf(terms.lines.filter((line) => isLegalCost(line) && line.claimantId === name))),
    )
    const all = Fraction.sum(cost)
    const limit = terms.legalCostLimitMinor
    const defended = divide((limit === undefined ? all : all.capped(Fraction.of(limit))).rounded(), cost)
    const byClaimant = new Map(
      names.map((name, index) => [name, (paid[index] ?? 0) + (defended[index] ?? 0)]),
    )
    return { name: terms.coverage, byClaimant }
  })
  return { coverages, recoveries: [], compulsoryParts: [] }
}
