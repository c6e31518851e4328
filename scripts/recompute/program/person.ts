import type {
  Allowance,
  Answer,
  ByClaimant,
  Case,
  Coverage,
  Death,
  Disability,
  Line,
  Medical,
} from './case.ts'
import { countedOf } from './case.ts'
import { Fraction, divide, everything, nothing } from './fraction.ts'

/** Catalogue class A counts whole, B after the patient's own part, C not at all. */
function eligibleOf(line: Line): Fraction {
  const cost = Fraction.of(countedOf(line))
  if (line.catalogueClass === 'C') return nothing
  if (line.catalogueClass !== 'B') return cost
  return cost.times(everything.minus(Fraction.rate(line.selfPayRate ?? '0')))
}

/** What an item counts after its sublimit, and what that leaves of each fen of its lines. */
function afterSublimit(terms: Medical, item: string): { readonly total: Fraction; readonly share: Fraction } {
  const cost = Fraction.sum(terms.lines.filter((line) => line.item === item).map(eligibleOf))
  const sublimit = terms.sublimits?.find((each) => each.item === item)
  const total = sublimit ? cost.capped(Fraction.of(sublimit.limitMinor)) : cost
  return { total, share: cost.over === 0n ? nothing : total.dividedBy(cost) }
}

/** Others have paid what the papers say at least; more may be known from elsewhere. */
function paidByOthers(terms: Medical): number {
  const papers = terms.lines.flatMap(({ receipts = [] }) => receipts)
  const shown = papers.reduce((sum, { paidByOthersMinor = 0 }) => sum + paidByOthersMinor, 0)
  return Math.max(shown, terms.paidByOthersMinor ?? 0)
}

function medical(given: Case, terms: Medical): ByClaimant {
  const items = [...new Set(terms.lines.map(({ item }) => item))]
  const within = new Map(items.map((item) => [item, afterSublimit(terms, item)]))
  const eligible = Fraction.sum([...within.values()].map(({ total }) => total))
  const base = Fraction.of(eligible.rounded())
    .minus(Fraction.of(paidByOthers(terms)))
    .minus(Fraction.of(terms.deductibleMinor ?? 0))
    .floored()
  const { settledFirst, notSettledFirst } = terms.rates
  const rate = Fraction.rate(terms.socialInsuranceSettledFirst ? settledFirst : notSettledFirst)
  const occupation = Fraction.rate(terms.occupation?.rate ?? '1')
  const limit = Fraction.of(terms.sumInsuredMinor - (terms.usedMinor ?? 0)).floored()
  const pay = base.times(rate).times(occupation).capped(limit).rounded()
  const names = given.claimants.map(({ claimantId }) => claimantId)
  const counts = (line: Line): Fraction => eligibleOf(line).times(within.get(line.item)?.share ?? nothing)
  const weights = names.map((name) =>
    Fraction.sum(terms.lines.filter((line) => line.claimantId === name).map(counts)),
  )
  const shares = divide(pay, weights)
  return new Map(names.map((name, index) => [name, shares[index] ?? 0]))
}

function benefitOf(terms: Death | Disability | Allowance): number {
  if (terms.coverage === 'dailyAllowance') {
    const days = Math.min(Math.max(0, terms.days - terms.waitingDays), terms.maximumDays)
    return Fraction.of(terms.dailyMinor).times(Fraction.of(days)).rounded()
  }
  const limit = Fraction.of(terms.sumInsuredMinor - (terms.usedMinor ?? 0)).floored()
  if (terms.coverage === 'accidentDeath') return limit.rounded()
  // Grade 1 pays everything, each further grade a tenth less; the worst grade counts.
  const tenths = BigInt(11 - Math.min(...terms.grades))
  return Fraction.of(terms.sumInsuredMinor).times(new Fraction(tenths, 10n)).capped(limit).rounded()
}

function payOf(given: Case, terms: Coverage): ByClaimant {
  switch (terms.coverage) {
    case 'accidentMedical':
    case 'healthMedical':
      return medical(given, terms)
    case 'accidentDeath':
    case 'accidentDisability':
    case 'dailyAllowance': {
      const parts = terms.beneficiaries.map((each) => Fraction.of(each.parts))
      const shares = divide(benefitOf(terms), parts)
      return new Map(terms.beneficiaries.map((each, index) => [each.claimantId, shares[index] ?? 0]))
    }
    case 'compulsoryMotor':
    case 'thirdParty':
    case 'driverSeat':
    case 'ownDamage':
    case 'property':
    case 'liability':
      throw new TypeError(`${terms.coverage} insures no person`)
  }
}

export function person(given: Case): Answer {
  const coverages = given.coverages.map((terms) => ({
    name: terms.coverage,
    byClaimant: payOf(given, terms),
  }))
  return { coverages, recoveries: [], compulsoryParts: [] }
}
