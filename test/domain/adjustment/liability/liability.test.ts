import { describe, expect, it } from 'vitest'
import type { LiabilityInput } from '../../../../domain/adjustment/coverage-input.ts'
import { checkSheetInput } from '../../../../domain/adjustment/faults/check-sheet-input.ts'
import type { SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import { insured, line, lines, sheetOf, stepResult, yuan } from '../sheet-inputs.ts'

const guests = ['a', 'b'].map((claimantId) => ({ claimantId, role: 'thirdParty' }) as const)

function input(terms: Partial<LiabilityInput>): SheetInput {
  return {
    wordingId: 'liability',
    lossDate: '2024-05-01',
    claimants: [insured, ...guests],
    coverages: [
      {
        coverage: 'liability',
        liability: { rate: '0.8', basis: 'judgment' },
        sumInsuredMinor: yuan('1000000'),
        lines: [],
        ...terms,
      },
    ],
  }
}

const owed = (terms: Partial<LiabilityInput>): Record<string, number> =>
  Object.fromEntries(sheetOf(input(terms)).byClaimant.map((each) => [each.claimantId, each.payableMinor]))

describe('liability cover', () => {
  it('is owed to the third parties by their loss, and not to the insured (Insurance Law art. 65)', () => {
    const losses = [
      ...lines('a', { treatment: '10000', thirdPartyProperty: '500' }),
      ...lines('b', { care: '2000' }),
    ]
    expect(owed({ lines: losses })).toEqual({ a: yuan('8400'), b: yuan('1600') })
    const toInsured = input({ lines: lines('insured', { treatment: '10000' }) })
    expect(checkSheetInput(toInsured).map(({ code, path }) => [code, path])).toEqual([
      ['contradiction', 'coverages[0].lines[0].claimantId'],
    ])
  })

  it('pays the dispute to the insured, apart and up to its own limit (Insurance Law art. 66)', () => {
    const losses = [line('1', 'a', 'treatment', yuan('100')), line('2', 'insured', 'legalCost', yuan('900'))]
    const terms = { sumInsuredMinor: yuan('50'), lines: losses }
    expect(owed(terms)).toEqual({ a: yuan('50'), insured: yuan('900') })
    expect(owed({ ...terms, legalCostLimitMinor: yuan('300') })).toEqual({
      a: yuan('50'),
      insured: yuan('300'),
    })
    const defended = input({ lines: [line('1', 'a', 'legalCost', 1)] })
    expect(checkSheetInput(defended).map(({ code }) => code)).toEqual(['contradiction'])
  })

  it('counts the injury of one person up to the limit for a person, and things beside it', () => {
    const losses = lines('a', { deathCompensation: '900000', thirdPartyProperty: '1000' })
    expect(owed({ perPersonLimitMinor: yuan('200000'), lines: losses })).toEqual({ a: yuan('200800') })
  })

  it('takes the greater deduction off the whole accident, and shares what is left to the fen', () => {
    const losses = [...lines('a', { treatment: '100.01' }), ...lines('b', { treatment: '200.02' })]
    const terms: Partial<LiabilityInput> = {
      deductibleMinor: yuan('10'),
      deductibleRate: '0.1',
      deductibleChoice: 'greater',
      lines: losses,
    }
    const sheet = sheetOf(input(terms))
    expect(stepResult(sheet, 'liability.deductible')).toBe(yuan('216.03'))
    expect(owed(terms)).toEqual({ a: yuan('72.01'), b: yuan('144.02') })
    const unchosen = input({ deductibleMinor: 1, deductibleRate: '0.1', lines: losses })
    expect(checkSheetInput(unchosen).map(({ code }) => code)).toEqual(['factMissing'])
  })

  it('pays no more than is left of the limit for the accident and of the period', () => {
    const terms = { usedMinor: yuan('999000'), lines: lines('a', { treatment: '10000' }) }
    expect(owed(terms)).toEqual({ a: yuan('1000') })
    expect(owed({ ...terms, periodLeftMinor: yuan('700') })).toEqual({ a: yuan('700') })
    expect(owed({ ...terms, usedMinor: yuan('2000000') })).toEqual({ a: 0 })
  })
})
