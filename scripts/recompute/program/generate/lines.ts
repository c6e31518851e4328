import type { Derivation, Line } from '../case.ts'
import { Fraction, divide } from '../fraction.ts'
import { injuryAmount } from '../injury.ts'
import type { Random } from './random.ts'

/** What an injury or a death costs. */
export const bodily = [
  ['deathCompensation', 'funeral', 'disabilityCompensation', 'disabilityAids', 'care', 'rehabilitation'],
  ['transport', 'dependants', 'lodging', 'lostWages', 'mentalDistress'],
  ['treatment', 'hospitalFood', 'followUpTreatment', 'nutrition'],
].flat()

/** Numbers the lines of one case: a line's id is unique in its sheet. */
export class LineMaker {
  readonly #random: Random
  #made = 0

  constructor(random: Random) {
    this.#random = random
  }

  /** A line with amounts that may be asked, assessed and agreed differently. */
  line(claimantId: string, item: string, facts: Partial<Line> = {}): Line {
    const random = this.#random
    const askedMinor = random.amount()
    this.#made += 1
    return {
      lineId: `${this.#made}`,
      claimantId,
      item,
      basis: random.pick(['invoice', 'appraisal', 'judgment']),
      askedMinor,
      assessedMinor: random.chance(0.7) ? askedMinor : random.partOf(askedMinor),
      ...random.perhaps(0.2, () => ({ agreedMinor: random.partOf(askedMinor) })),
      ...facts,
    }
  }

  /** A medical line with its bills: of each, social insurance may have paid a part. */
  billed(line: Line): Line {
    const random = this.#random
    const bills = random.between(1, 4)
    const parts = divide(
      line.askedMinor,
      Array.from({ length: bills }, () => Fraction.of(random.between(1, 9))),
    )
    const receipts = parts.map((amountMinor, index) => ({
      receipt: `${line.lineId}.${index + 1}`,
      amountMinor,
      ...random.perhaps(0.6, () => ({ paidByOthersMinor: random.partOf(amountMinor) })),
    }))
    return { ...line, receipts }
  }

  /** A statutory injury item with its calculation, worked out by this program: the engine must find the same. */
  statutory(claimantId: string): Line {
    const derivation = this.#derivation()
    const amount = injuryAmount(derivation)
    const facts = { basis: 'statutory', askedMinor: amount, assessedMinor: amount, derivation }
    const { agreedMinor: _, ...line } = this.line(claimantId, derivation.formula)
    return { ...line, ...facts }
  }

  #derivation(): Derivation {
    const random = this.#random
    const age = random.pick([0, 17, 18, 30, 59, 60, 61, 74, 75, 76, 90])
    const yearlyIncomeMinor = random.between(1_000_000, 9_000_000)
    switch (random.between(0, 3)) {
      case 0:
        return { formula: 'deathCompensation', yearlyIncomeMinor, age }
      case 1:
        return { formula: 'funeral', monthlyWageMinor: random.between(300_000, 1_500_000) }
      case 2:
        return { formula: 'disabilityCompensation', yearlyIncomeMinor, age, rate: random.rate() }
      default:
        return {
          formula: 'dependants',
          yearlyExpenseMinor: random.between(1_000_000, 5_000_000),
          dependants: Array.from({ length: random.between(1, 4) }, () => ({
            age: random.pick([0, 5, 12, 17, 18, 40, 60, 66, 75, 80]),
            supporters: random.between(1, 4),
          })),
          rate: random.rate(),
        }
    }
  }
}
