import { describe, expect, it } from 'vitest'
import type { Derivation } from '../../../../domain/adjustment/coverage-input.ts'
import {
  compensationYears,
  deriveItem,
  supportYears,
} from '../../../../domain/adjustment/motor/injury-items.ts'
import { roundHalfUp } from '../../../../domain/adjustment/rational.ts'
import { fault, line, pedestrian, sheetOf, stepResult, yuan } from '../sheet-inputs.ts'

const derived = (facts: Derivation): number => roundHalfUp(deriveItem(facts).exact)

describe('injury and death items', () => {
  it.each([
    [30, 20],
    [60, 20],
    [61, 19],
    [74, 6],
    [75, 5],
    [90, 5],
  ])('at %i years of age a death is compensated for %i years', (age, years) => {
    expect(compensationYears(age)).toBe(years)
  })

  it('supports a minor until 18 and an adult for the years of a compensation', () => {
    expect([0, 17, 18, 65, 80].map(supportYears)).toEqual([18, 1, 20, 15, 5])
  })

  it('multiplies yearly income by the years', () => {
    const facts: Derivation = { formula: 'deathCompensation', yearlyIncomeMinor: yuan('30192.90'), age: 40 }
    expect(derived(facts)).toBe(yuan('603858'))
  })

  it('pays six monthly wages for a funeral', () => {
    expect(derived({ formula: 'funeral', monthlyWageMinor: yuan('5399.17') })).toBe(yuan('32395.02'))
  })

  it('reduces by the disability rate', () => {
    const facts = { yearlyIncomeMinor: yuan('50000'), age: 70, rate: '0.1' }
    expect(derived({ formula: 'disabilityCompensation', ...facts })).toBe(yuan('50000'))
  })

  it('never gives all dependants of one year more than one yearly expense', () => {
    const children = [
      { age: 8, supporters: 2 },
      { age: 8, supporters: 2 },
      { age: 13, supporters: 2 },
    ]
    const facts = { yearlyExpenseMinor: yuan('20000'), rate: '1', dependants: children }
    expect(derived({ formula: 'dependants', ...facts })).toBe(yuan('200000'))
  })

  it('shows the calculation of an item on the sheet', () => {
    const amount = yuan('32395.02')
    const funeral = line('f', 'victim', 'funeral', amount, {
      basis: 'statutory',
      derivation: { formula: 'funeral', monthlyWageMinor: yuan('5399.17') },
    })
    const sheet = sheetOf({
      wordingId: 'motorCompulsory',
      lossDate: '2023-05-01',
      claimants: [pedestrian],
      motor: fault('sole'),
      coverages: [{ coverage: 'compulsoryMotor', insuredHere: true, lines: [funeral] }],
    })
    expect(stepResult(sheet, 'derived.f')).toBe(amount)
  })
})
