import type { Derivation, LineInput } from '../coverage-input.ts'
import { type Rational, dividedBy, least, nothing, one, parseRate, sum, times, whole } from '../rational.ts'
import type { StepInput } from '../sheet-types.ts'
import { type Trace, stepInput } from '../trace.ts'

interface DerivedItem {
  readonly exact: Rational
  readonly inputs: readonly StepInput[]
}

/** 20 years; over 60 one year less for each year of age; from 75 on five. */
export function compensationYears(age: number): number {
  if (age >= 75) return 5
  return age > 60 ? 20 - (age - 60) : 20
}

/** A minor is supported until 18; an adult who cannot work, for the years of a compensation. */
export function supportYears(age: number): number {
  return age < 18 ? 18 - age : compensationYears(age)
}

function dependantsOf(facts: Extract<Derivation, { formula: 'dependants' }>): DerivedItem {
  const each = facts.dependants.map(({ age, supporters }) => ({ years: supportYears(age), supporters }))
  const longest = Math.max(0, ...each.map(({ years }) => years))
  // One year never costs more than one person's expense, however many there are to support.
  const years = Array.from({ length: longest }, (_, year) =>
    least(
      one,
      sum(
        ...each
          .filter((person) => person.years > year)
          .map((person) => dividedBy(one, whole(person.supporters))),
      ),
    ),
  )
  return {
    exact: times(sum(nothing, ...years), whole(facts.yearlyExpenseMinor), parseRate(facts.rate)),
    inputs: [
      stepInput('yearlyExpense', 'fen', facts.yearlyExpenseMinor),
      ...each.flatMap(({ years: count, supporters }) => [
        stepInput('years', 'years', count),
        stepInput('supporters', 'count', supporters),
      ]),
      stepInput('disabilityRate', 'rate', facts.rate),
    ],
  }
}

/** The statutory amount of an injury item before rounding, and what it was made of. */
export function deriveItem(facts: Derivation): DerivedItem {
  switch (facts.formula) {
    case 'deathCompensation':
    case 'disabilityCompensation': {
      const years = compensationYears(facts.age)
      const rate = facts.formula === 'deathCompensation' ? '1' : facts.rate
      return {
        exact: times(whole(facts.yearlyIncomeMinor), whole(years), parseRate(rate)),
        inputs: [
          stepInput('yearlyIncome', 'fen', facts.yearlyIncomeMinor),
          stepInput('age', 'years', facts.age),
          stepInput('years', 'years', years),
          ...(facts.formula === 'disabilityCompensation' ? [stepInput('disabilityRate', 'rate', rate)] : []),
        ],
      }
    }
    case 'funeral':
      return {
        exact: times(whole(facts.monthlyWageMinor), whole(6)),
        inputs: [stepInput('monthlyWage', 'fen', facts.monthlyWageMinor)],
      }
    case 'dependants':
      return dependantsOf(facts)
  }
}

/** Shows how the assessed amounts of statutory items were found. */
export function traceDerivations(trace: Trace, lines: readonly LineInput[]): void {
  for (const line of lines) {
    if (!line.derivation) continue
    trace.take({
      id: `derived.${line.lineId}`,
      formula: line.derivation.formula,
      subject: { zh: line.lineId, en: line.lineId },
      ...deriveItem(line.derivation),
    })
  }
}
