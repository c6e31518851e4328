import { describe, expect, it } from 'vitest'
import { faultTexts } from '../../../../domain/adjustment/faults/fault-texts.ts'
import { checkSheetInput } from '../../../../domain/adjustment/faults/check-sheet-input.ts'
import type { LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { MotorFacts, SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import {
  carB,
  fault,
  insured,
  line,
  medical,
  otherCar,
  ownDamage,
  pedestrian,
  property,
  yuan,
} from '../sheet-inputs.ts'

const treatment = line('t', 'victim', 'treatment', yuan('100'))
const repair = line('r', 'insured', 'vehicleRepair', yuan('1000'))

function motorInput(changed: Partial<SheetInput> = {}): SheetInput {
  return {
    wordingId: 'motorCommercial2014',
    lossDate: '2018-06-01',
    claimants: [insured, pedestrian, carB],
    motor: fault('main', [otherCar('0.3')]),
    coverages: [
      { coverage: 'compulsoryMotor', insuredHere: true, lines: [treatment] },
      ownDamage({ lines: [repair] }),
    ],
    ...changed,
  }
}

function medicalInput(changed: Partial<LineInput>, terms: Parameters<typeof medical>[0] = {}): SheetInput {
  const base = line('m', 'insured', 'treatment', yuan('100'), { catalogueClass: 'A', ...changed })
  const coverages = [medical({ lines: [base], ...terms })]
  return { wordingId: 'accident', lossDate: '2023-05-01', claimants: [insured], coverages }
}

function propertyInput(terms: Parameters<typeof property>[0]): SheetInput {
  const damage = line('d', 'insured', 'buildingDamage', yuan('100'))
  const coverages = [property({ sumInsuredMinor: 1, valueMinor: 1, lines: [damage], ...terms })]
  return { wordingId: 'propertyEnterprise', lossDate: '2023-05-01', claimants: [insured], coverages }
}

const withLine = (changed: Partial<LineInput>): SheetInput =>
  motorInput({
    coverages: [{ coverage: 'compulsoryMotor', insuredHere: true, lines: [{ ...treatment, ...changed }] }],
  })
const withLiability = (liability: MotorFacts['liability'], others: MotorFacts['others'] = []): SheetInput =>
  motorInput({ motor: { liability, others: [otherCar('0'), ...others] } })
const withOwnDamage = (terms: Parameters<typeof ownDamage>[0]): SheetInput =>
  motorInput({ coverages: [ownDamage({ lines: [repair], ...terms })] })
const grade = (...grades: number[]): SheetInput => ({
  ...medicalInput({}),
  coverages: [
    {
      coverage: 'accidentDisability',
      sumInsuredMinor: 1,
      grades,
      beneficiaries: [{ claimantId: 'insured', parts: 1 }],
    },
  ],
})

const refused: [string, SheetInput, string, string][] = [
  ['a day of loss before every wording', motorInput({ lossDate: '2007-12-31' }), 'noWording', 'wordingId'],
  ['a day that does not exist', motorInput({ lossDate: '2018-02-30' }), 'dateInvalid', 'lossDate'],
  [
    'a coverage of another wording',
    { ...medicalInput({}), wordingId: 'healthShortTerm' },
    'coverageUnknown',
    'coverages[0].coverage',
  ],
  [
    'a coverage twice',
    withOwnDamage({}) &&
      motorInput({
        coverages: [ownDamage({ lines: [repair] }), ownDamage({ lines: [{ ...repair, lineId: 's' }] })],
      }),
    'coverageTwice',
    'coverages',
  ],
  [
    'a line of nobody on the list',
    withLine({ claimantId: 'stranger' }),
    'claimantUnknown',
    'coverages[0].lines[0].claimantId',
  ],
  [
    'the insured as their own third party',
    withLine({ claimantId: 'insured' }),
    'contradiction',
    'coverages[0].lines[0].claimantId',
  ],
  [
    'a claimant twice',
    motorInput({ claimants: [insured, insured, pedestrian] }),
    'claimantTwice',
    'claimants',
  ],
  ['a line twice', withOwnDamage({ lines: [repair, repair] }), 'lineTwice', 'coverages'],
  [
    'an item that the coverage does not know',
    withLine({ item: 'stockDamage' }),
    'itemUnknown',
    'coverages[0].lines[0].item',
  ],
  [
    'a negative line',
    withLine({ assessedMinor: -1 }),
    'amountInvalid',
    'coverages[0].lines[0].assessedMinor',
  ],
  [
    'a fraction of a fen',
    withLine({ assessedMinor: 0.5 }),
    'amountInvalid',
    'coverages[0].lines[0].assessedMinor',
  ],
  [
    'an amount of 2^53',
    withLine({ askedMinor: 2 ** 53 }),
    'amountInvalid',
    'coverages[0].lines[0].askedMinor',
  ],
  ['amounts that are 2^53 together', withLine({ askedMinor: 2 ** 53 - 1 }), 'amountInvalid', 'coverages'],
  [
    'more agreed than asked',
    withLine({ agreedMinor: yuan('100.01') }),
    'agreedAboveAsked',
    'coverages[0].lines[0].agreedMinor',
  ],
  [
    'more assessed than asked, and nothing agreed',
    withLine({ assessedMinor: yuan('100.01') }),
    'assessedAboveAsked',
    'coverages[0].lines[0].assessedMinor',
  ],
  [
    'a rate in per cent',
    withLiability({ degree: 'main', rate: '70', basis: 'police' }),
    'rateInvalid',
    'motor.liability.rate',
  ],
  [
    'a stated rate that rests on the wording',
    withLiability({ degree: 'main', rate: '0.7', basis: 'wording' }),
    'contradiction',
    'motor.liability.rate',
  ],
  [
    'a judgment without a rate',
    withLiability({ degree: 'main', basis: 'judgment' }),
    'factMissing',
    'motor.liability.rate',
  ],
  [
    'half the fault of a driver without fault',
    withLiability({ degree: 'none', rate: '0.5', basis: 'police' }),
    'contradiction',
    'motor.liability.rate',
  ],
  [
    'liability of more than the whole',
    withLiability({ degree: 'main', basis: 'wording' }, [otherCar('0.31', 'C')]),
    'ratesAboveOne',
    'motor.liability.rate',
  ],
  [
    'a party twice',
    withLiability({ degree: 'none', basis: 'wording' }, [otherCar('0')]),
    'claimantTwice',
    'motor.others',
  ],
  [
    'motor without the facts of the accident',
    { ...motorInput(), motor: undefined } as unknown as SheetInput,
    'factMissing',
    'motor',
  ],
  [
    'a passenger of a car that was not there',
    motorInput({ claimants: [insured, pedestrian, { ...carB, partyId: 'Z' }] }),
    'contradiction',
    'claimants[2].partyId',
  ],
  [
    'a party with the name of our own vehicle',
    withLiability({ degree: 'main', basis: 'wording' }, [otherCar('0', 'insured')]),
    'contradiction',
    'motor.others',
  ],
  [
    'one vehicle of two owners',
    {
      ...withOwnDamage({ lines: [repair, { ...repair, lineId: 's', claimantId: 'heir' }] }),
      claimants: [insured, pedestrian, carB, { claimantId: 'heir', role: 'beneficiary' }],
    },
    'contradiction',
    'coverages[0].lines',
  ],
  [
    'an advance for others in the clause form',
    withOwnDamage({ othersCompulsory: 'payAndRecover' }),
    'contradiction',
    'coverages[0].othersCompulsory',
  ],
  [
    'a sublimit of an unknown item',
    propertyInput({ sublimits: [{ item: 'funeral', limitMinor: 1 }] }),
    'itemUnknown',
    'coverages[0].sublimits',
  ],
  [
    'a sublimit twice',
    propertyInput({
      sublimits: [
        { item: 'buildingDamage', limitMinor: 1 },
        { item: 'buildingDamage', limitMinor: 2 },
      ],
    }),
    'contradiction',
    'coverages[0].sublimits',
  ],
  [
    'another insurer twice',
    propertyInput({
      otherInsurances: [
        { insurer: 'x', sumInsuredMinor: 1 },
        { insurer: 'x', sumInsuredMinor: 1 },
      ],
    }),
    'contradiction',
    'coverages[0].otherInsurances',
  ],
  [
    'parties liable for more than the whole',
    propertyInput({
      liableParties: [
        { partyId: 'x', liability: '0.6' },
        { partyId: 'y', liability: '0.6' },
      ],
    }),
    'ratesAboveOne',
    'coverages[0].liableParties',
  ],
  [
    'property saved by a repair',
    propertyInput({
      lines: [line('x', 'insured', 'buildingDamage', 1, { saved: { insuredMinor: 1, totalMinor: 1 } })],
    }),
    'contradiction',
    'coverages[0].lines[0].saved',
  ],
  [
    'the calculation of another item',
    withLine({ item: 'care', assessedMinor: 6, derivation: { formula: 'funeral', monthlyWageMinor: 1 } }),
    'contradiction',
    'coverages[0].lines[0].derivation.formula',
  ],
  [
    'a dependant whom nobody supports',
    withLine({
      item: 'dependants',
      derivation: {
        formula: 'dependants',
        yearlyExpenseMinor: 1,
        rate: '1',
        dependants: [{ age: 1, supporters: 0 }],
      },
    }),
    'countInvalid',
    'coverages[0].lines[0].derivation.dependants',
  ],
  [
    'a rider without its rate',
    withOwnDamage({ absoluteRates: [{ reason: 'rider' }] }),
    'factMissing',
    'coverages[0].absoluteRates[0].rate',
  ],
  [
    "a rate that is the wording's",
    withOwnDamage({ absoluteRates: [{ reason: 'overload', rate: '0.2' }] }),
    'contradiction',
    'coverages[0].absoluteRates[0].rate',
  ],
  [
    'rates that take off more than everything',
    withOwnDamage({ absoluteRates: [{ reason: 'overload' }, { reason: 'rider', rate: '0.91' }] }),
    'ratesAboveOne',
    'coverages[0].absoluteRates',
  ],
  [
    'a sum insured and a depreciation',
    withOwnDamage({
      sumInsuredMinor: 1,
      depreciation: { newPriceMinor: 1, fullMonths: 1, vehicleKind: 'familyCarUpTo9Seats' },
    }),
    'contradiction',
    'coverages[0].sumInsuredMinor',
  ],
  [
    'a vehicle kind without a rate',
    withOwnDamage({ depreciation: { newPriceMinor: 1, fullMonths: 1, vehicleKind: 'other' } }),
    'factMissing',
    'coverages[0].depreciation.monthlyRate',
  ],
  [
    'months that are not whole',
    withOwnDamage({
      depreciation: { newPriceMinor: 1, fullMonths: 1.5, vehicleKind: 'familyCarUpTo9Seats' },
    }),
    'countInvalid',
    'coverages[0].depreciation.fullMonths',
  ],
  [
    'more received than lost',
    withOwnDamage({ receivedMinor: yuan('1000.01') }),
    'aboveLoss',
    'coverages[0].receivedMinor',
  ],
  [
    'salvage above the loss',
    withOwnDamage({ salvage: { valueMinor: yuan('1001'), keptBy: 'insured' } }),
    'aboveLoss',
    'coverages[0].salvage.valueMinor',
  ],
  [
    'a total loss that is repaired',
    withOwnDamage({ lines: [repair, { ...repair, lineId: 's', item: 'vehicleTotalLoss' }] }),
    'contradiction',
    'coverages[0].lines',
  ],
  [
    'a medical line without its class',
    { ...medicalInput({}), coverages: [medical({ lines: [line('m', 'insured', 'treatment', 1)] })] },
    'classMissing',
    'coverages[0].lines[0].catalogueClass',
  ],
  [
    'class B without self-pay',
    medicalInput({ catalogueClass: 'B' }),
    'factMissing',
    'coverages[0].lines[0].selfPayRate',
  ],
  [
    'self-pay on class A',
    medicalInput({ selfPayRate: '0.1' }),
    'contradiction',
    'coverages[0].lines[0].selfPayRate',
  ],
  [
    'more paid by others than was charged',
    medicalInput({}, { paidByOthersMinor: yuan('101') }),
    'aboveLoss',
    'coverages[0].paidByOthersMinor',
  ],
  [
    'an occupation class 7',
    medicalInput({}, { occupation: { occupationClass: 7, rate: '1' } }),
    'gradeInvalid',
    'coverages[0].occupation.occupationClass',
  ],
  ['a grade 11', grade(7, 11), 'gradeInvalid', 'coverages[0].grades[1]'],
  ['a grade 0', grade(0), 'gradeInvalid', 'coverages[0].grades[0]'],
  ['no grade at all', grade(), 'factMissing', 'coverages[0].grades'],
  ['property without its value', propertyInput({ valueMinor: 0 }), 'factMissing', 'coverages[0].valueMinor'],
  [
    'two deductibles without a choice',
    propertyInput({ deductibleMinor: 1, deductibleRate: '0.1' }),
    'factMissing',
    'coverages[0].deductibleChoice',
  ],
  [
    'a saved part that is more than the whole',
    propertyInput({
      lines: [line('x', 'insured', 'rescueCost', 1, { saved: { insuredMinor: 2, totalMinor: 1 } })],
    }),
    'contradiction',
    'coverages[0].lines[0].saved.insuredMinor',
  ],
  [
    'receipts that add up to another amount',
    withLine({ receipts: [{ receipt: 'R1', amountMinor: yuan('99.99') }] }),
    'receiptsDiffer',
    'coverages[0].lines[0].receipts',
  ],
  [
    'a receipt of which others have paid more than it is',
    medicalInput(
      {
        receipts: [
          { receipt: 'R1', amountMinor: yuan('60'), paidByOthersMinor: yuan('60.01') },
          { receipt: 'R2', amountMinor: yuan('40') },
        ],
      },
      { paidByOthersMinor: yuan('100') },
    ),
    'aboveLoss',
    'coverages[0].lines[0].receipts[0].paidByOthersMinor',
  ],
  [
    'receipts by which others have paid more than is stated',
    medicalInput(
      { receipts: [{ receipt: 'R1', amountMinor: yuan('100'), paidByOthersMinor: yuan('40') }] },
      { paidByOthersMinor: yuan('39.99') },
    ),
    'contradiction',
    'coverages[0].paidByOthersMinor',
  ],
  [
    'social insurance that has paid for a thing',
    withLine({ receipts: [{ receipt: 'R1', amountMinor: yuan('100'), paidByOthersMinor: 1 }] }),
    'contradiction',
    'coverages[0].lines[0].receipts[0].paidByOthersMinor',
  ],
  [
    'receipts in yuan beside an amount in fen',
    withLine({ receipts: [60, 40].map((amountMinor, index) => ({ receipt: `R${index}`, amountMinor })) }),
    'unitsMixed',
    'coverages[0].lines[0].receipts',
  ],
  [
    'a statutory amount that was changed by hand',
    withLine({ item: 'funeral', derivation: { formula: 'funeral', monthlyWageMinor: 1 } }),
    'derivationDiffers',
    'coverages[0].lines[0].assessedMinor',
  ],
]

describe('an input is refused', () => {
  it.each(refused)('for %s', (_, input, code, path) => {
    const faults = checkSheetInput(input)
    expect(faults.map((each) => [each.code, each.path])).toEqual([[code, path]])
  })

  it('for every reason of the closed list, each told in both languages', () => {
    const tested = new Set(refused.map(([, , code]) => code))
    expect([...tested].toSorted()).toEqual(Object.keys(faultTexts).toSorted())
  })

  it('and not when nothing is wrong', () => {
    const lessAgreed = withLine({ assessedMinor: yuan('100.01'), agreedMinor: yuan('100') })
    const inputs = [motorInput(), medicalInput({}), propertyInput({}), grade(7), lessAgreed]
    expect(inputs.flatMap(checkSheetInput)).toEqual([])
  })
})

describe('a benefit', () => {
  const toWhom = (beneficiaries: { claimantId: string; parts: number }[]): SheetInput => ({
    ...medicalInput({}),
    coverages: [{ coverage: 'accidentDeath', sumInsuredMinor: 1, beneficiaries }],
  })

  it.each([
    ['factMissing', []],
    ['claimantUnknown', [{ claimantId: 'stranger', parts: 1 }]],
    ['countInvalid', [{ claimantId: 'insured', parts: 0 }]],
    [
      'claimantTwice',
      [
        { claimantId: 'insured', parts: 1 },
        { claimantId: 'insured', parts: 1 },
      ],
    ],
  ])('is refused with %s when it goes to %j', (code, beneficiaries) => {
    expect(checkSheetInput(toWhom(beneficiaries)).map((each) => each.code)).toEqual([code])
  })

  it('a day stays below 2^53 over all its days', () => {
    const beneficiaries = [{ claimantId: 'insured', parts: 1 }]
    const allowance = { coverage: 'dailyAllowance', days: 1, waitingDays: 0, beneficiaries } as const
    const input = (maximumDays: number): SheetInput => ({
      ...medicalInput({}),
      coverages: [{ ...allowance, dailyMinor: 2 ** 50, maximumDays }],
    })
    expect(checkSheetInput(input(7))).toEqual([])
    expect(checkSheetInput(input(8)).map((each) => each.code)).toEqual(['amountInvalid'])
  })
})

describe('a contradiction', () => {
  it('names both facts with their places, in both languages, and keeps them apart for a page', () => {
    const [found] = checkSheetInput(withLiability({ degree: 'none', basis: 'police', rate: '0.3' }))
    expect(found?.text).toEqual({
      zh: '所填事实互相矛盾：责任比例 0.3（motor.liability.rate） 与 事故责任 none（motor.liability.degree）',
      en: 'The facts contradict each other: liability rate 0.3 (motor.liability.rate) against degree of fault none (motor.liability.degree)',
    })
    expect(found?.facts).toMatchObject([
      { path: 'motor.liability.rate', value: '0.3' },
      { path: 'motor.liability.degree', value: 'none' },
    ])
  })

  it('with a fact that nobody stated says so', () => {
    const depreciation = { newPriceMinor: 1, fullMonths: 1, vehicleKind: 'other' } as const
    const [found] = checkSheetInput(withOwnDamage({ depreciation }))
    expect(found?.text.en).toContain('monthly rate not stated (coverages[0].depreciation.monthlyRate)')
  })
})
