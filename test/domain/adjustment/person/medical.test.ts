import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MedicalInput } from '../../../../domain/adjustment/coverage-input.ts'
import { insured, line, medical, sheetOf, yuan } from '../sheet-inputs.ts'

function treat(terms: Partial<MedicalInput>) {
  const coverages = [medical(terms)]
  return sheetOf({ wordingId: 'accident', lossDate: '2023-05-01', claimants: [insured], coverages })
}

const classA = (amountMinor: number) =>
  line('a', 'insured', 'treatment', amountMinor, { catalogueClass: 'A' })
const classB = (amountMinor: number, selfPayRate: string) =>
  line('b', 'insured', 'medicine', amountMinor, { catalogueClass: 'B', selfPayRate })
const classC = (amountMinor: number) => line('c', 'insured', 'medicine', amountMinor, { catalogueClass: 'C' })

describe('medical expense', () => {
  it('counts class A in full, B after self-pay, C not at all', () => {
    const losses = [classA(yuan('100')), classB(yuan('100'), '0.2'), classC(yuan('100'))]
    expect(treat({ lines: losses }).payableMinor).toBe(yuan('180'))
  })

  it('pays at most the limit, as the court did with 52,137.35 at 80 % under 20,000', () => {
    const sheet = treat({
      deductibleMinor: yuan('100'),
      rates: { settledFirst: '0.8', notSettledFirst: '0.8' },
      lines: [classA(yuan('52137.35'))],
    })
    expect(sheet.payableMinor).toBe(yuan('20000'))
  })

  it('pays less when social insurance did not settle first', () => {
    const terms = { rates: { settledFirst: '0.9', notSettledFirst: '0.6' }, lines: [classA(yuan('1000'))] }
    expect(treat({ ...terms, socialInsuranceSettledFirst: true }).payableMinor).toBe(yuan('900'))
    expect(treat({ ...terms, socialInsuranceSettledFirst: false }).payableMinor).toBe(yuan('600'))
  })

  it('pays less for a more dangerous occupation where the policy says so', () => {
    const occupation = { occupationClass: 5, rate: '0.5' }
    expect(treat({ occupation, lines: [classA(yuan('1000'))] }).payableMinor).toBe(yuan('500'))
  })

  it('caps an item at its sublimit', () => {
    const sublimits = [{ item: 'medicine' as const, limitMinor: yuan('50') }]
    const losses = [classA(yuan('100')), classB(yuan('100'), '0.2')]
    expect(treat({ sublimits, lines: losses }).payableMinor).toBe(yuan('150'))
  })

  it('pays nothing when others and the deductible cover it', () => {
    const terms = { paidByOthersMinor: yuan('950'), deductibleMinor: yuan('100') }
    expect(treat({ ...terms, lines: [classA(yuan('1000'))] }).payableMinor).toBe(0)
  })

  it('never pays more than the expense that others left, nor than what is left of the limit', () => {
    const amount = fc.nat(yuan('50000'))
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        fc.nat(100),
        fc.nat(yuan('20000')),
        (a, b, others, percent, used) => {
          const paidByOthersMinor = Math.min(others, a + b)
          const losses = [classA(a), classB(b, (percent / 100).toFixed(2))]
          const { payableMinor } = treat({ paidByOthersMinor, usedMinor: used, lines: losses })
          expect(payableMinor).toBeLessThanOrEqual(a + b - paidByOthersMinor)
          expect(payableMinor).toBeLessThanOrEqual(yuan('20000') - used)
        },
      ),
    )
  })
})
