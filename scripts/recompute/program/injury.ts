import type { Derivation } from './case.ts'
import { Fraction, everything } from './fraction.ts'

/** Twenty years; over sixty a year less for each year of age; from seventy-five on five. */
function yearsFrom(age: number): number {
  if (age >= 75) return 5
  return age > 60 ? 20 - (age - 60) : 20
}

/** A minor is kept until eighteen, anyone else as long as a death is compensated. */
function yearsOfSupport(age: number): number {
  return age < 18 ? 18 - age : yearsFrom(age)
}

/** What a statutory injury item comes to, in fen. */
export function injuryAmount(given: Derivation): number {
  switch (given.formula) {
    case 'deathCompensation':
      return given.yearlyIncomeMinor * yearsFrom(given.age)
    case 'funeral':
      return given.monthlyWageMinor * 6
    case 'disabilityCompensation':
      return Fraction.of(given.yearlyIncomeMinor * yearsFrom(given.age))
        .times(Fraction.rate(given.rate))
        .rounded()
    case 'dependants': {
      // Year by year: all dependants together never take more than one person's yearly expense.
      const years = Array.from({ length: 20 }, (_, year) =>
        Fraction.sum(
          given.dependants
            .filter(({ age }) => yearsOfSupport(age) > year)
            .map(({ supporters }) => new Fraction(1n, BigInt(supporters))),
        ).capped(everything),
      )
      return Fraction.sum(years)
        .times(Fraction.of(given.yearlyExpenseMinor))
        .times(Fraction.rate(given.rate))
        .rounded()
    }
  }
}
