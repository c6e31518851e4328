import { describe, expect, it } from 'vitest'
import { compareSheets, rerun } from '../../../domain/adjustment/compare-sheets.ts'
import { calculate } from '../../../domain/adjustment/sheet.ts'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { insured, lines, property, sheetOf, yuan } from './sheet-inputs.ts'

const input = (amount: string): SheetInput => ({
  wordingId: 'propertyEnterprise',
  lossDate: '2023-05-01',
  claimants: [insured],
  coverages: [
    property({
      sumInsuredMinor: yuan('8000'),
      valueMinor: yuan('10000'),
      lines: lines('insured', { buildingDamage: amount }),
    }),
  ],
})

describe('comparing sheets', () => {
  it('finds nothing between a sheet and its re-run', () => {
    const stored = calculate(input('1000'))
    expect(rerun(input('1000'), stored)).toEqual({ agrees: true, differences: [] })
  })

  it('names each figure that changed: line, steps, coverage and total', () => {
    const differences = compareSheets(calculate(input('1000')), calculate(input('500')))
    expect(differences.map(({ what }) => what)).toEqual([
      'payable',
      'coverage property:building',
      'coverage property:building insured',
      'line insured-buildingDamage',
      'step property.building.loss',
      'step property.building.average',
      'step property.building.pay',
    ])
    expect(differences[0]).toEqual({ what: 'payable', before: yuan('800'), after: yuan('400') })
  })

  it('tells a step that only one of them has', () => {
    const [first] = input('1000').coverages
    const withDeductible = {
      ...input('1000'),
      coverages: [{ ...property({}), ...first, deductibleMinor: 0 }],
    }
    const differences = compareSheets(sheetOf(input('1000')), calculate(withDeductible))
    expect(differences).toEqual([
      { what: 'step property.building.deductible', before: undefined, after: yuan('800') },
    ])
  })

  it('tells when a stored sheet was made by another engine', () => {
    const stored = { ...sheetOf(input('1000')), engineVersion: '0.9.0' }
    const again = rerun(input('1000'), stored)
    expect(again.differences.map(({ what }) => what)).toEqual(['engine'])
    expect(again.agrees).toBe(true)
  })

  it('does not agree when a single figure would be another today', () => {
    const stored = { ...sheetOf(input('1000')), engineVersion: '0.9.0', recoverableMinor: 1 }
    const again = rerun(input('1000'), stored)
    expect(again).toEqual({
      agrees: false,
      differences: [
        { what: 'engine', before: '0.9.0', after: expect.any(String) },
        { what: 'recoverable', before: 1, after: 0 },
      ],
    })
  })

  it('tells when there is no wording any more', () => {
    const none = calculate({ ...input('1000'), lossDate: '1999-01-01' })
    expect(compareSheets(calculate(input('1000')), none)).toEqual([
      { what: 'outcome', before: 'calculated', after: 'noWording' },
    ])
    expect(compareSheets(none, none)).toEqual([])
  })
})
