import { describe, expect, it } from 'vitest'
import type { OwnDamageInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { MotorFacts } from '../../../../domain/adjustment/sheet-types.ts'
import {
  fault,
  insured,
  line,
  lines,
  otherCar,
  ownDamage,
  sheetOf,
  stepResult,
  yuan,
} from '../sheet-inputs.ts'

function damage(motor: MotorFacts, terms: Partial<OwnDamageInput>, year: '2014' | '2020' = '2014') {
  return sheetOf({
    wordingId: year === '2014' ? 'motorCommercial2014' : 'motorCommercial2020',
    lossDate: year === '2014' ? '2018-06-01' : '2023-05-01',
    claimants: [insured],
    motor,
    coverages: [ownDamage(terms)],
  })
}

const repair = (amount: string) => lines('insured', { vehicleRepair: amount })

describe('own damage', () => {
  it('takes the deductible off after the rates in 2014 and before them in 2020', () => {
    const terms = {
      deductibleMinor: yuan('1000'),
      absoluteRates: [{ reason: 'rider' as const, rate: '0.1' }],
      faultDeductibleWaived: true,
      lines: repair('11000'),
    }
    expect(damage(fault('sole'), terms).payableMinor).toBe(yuan('8900'))
    expect(damage(fault('sole'), terms, '2020').payableMinor).toBe(yuan('9000'))
  })

  it("deducts in the clause form only what was received, not the other car's compulsory cover", () => {
    const facts = fault('none', [otherCar('1')])
    expect(damage(facts, { lines: repair('10000') }).payableMinor).toBe(yuan('10000'))
    expect(damage(facts, { receivedMinor: yuan('2000'), lines: repair('10000') }).payableMinor).toBe(
      yuan('8000'),
    )
  })

  it('pays at most the sum insured', () => {
    const terms = { sumInsuredMinor: yuan('5000'), lines: repair('11000') }
    expect(damage(fault('none'), terms).payableMinor).toBe(yuan('5000'))
  })

  it('pays nothing rather than less than nothing', () => {
    const terms = { deductibleMinor: yuan('500'), lines: repair('300') }
    expect(damage(fault('sole'), terms).payableMinor).toBe(0)
    expect(damage(fault('sole'), terms, '2020').payableMinor).toBe(0)
  })

  it('counts the sum insured for a total loss, less what the third party paid', () => {
    const terms = { receivedMinor: yuan('64000'), lines: lines('insured', { vehicleTotalLoss: '200000' }) }
    expect(damage(fault('none'), { ...terms, sumInsuredMinor: yuan('164000') }).payableMinor).toBe(
      yuan('100000'),
    )
  })

  it('owes the sum insured for a total loss even when the wreck was assessed at nothing', () => {
    const sheet = damage(fault('none'), { lines: lines('insured', { vehicleTotalLoss: '0' }) })
    expect(sheet.byClaimant).toEqual([{ claimantId: 'insured', payableMinor: yuan('300000') }])
  })

  it('deducts salvage that the insured keeps and recovers what we keep (Insurance Law art. 59)', () => {
    const terms = { lines: lines('insured', { vehicleTotalLoss: '100000' }), sumInsuredMinor: yuan('100000') }
    const salvage = { valueMinor: yuan('15000') }
    const kept = damage(fault('none'), { ...terms, salvage: { ...salvage, keptBy: 'insured' } })
    const ours = damage(fault('none'), { ...terms, salvage: { ...salvage, keptBy: 'insurer' } })
    expect([kept.payableMinor, kept.recoverableMinor]).toEqual([yuan('85000'), 0])
    expect([ours.payableMinor, ours.recoverableMinor]).toEqual([yuan('100000'), yuan('15000')])
  })

  it('recovers no more salvage than the damage cost us, whatever the rescue did (Insurance Law art. 59)', () => {
    const sheet = damage(fault('none'), {
      deductibleMinor: yuan('9000'),
      salvage: { valueMinor: yuan('5000'), keptBy: 'insurer' },
      lines: lines('insured', { vehicleRepair: '10000', rescueCost: '800' }),
    })
    expect([sheet.payableMinor, sheet.recoverableMinor]).toEqual([yuan('1800'), yuan('1000')])
  })

  it('pays rescue cost apart, by the share of insured property saved (Insurance Law art. 57)', () => {
    const saved = { insuredMinor: yuan('150000'), totalMinor: yuan('200000') }
    const sheet = damage(fault('sole'), {
      sumInsuredMinor: yuan('5000'),
      lines: [
        line('1', 'insured', 'vehicleRepair', yuan('11000')),
        line('2', 'insured', 'rescueCost', yuan('800'), { saved }),
      ],
    })
    expect(stepResult(sheet, 'ownDamage.rescue')).toBe(yuan('600'))
    expect(sheet.payableMinor).toBe(yuan('5600'))
  })

  it('never pays twice for what the third party has paid, in the share form either', () => {
    const terms = { method: 'share' as const, receivedMinor: yuan('9000'), lines: repair('10000') }
    const sheet = damage(fault('main', [otherCar('0.3')]), { ...terms, faultDeductibleWaived: true })
    expect(sheet.payableMinor).toBe(yuan('1000'))
  })

  it('deducts only 100 yuan for the cover of another car without fault', () => {
    const terms = { method: 'share' as const, faultDeductibleWaived: true, lines: repair('10100') }
    expect(damage(fault('sole', [otherCar('0')]), terms).payableMinor).toBe(yuan('10000'))
  })
})

describe('depreciation', () => {
  const depreciation = {
    newPriceMinor: yuan('200000'),
    fullMonths: 300,
    vehicleKind: 'familyCarUpTo9Seats',
  } as const
  const total = lines('insured', { vehicleTotalLoss: '200000' })

  it('takes off at most 80 % of the new price (2014)', () => {
    const sheet = damage(fault('none'), { depreciation, lines: total })
    expect(stepResult(sheet, 'ownDamage.depreciation')).toBe(yuan('160000'))
    expect(sheet.payableMinor).toBe(yuan('40000'))
  })

  it('uses the stated rate for a vehicle that the wording does not list', () => {
    const truck = { ...depreciation, fullMonths: 10, vehicleKind: 'other', monthlyRate: '0.011' } as const
    const sheet = damage(fault('none'), { depreciation: truck, lines: total })
    expect(sheet.payableMinor).toBe(yuan('178000'))
  })
})
