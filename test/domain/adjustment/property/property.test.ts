import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PropertyInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { WordingId } from '../../../../domain/adjustment/sheet-types.ts'
import { insured, line, lines, property, sheetOf, stepResult, yuan } from '../sheet-inputs.ts'

function insure(terms: Partial<PropertyInput>, wordingId: WordingId = 'propertyEnterprise') {
  const coverages = [property({ valueMinor: yuan('10000'), sumInsuredMinor: yuan('8000'), ...terms })]
  return sheetOf({ wordingId, lossDate: '2023-05-01', claimants: [insured], coverages })
}

const damage = (amount: string) => lines('insured', { buildingDamage: amount })

describe('property', () => {
  it('pays in proportion when under-insured (Insurance Law art. 55)', () => {
    expect(insure({ lines: damage('1000') }).payableMinor).toBe(yuan('800'))
  })

  it('shows whether the value was agreed or is the actual one at the loss (Insurance Law art. 55)', () => {
    for (const valueBasis of ['agreedValue', 'actualValueAtLoss'] as const) {
      const { steps } = insure({ valueBasis, lines: damage('1000') })
      expect(steps.find(({ formula }) => formula === 'average')?.inputs).toContainEqual(
        expect.objectContaining({ name: 'value', source: valueBasis }),
      )
    }
  })

  it('treats a sum above the value as the value (art. 55)', () => {
    const sheet = insure({ sumInsuredMinor: yuan('20000'), lines: damage('12000') })
    expect(sheet.payableMinor).toBe(yuan('10000'))
  })

  it('knows from the wording whether contents are insured at first loss', () => {
    const contents = {
      subject: 'contents' as const,
      sumInsuredMinor: yuan('800'),
      lines: lines('insured', { contentsDamage: '1000' }),
    }
    expect(insure(contents, 'propertyHousehold').payableMinor).toBe(yuan('800'))
    expect(insure(contents, 'propertyEnterprise').payableMinor).toBe(yuan('80'))
  })

  it('takes the deductible before or after average as the policy says', () => {
    const terms = { deductibleMinor: yuan('100'), lines: damage('1000') }
    expect(insure({ ...terms, deductibleOrder: 'beforeAverage' }).payableMinor).toBe(yuan('720'))
    expect(insure({ ...terms, deductibleOrder: 'afterAverage' }).payableMinor).toBe(yuan('700'))
    expect(insure(terms).payableMinor).toBe(yuan('700'))
  })

  it.each([
    ['50', '0.1', '720'],
    ['90', '0.1', '710'],
  ])('of a deductible of %s yuan and a rate of %s the greater counts', (amount, deductibleRate, expected) => {
    const terms = { deductibleMinor: yuan(amount), deductibleRate, deductibleChoice: 'greater' as const }
    expect(insure({ ...terms, lines: damage('1000') }).payableMinor).toBe(yuan(expected))
  })

  it('is no double insurance while the sums stay below the value (art. 56)', () => {
    const otherInsurances = [{ insurer: 'other', sumInsuredMinor: yuan('1000') }]
    expect(insure({ otherInsurances, lines: damage('1000') }).payableMinor).toBe(yuan('800'))
  })

  it('shares with the other insurer even at first loss (art. 56)', () => {
    const terms = {
      subject: 'contents' as const,
      sumInsuredMinor: yuan('3000'),
      otherInsurances: [{ insurer: 'other', sumInsuredMinor: yuan('1000') }],
      lines: lines('insured', { contentsDamage: '400' }),
    }
    expect(insure(terms, 'propertyHousehold').payableMinor).toBe(yuan('300'))
  })

  it('pays rescue cost apart, even on top of the sum insured (art. 57)', () => {
    const sheet = insure({ lines: lines('insured', { buildingDamage: '10000', rescueCost: '500' }) })
    expect(stepResult(sheet, 'property.building.pay')).toBe(yuan('8000'))
    expect(stepResult(sheet, 'property.building.rescue')).toBe(yuan('400'))
  })

  it('takes salvage over in the proportion of the insurance (art. 59)', () => {
    const salvage = { valueMinor: yuan('1000'), keptBy: 'insurer' } as const
    const sheet = insure({ salvage, lines: damage('10000') })
    expect(sheet.recoverables).toEqual([{ kind: 'salvage', amountMinor: yuan('800') }])
  })

  it('takes over no more salvage than it paid (art. 59)', () => {
    const salvage = { valueMinor: yuan('10000'), keptBy: 'insurer' } as const
    const sheet = insure({ salvage, deductibleMinor: yuan('7900'), lines: damage('10000') })
    expect([sheet.payableMinor, sheet.recoverableMinor]).toEqual([yuan('100'), yuan('100')])
  })

  it('pays rescue cost up to a sum insured of its own (art. 57)', () => {
    const terms = { valueMinor: yuan('8000'), lines: lines('insured', { rescueCost: '9000' }) }
    expect(insure(terms).payableMinor).toBe(yuan('8000'))
  })

  it('counts the loss of an item up to its sublimit', () => {
    const sheet = insure({
      sublimits: [{ item: 'stockDamage', limitMinor: yuan('500') }],
      lines: [
        ...damage('1000'),
        line('s1', 'insured', 'stockDamage', yuan('400')),
        line('s2', 'insured', 'stockDamage', yuan('400')),
      ],
    })
    expect(sheet.payableMinor).toBe(yuan('1200'))
  })

  it('pays what is left of a sum insured that was used before', () => {
    expect(insure({ usedMinor: yuan('7900'), lines: damage('1000') }).payableMinor).toBe(yuan('100'))
    expect(insure({ usedMinor: yuan('9000'), lines: damage('1000') }).payableMinor).toBe(0)
  })

  it('never pays more than the loss, and all insurers together not more than the value (art. 56)', () => {
    const amount = fc.integer({ min: 1, max: 10 ** 9 })
    fc.assert(
      fc.property(amount, amount, amount, amount, (loss, value, ours, theirs) => {
        const pays = (own: number, other: number) =>
          insure({
            valueMinor: value,
            sumInsuredMinor: own,
            otherInsurances: [{ insurer: 'other', sumInsuredMinor: other }],
            lines: [line('1', 'insured', 'buildingDamage', loss)],
          }).payableMinor
        const [a, b] = [pays(ours, theirs), pays(theirs, ours)]
        expect(a).toBeLessThanOrEqual(ours)
        // Two insurers round apart, so together they may be one fen above.
        expect(a + b).toBeLessThanOrEqual(Math.min(loss, value) + 1)
      }),
    )
  })
})
