import { describe, expect, it } from 'vitest'
import { overdrawn, takenBy, type TakenElsewhere } from '../../../domain/adjustment/shared-limits.ts'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { fen } from '../../../domain/money.ts'
import {
  fault,
  insured,
  line,
  lines,
  medical,
  ownDamage,
  pedestrian,
  property,
  sheetOf,
  yuan,
} from './sheet-inputs.ts'

const medicalInput = (usedMinor?: number): SheetInput => ({
  wordingId: 'accident',
  lossDate: '2023-05-01',
  claimants: [insured],
  coverages: [
    medical({
      ...(usedMinor === undefined ? {} : { usedMinor }),
      lines: [line('a', 'insured', 'treatment', yuan('15000'), { catalogueClass: 'A' })],
    }),
  ],
})

const motorInput = (extra: Partial<SheetInput> = {}): SheetInput => ({
  wordingId: 'motorCommercial2020',
  lossDate: '2023-05-01',
  claimants: [insured, pedestrian],
  motor: fault('sole'),
  coverages: [
    { coverage: 'compulsoryMotor', insuredHere: true, lines: lines('victim', { treatment: '30000' }) },
    { coverage: 'thirdParty', sumInsuredMinor: yuan('1000000'), lines: [] },
    ownDamage({ lines: [line('car', 'insured', 'vehicleRepair', yuan('5000'))] }),
  ],
  ...extra,
})

const elsewhere = (limit: string, amount: string, withinADay = false): TakenElsewhere => ({
  limit,
  amountMinor: fen(yuan(amount)),
  caseNumber: 'LP1',
  withinADay,
})

describe('what a sheet takes from a maximum', () => {
  it('is what the coverage pays of medical expense', () => {
    expect(takenBy(sheetOf(medicalInput()))).toEqual([
      { limit: 'accidentMedical', amountMinor: yuan('15000') },
    ])
  })

  it('leaves out the rescue cost, which is paid beside the sum insured (Insurance Law, article 57)', () => {
    const sheet = sheetOf({
      wordingId: 'propertyEnterprise',
      lossDate: '2023-05-01',
      claimants: [insured],
      coverages: [
        property({
          sumInsuredMinor: yuan('100000'),
          valueMinor: yuan('100000'),
          lines: lines('insured', { buildingDamage: '40000', rescueCost: '3000' }),
        }),
      ],
    })
    expect(sheet.payableMinor).toBe(yuan('43000'))
    expect(takenBy(sheet)).toEqual([{ limit: 'property.building', amountMinor: yuan('40000') }])
  })

  it('is told by the three compulsory limits and the commercial one', () => {
    expect(takenBy(sheetOf(motorInput()))).toEqual([
      { limit: 'compulsoryMotor.medical', amountMinor: yuan('18000') },
      { limit: 'thirdParty', amountMinor: yuan('12000') },
    ])
  })
})

describe('a sheet beside other claims of the policy', () => {
  it('is overdrawn as long as it states less than they have taken', () => {
    const others = [elsewhere('accidentMedical', '8000'), elsewhere('accidentMedical', '1000')]
    expect(overdrawn(medicalInput(), others)).toEqual([
      {
        path: 'coverages[0].usedMinor',
        takenMinor: yuan('9000'),
        statedMinor: 0,
        caseNumbers: ['LP1'],
      },
    ])
    expect(overdrawn(medicalInput(yuan('8999.99')), others)).toHaveLength(1)
    expect(overdrawn(medicalInput(yuan('9000')), others)).toEqual([])
  })

  it('may state more: others than we may have paid', () => {
    expect(overdrawn(medicalInput(yuan('12000')), [elsewhere('accidentMedical', '8000')])).toEqual([])
  })

  it('does not mind what they took from another maximum', () => {
    expect(overdrawn(medicalInput(), [elsewhere('healthMedical', '8000', true)])).toEqual([])
  })

  it('shares limits for one accident only with a loss within a day, unless that was another accident', () => {
    const others = [
      elsewhere('compulsoryMotor.medical', '18000', true),
      elsewhere('thirdParty', '7000', true),
    ]
    expect(overdrawn(motorInput(), others).map(({ path }) => path)).toEqual([
      'coverages[0].used.medical',
      'coverages[1].usedMinor',
    ])
    expect(overdrawn(motorInput({ otherAccidents: ['LP1'] }), others)).toEqual([])
    expect(
      overdrawn(
        motorInput(),
        others.map((one) => ({ ...one, withinADay: false })),
      ),
    ).toEqual([])
  })

  it('shares the sum insured of a period whatever is called another accident', () => {
    const input = { ...medicalInput(), otherAccidents: ['LP1'] }
    expect(overdrawn(input, [elsewhere('accidentMedical', '8000', true)])).toHaveLength(1)
  })
})
