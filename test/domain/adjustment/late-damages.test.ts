import { describe, expect, it } from 'vitest'
import type { DelayInput } from '../../../domain/adjustment/coverage-input.ts'
import { checkSheetInput } from '../../../domain/adjustment/faults/check-sheet-input.ts'
import { fault, insured, lines, ownDamage, paid, sheetOf, yuan } from './sheet-inputs.ts'

const late: DelayInput = {
  claimantId: 'insured',
  amountMinor: yuan('100000'),
  dueOn: '2026-03-19',
  paidOn: '2026-04-18',
  yearlyRate: '0.03',
  basis: 'judgment',
}

const input = (...delay: readonly DelayInput[]) => ({
  wordingId: 'motorCommercial2020' as const,
  lossDate: '2024-05-01',
  claimants: [insured],
  motor: fault('sole'),
  coverages: [
    ownDamage({ sumInsuredMinor: yuan('100000'), lines: lines('insured', { vehicleRepair: '100000' }) }),
  ],
  delay,
})

describe('a late payment', () => {
  it('owes the loss that it caused, beside the indemnity and above every limit (Insurance Law art. 23)', () => {
    const sheet = sheetOf(input(late))
    // 100,000 × 3 % × 30 ÷ 365
    expect(paid(sheet, 'lateDamages')).toBe(24_658)
    expect(sheet.payableMinor).toBe(yuan('100000') + 24_658)
    expect(sheet.steps.at(-1)).toMatchObject({ id: 'lateDamages.1', clause: { en: 'Insurance Law art. 23' } })
  })

  it('is counted payment by payment', () => {
    const second = { ...late, amountMinor: yuan('36500'), paidOn: '2026-03-20', yearlyRate: '0.1' }
    expect(paid(sheetOf(input(late, second)), 'lateDamages')).toBe(24_658 + yuan('10'))
  })

  it.each<[string, Partial<DelayInput>, string, string]>([
    ['came in its term', { paidOn: '2026-03-19' }, 'contradiction', 'delay[0].paidOn'],
    ['has no such day', { dueOn: '2026-02-30' }, 'dateInvalid', 'delay[0].dueOn'],
    ['was for nobody of the sheet', { claimantId: 'stranger' }, 'claimantUnknown', 'delay[0].claimantId'],
    ['costs more than everything', { yearlyRate: '1.5' }, 'rateInvalid', 'delay[0].yearlyRate'],
  ])('is refused when it %s', (_, change, code, path) => {
    expect(checkSheetInput(input({ ...late, ...change }))).toMatchObject([{ code, path }])
  })
})
