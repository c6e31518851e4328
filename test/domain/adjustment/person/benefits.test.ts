import { describe, expect, it } from 'vitest'
import type { CoverageInput } from '../../../../domain/adjustment/coverage-input.ts'
import { sheetOf, yuan } from '../sheet-inputs.ts'

const heirs = ['spouse', 'child', 'parent'].map(
  (claimantId) => ({ claimantId, role: 'beneficiary' }) as const,
)

function benefit(coverage: CoverageInput) {
  return sheetOf({ wordingId: 'accident', lossDate: '2023-05-01', claimants: heirs, coverages: [coverage] })
}

const toSpouse = [{ claimantId: 'spouse', parts: 1 }]

describe('benefits of accident insurance', () => {
  it('divides a death benefit into thirds without losing a fen', () => {
    const beneficiaries = heirs.map(({ claimantId }) => ({ claimantId, parts: 1 }))
    const sheet = benefit({ coverage: 'accidentDeath', sumInsuredMinor: yuan('100000'), beneficiaries })
    expect(sheet.byClaimant.map((each) => each.payableMinor)).toEqual([3_333_334, 3_333_333, 3_333_333])
  })

  it('takes off the disability benefit that the same accident was paid', () => {
    const terms = { sumInsuredMinor: yuan('100000'), usedMinor: yuan('40000'), beneficiaries: toSpouse }
    expect(benefit({ coverage: 'accidentDeath', ...terms }).payableMinor).toBe(yuan('60000'))
  })

  it.each([
    [1, '100000'],
    [2, '90000'],
    [7, '40000'],
    [10, '10000'],
  ])('pays grade %i with %s of a sum insured of 100,000', (grade, expected) => {
    const terms = { sumInsuredMinor: yuan('100000'), beneficiaries: toSpouse, grades: [10, grade] }
    expect(benefit({ coverage: 'accidentDisability', ...terms }).payableMinor).toBe(yuan(expected))
  })

  it('pays one sum insured once, however many assessments there are', () => {
    const terms = { sumInsuredMinor: yuan('100000'), usedMinor: yuan('70000'), beneficiaries: toSpouse }
    const sheet = benefit({ coverage: 'accidentDisability', grades: [3], ...terms })
    expect(sheet.payableMinor).toBe(yuan('30000'))
  })

  it.each([
    [22, 3, 180, '950'],
    [2, 3, 180, '0'],
    [200, 3, 180, '9000'],
  ])(
    'pays %i days less %i waiting, at most %i, with %s yuan at 50 a day',
    (days, waitingDays, maximumDays, expected) => {
      const terms = { days, waitingDays, maximumDays, dailyMinor: yuan('50'), beneficiaries: toSpouse }
      expect(benefit({ coverage: 'dailyAllowance', ...terms }).payableMinor).toBe(yuan(expected))
    },
  )
})
