import { describe, expect, it } from 'vitest'
import type { CoverageInput, ThirdPartyInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { MotorFacts, WordingId } from '../../../../domain/adjustment/sheet-types.ts'
import { fault, insured, line, lines, otherCar, paid, pedestrian, sheetOf, yuan } from '../sheet-inputs.ts'

function accident(
  motor: MotorFacts,
  coverages: readonly CoverageInput[],
  wordingId: WordingId = 'motorCommercial2014',
  lossDate = '2018-06-01',
) {
  return sheetOf({ wordingId, lossDate, claimants: [insured, pedestrian], motor, coverages })
}

function thirdParty(terms: Partial<ThirdPartyInput>): ThirdPartyInput {
  return { coverage: 'thirdParty', sumInsuredMinor: yuan('500000'), lines: [], ...terms }
}

describe('third-party liability', () => {
  it('deducts what compulsory cover pays even when no compulsory policy is on the sheet', () => {
    const sheet = accident(fault('sole'), [thirdParty({ lines: lines('victim', { treatment: '15000' }) })])
    expect(sheet.payableMinor).toBe(yuan('4000'))
  })

  it('leaves nothing of a bucket below its limit, so it does not pay for another', () => {
    const sheet = accident(fault('sole'), [
      thirdParty({
        faultDeductibleWaived: true,
        lines: lines('victim', { treatment: '15000', funeral: '30000' }),
      }),
    ])
    expect(sheet.payableMinor).toBe(yuan('5000'))
  })

  it.each([
    ['minor', '0.3', '0.05', '8550'],
    ['equal', '0.5', '0.1', '13500'],
    ['main', '0.7', '0.15', '17850'],
    ['sole', '1', '0.2', '24000'],
  ] as const)(
    'at %s fault takes %s of the rest and %s off (2014)',
    (degree, _liability, _deductible, expected) => {
      const sheet = accident(fault(degree), [thirdParty({ lines: lines('victim', { treatment: '40000' }) })])
      expect(sheet.payableMinor).toBe(yuan(expected))
    },
  )

  it('takes the deductible off the limit, not off the loss (2014)', () => {
    const terms = thirdParty({
      sumInsuredMinor: yuan('50000'),
      lines: lines('victim', { treatment: '210000' }),
    })
    expect(accident(fault('sole'), [terms]).payableMinor).toBe(yuan('40000'))
  })

  it('adds absolute rates up before taking them off', () => {
    const absoluteRates = [{ reason: 'overload' as const }, { reason: 'rider' as const, rate: '0.1' }]
    const terms = {
      absoluteRates,
      faultDeductibleWaived: true,
      lines: lines('victim', { treatment: '20000' }),
    }
    expect(accident(fault('sole'), [thirdParty(terms)]).payableMinor).toBe(yuan('8000'))
  })

  it('has no deductible by fault in the 2020 wording, and says that the wording is not verified', () => {
    const coverages = [thirdParty({ lines: lines('victim', { treatment: '28000' }) })]
    const sheet = accident(fault('sole'), coverages, 'motorCommercial2020', '2023-05-01')
    expect(sheet.payableMinor).toBe(yuan('10000'))
    expect(sheet.wordingVerified).toBe(false)
  })

  it('gives the same whichever liability coverage the losses were entered under', () => {
    const losses = lines('victim', { treatment: '40000', funeral: '30000' })
    const compulsory = { coverage: 'compulsoryMotor', insuredHere: true } as const
    const under = accident(fault('main'), [{ ...compulsory, lines: losses }, thirdParty({})])
    const apart = accident(fault('main'), [{ ...compulsory, lines: [] }, thirdParty({ lines: losses })])
    expect(apart.byCoverage).toEqual(under.byCoverage)
  })

  it('divides a limit that is too low among the victims by what they are still owed', () => {
    const victims = ['a', 'b'].map((claimantId) => ({ claimantId, role: 'outsideVehicles' }) as const)
    const sheet = sheetOf({
      wordingId: 'motorCommercial2020',
      lossDate: '2023-05-01',
      claimants: victims,
      motor: fault('sole'),
      coverages: [
        thirdParty({
          sumInsuredMinor: yuan('1000'),
          lines: [line('1', 'a', 'treatment', yuan('30000')), line('2', 'b', 'treatment', yuan('60000'))],
        }),
      ],
    })
    expect(sheet.byClaimant).toEqual([
      { claimantId: 'a', payableMinor: 33_333 },
      { claimantId: 'b', payableMinor: 66_667 },
    ])
  })
})

describe('liability to the people in the insured vehicle', () => {
  it("deducts the other car's compulsory cover and not the insured car's own", () => {
    const seat: CoverageInput = {
      coverage: 'driverSeat',
      sumInsuredMinor: yuan('50000'),
      faultDeductibleWaived: true,
      lines: lines('insured', { treatment: '20000' }),
    }
    expect(accident(fault('minor', [otherCar('0.7')]), [seat]).payableMinor).toBe(yuan('3000'))
    expect(accident(fault('sole'), [seat]).payableMinor).toBe(yuan('20000'))
  })

  it('pays at most the seat', () => {
    const lossLines = lines('insured', { treatment: '20000' })
    const seat = { coverage: 'driverSeat', sumInsuredMinor: yuan('10000'), usedMinor: yuan('4000') } as const
    const sheet = accident(fault('sole'), [{ ...seat, faultDeductibleWaived: true, lines: lossLines }])
    expect(paid(sheet, 'driverSeat')).toBe(yuan('6000'))
  })
})
