import { describe, expect, it } from 'vitest'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { fromAgreedToPayable } from '../../../web/staff/claim/sheet/from-agreed-to-payable.ts'
import {
  fault,
  insured,
  line,
  lines,
  medical,
  otherCar,
  ownDamage,
  pedestrian,
  property,
  sheetOf,
  yuan,
} from '../../domain/adjustment/sheet-inputs.ts'

const commercial = { wordingId: 'motorCommercial2020', lossDate: '2024-05-01', claimants: [insured] } as const
const accident = { wordingId: 'accident', lossDate: '2024-05-01', claimants: [insured] } as const

/** The way of a sheet, each reason by the name and the value of its input. */
function wayOf(input: SheetInput) {
  const result = sheetOf(input)
  const { agreedMinor, between } = fromAgreedToPayable(input, result)
  const inputAt = (stepId: string, index: number) =>
    result.steps.find(({ id }) => id === stepId)?.inputs[index]
  return {
    agreedMinor,
    payableMinor: result.payableMinor,
    sum: between.reduce((all, { minor }) => all + minor, agreedMinor),
    rows: between.map(({ minor, stepId, benefit, reasons }) => ({
      minor,
      of: benefit ?? stepId,
      reasons: reasons.map(({ stepId: of, input: index }) => inputAt(of, index)?.name),
    })),
  }
}

describe('between what was agreed and what is payable', () => {
  it('nothing stands where all of it is paid', () => {
    const whole = medical({ lines: lines('insured', { treatment: '100' }).map(asClassA) })
    expect(wayOf({ ...accident, coverages: [whole] }).rows).toEqual([])
  })

  it('a deductible stands with its amount', () => {
    const repair = ownDamage({
      deductibleMinor: yuan('500'),
      lines: [line('1', 'insured', 'vehicleRepair', yuan('3000'))],
    })
    expect(wayOf({ ...commercial, motor: fault('sole'), coverages: [repair] }).rows).toEqual([
      { minor: -yuan('500'), of: 'ownDamage.pay', reasons: ['deductible'] },
    ])
  })

  it('each step that takes something off stands by itself', () => {
    const cost = medical({
      deductibleMinor: yuan('100'),
      lines: [
        asClassA(line('a', 'insured', 'treatment', yuan('1000'))),
        { ...line('c', 'insured', 'medicine', yuan('200')), catalogueClass: 'C' },
      ],
    })
    expect(wayOf({ ...accident, coverages: [cost] }).rows).toEqual([
      { minor: -yuan('200'), of: 'accidentMedical.eligible', reasons: ['catalogueClass'] },
      { minor: -yuan('100'), of: 'accidentMedical.pay', reasons: ['deductible'] },
    ])
  })

  it('a limit is named only where it is what is left to pay', () => {
    const over = medical({
      sumInsuredMinor: yuan('800'),
      usedMinor: yuan('300'),
      lines: lines('insured', { treatment: '1000' }).map(asClassA),
    })
    expect(wayOf({ ...accident, coverages: [over] }).rows).toEqual([
      { minor: -yuan('500'), of: 'accidentMedical.pay', reasons: ['limit'] },
    ])
  })

  it('under-insurance stands with the sum and the value', () => {
    const half = property({
      sumInsuredMinor: yuan('50000'),
      valueMinor: yuan('100000'),
      valueBasis: 'actualValueAtLoss',
      lines: [line('1', 'insured', 'buildingDamage', yuan('1000'))],
    })
    const [row] = wayOf({
      wordingId: 'propertyEnterprise',
      lossDate: '2024-05-01',
      claimants: [insured],
      coverages: [half],
    }).rows
    expect(row).toEqual({
      minor: -yuan('500'),
      of: 'property.building.average',
      reasons: ['sumInsured', 'value'],
    })
  })

  it('a sum that is paid whatever the loss is added', () => {
    const rows = wayOf({
      ...accident,
      coverages: [
        medical({ lines: lines('insured', { treatment: '100' }).map(asClassA) }),
        {
          coverage: 'accidentDeath',
          sumInsuredMinor: yuan('10000'),
          beneficiaries: [{ claimantId: 'insured', parts: 1 }],
        } as never,
      ],
    }).rows
    expect(rows).toEqual([{ minor: yuan('10000'), of: 'accidentDeath', reasons: [] }])
  })

  it.each(['compulsoryMotor', 'thirdParty'])(
    'what either cover of the vehicle pays is not missing: %s',
    (of) => {
      const injury = (coverage: string) => (coverage === of ? lines('victim', { treatment: '30000' }) : [])
      const way = wayOf({
        ...commercial,
        claimants: [pedestrian],
        motor: fault('main'),
        coverages: [
          { coverage: 'compulsoryMotor', insuredHere: true, lines: injury('compulsoryMotor') },
          { coverage: 'thirdParty', sumInsuredMinor: yuan('1000000'), lines: injury('thirdParty') },
        ],
      })
      expect(way.rows).toEqual([{ minor: -yuan('3600'), of: 'thirdParty.liability', reasons: ['liability'] }])
      expect(way.sum).toBe(way.payableMinor)
    },
  )

  it('everything stands in one line where the cover of another vehicle pays a part, and it still adds up', () => {
    const way = wayOf({
      ...commercial,
      claimants: [pedestrian],
      motor: fault('main', [otherCar('0.3')]),
      coverages: [
        { coverage: 'compulsoryMotor', insuredHere: true, lines: [] },
        {
          coverage: 'thirdParty',
          sumInsuredMinor: yuan('1000000'),
          lines: lines('victim', { treatment: '60000' }),
        },
      ],
    })
    expect(way.rows).toEqual([
      { minor: way.payableMinor - yuan('60000'), of: null, reasons: way.rows[0]?.reasons },
    ])
    expect(way.rows[0]?.reasons).toContain('liability')
    expect(way.payableMinor).toBeLessThan(way.agreedMinor)
  })
})

const asClassA = <Line extends object>(one: Line) => ({ ...one, catalogueClass: 'A' as const })
