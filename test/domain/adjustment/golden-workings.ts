import { readFileSync } from 'node:fs'
import type { CoverageInput } from '../../../domain/adjustment/coverage-input.ts'
import type { CalculatedSheet, SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import {
  carB,
  fault,
  insured,
  line,
  lines,
  medical,
  otherCar,
  ownDamage,
  paid,
  pedestrian,
  property,
  sheetOf as calculated,
  stepResult,
  yuan,
} from './sheet-inputs.ts'

export interface GoldenCase {
  readonly id: string
  readonly rule: string
  readonly inputs: Record<string, string | boolean | number | number[]>
  readonly expected: Record<string, string>
}

export const cases: readonly GoldenCase[] = JSON.parse(
  readFileSync(new URL('../../golden/adjustment.json', import.meta.url), 'utf8'),
)

/** What the working of a case asks the engine, for asking the same elsewhere. */
const asked: SheetInput[] = []

function sheetOf(input: SheetInput): CalculatedSheet {
  asked.push(input)
  return calculated(input)
}

const oldLimits = '2018-06-01'
const newLimits = '2023-05-01'

/** The figures that a case must give, in fen, worked out by the engine from the inputs of the case. */
export type Worked = Record<string, number | undefined>
type Inputs = (name: string) => string

function motor(
  lossDate: string,
  facts: SheetInput['motor'],
  coverages: readonly CoverageInput[],
  year = '2014',
) {
  const wordingId = year === '2014' ? 'motorCommercial2014' : 'motorCommercial2020'
  return sheetOf({
    wordingId,
    lossDate,
    claimants: [insured, pedestrian, ...(facts?.others.length ? [carB] : [])],
    ...(facts ? { motor: facts } : {}),
    coverages,
  })
}

/** Two cars that hit each other: the sheet of one of them. */
function collision(
  own: string,
  other: string,
  rates: readonly [string, string],
  degree: 'main' | 'minor',
  waived: boolean,
) {
  const sheet = motor(oldLimits, fault(degree, [otherCar(rates[1])], rates[0]), [
    {
      coverage: 'thirdParty',
      sumInsuredMinor: yuan('500000'),
      faultDeductibleWaived: waived,
      lines: lines('B', { vehicleRepair: other }),
    },
    ownDamage({
      method: 'share',
      faultDeductibleWaived: waived,
      lines: lines('insured', { vehicleRepair: own }),
    }),
  ])
  return { own: paid(sheet, 'ownDamage'), tpl: paid(sheet, 'thirdParty'), total: sheet.payableMinor }
}

function building(terms: Parameters<typeof property>[0]) {
  const wordingId = 'propertyEnterprise'
  return sheetOf({ wordingId, lossDate: newLimits, claimants: [insured], coverages: [property(terms)] })
}

function personal(coverage: CoverageInput) {
  return sheetOf({ wordingId: 'accident', lossDate: newLimits, claimants: [insured], coverages: [coverage] })
}

export const workings: Record<string, (given: Inputs, inputs: GoldenCase['inputs']) => Worked> = {
  'COURT-01': (given) => {
    const seat = motor(oldLimits, fault('minor', [otherCar('0.7')], given('liability')), [
      {
        coverage: 'driverSeat',
        sumInsuredMinor: yuan('10000'),
        faultDeductibleWaived: true,
        lines: lines('insured', {
          treatment: given('medical'),
          hospitalFood: given('food'),
          nutrition: given('nutrition'),
        }),
      },
    ])
    return { claimed: seat.payableMinor }
  },
  'COURT-02': (given) => {
    const losses = lines('victim', {
      deathCompensation: given('death'),
      funeral: given('funeral'),
      dependants: given('dependants'),
      mentalDistress: given('mental'),
      thirdPartyProperty: given('property'),
    })
    const sheet = motor(oldLimits, fault('equal', [], given('liability')), [
      { coverage: 'compulsoryMotor', insuredHere: true, lines: losses },
      { coverage: 'thirdParty', sumInsuredMinor: yuan('500000'), faultDeductibleWaived: true, lines: [] },
    ])
    const total = sheet.lines.reduce((sum, each) => sum + each.countedMinor, 0)
    return { total_loss: total, aci: paid(sheet, 'compulsoryMotor'), insurer_total: sheet.payableMinor }
  },
  'COURT-08': (given) => {
    const losses = lines('victim', { deathCompensation: '603858', treatment: given('medical') })
    const sheet = motor(oldLimits, fault('sole'), [
      { coverage: 'compulsoryMotor', insuredHere: true, recourseGround: 'drunk', lines: losses },
    ])
    return { aci: sheet.payableMinor }
  },
  'COURT-09': (given) => {
    const used = [{ bucket: 'property' as const, amountMinor: yuan(given('aci_used')) }]
    const sheet = motor(oldLimits, fault('none', [{ ...otherCar('1'), compulsoryUsed: used }]), [
      ownDamage({
        method: 'fullAdvance',
        othersCompulsory: 'payAndRecover',
        lines: lines('insured', { vehicleRepair: given('repair'), rescueCost: given('towing') }),
      }),
    ])
    const back = (kind: string) => sheet.recoverables.find((each) => each.kind === kind)?.amountMinor
    return { total: sheet.payableMinor, aci: back('compulsoryCover'), excess: back('subrogation') }
  },
  'COURT-14': (given) => {
    const value = { sumInsuredMinor: yuan('300000'), valueMinor: yuan('300000') }
    const cargo = building({
      ...value,
      subject: 'cargo',
      deductibleRate: given('rate'),
      lines: lines('insured', { cargoDamage: given('loss') }),
    })
    return { paid: cargo.payableMinor }
  },
  'COURT-19': (given, { grades }) => {
    const benefit = personal({
      coverage: 'accidentDisability',
      sumInsuredMinor: yuan(given('sum_insured')),
      grades: Array.isArray(grades) ? grades : [],
      beneficiaries: [{ claimantId: 'insured', parts: 1 }],
    })
    return { disability: benefit.payableMinor }
  },
  'EXAM-01': (given) => {
    const [a, b] = [given('A_liability'), given('B_liability')]
    const ofA = collision(given('A_loss'), given('B_loss'), [a, b], 'main', false)
    const ofB = collision(given('B_loss'), given('A_loss'), [b, a], 'minor', false)
    return {
      A_own: ofA.own,
      A_tpl: ofA.tpl,
      B_own: ofB.own,
      B_tpl: ofB.tpl,
      A_total: ofA.total,
      B_total: ofB.total,
    }
  },
  'EXAM-02': (given) => {
    const [a, b] = [given('A_liability'), given('B_liability')]
    const ofA = collision(given('A_loss'), given('B_loss'), [a, b], 'main', true)
    const ofB = collision(given('B_loss'), given('A_loss'), [b, a], 'minor', false)
    return { A_tpl: ofA.tpl, A_own: ofA.own, B_tpl: ofB.tpl, B_own: ofB.own }
  },
  'EXAM-06': (given) => {
    const sheet = building({
      sumInsuredMinor: yuan(given('si')),
      valueMinor: yuan(given('value')),
      lines: lines('insured', { buildingDamage: given('loss') }),
    })
    return { paid: sheet.payableMinor }
  },
  'EXAM-09': (given) => {
    const sheet = building({
      sumInsuredMinor: yuan(given('si')),
      valueMinor: yuan(given('value')),
      lines: lines('insured', { buildingDamage: given('loss'), rescueCost: given('rescue') }),
    })
    return {
      loss_paid: stepResult(sheet, 'property.building.pay'),
      rescue_paid: stepResult(sheet, 'property.building.rescue'),
    }
  },
  'EXAM-11': (given) => {
    const sheet = personal(
      medical({
        deductibleMinor: yuan(given('deductible')),
        rates: { settledFirst: '1.00', notSettledFirst: '0.6' },
        lines: [line('1', 'insured', 'treatment', yuan(given('medical')), { catalogueClass: 'A' })],
      }),
    )
    return { paid: sheet.payableMinor }
  },
  'OWN-01': (given) => {
    const losses = lines('victim', {
      treatment: given('medical'),
      hospitalFood: given('food'),
      nutrition: given('nutrition'),
      lostWages: given('lost_wages'),
      care: given('nursing'),
      disabilityCompensation: given('disability'),
      mentalDistress: given('mental'),
      transport: given('transport'),
      thirdPartyProperty: given('property'),
    })
    const coverages: CoverageInput[] = [
      { coverage: 'compulsoryMotor', insuredHere: true, lines: losses },
      { coverage: 'thirdParty', sumInsuredMinor: yuan(given('third_party_limit')), lines: [] },
    ]
    const sheet = motor(given('loss_date'), fault('main', [], given('liability')), coverages, '2020')
    return { aci: paid(sheet, 'compulsoryMotor'), tpl: paid(sheet, 'thirdParty'), total: sheet.payableMinor }
  },
  'OWN-02': (given) => {
    const sheet = sheetOf({
      wordingId: 'motorCompulsory',
      lossDate: newLimits,
      claimants: [
        { claimantId: 'A', role: 'outsideVehicles' },
        { claimantId: 'B', role: 'outsideVehicles' },
      ],
      motor: fault('sole'),
      coverages: [
        {
          coverage: 'compulsoryMotor',
          insuredHere: true,
          lines: [
            ...lines('A', { deathCompensation: given('loss_A') }),
            ...lines('B', { deathCompensation: given('loss_B') }),
          ],
        },
      ],
    })
    return Object.fromEntries(sheet.byClaimant.map((each) => [each.claimantId, each.payableMinor]))
  },
  'OWN-03': (given) => {
    const sheet = motor(
      newLimits,
      fault('main', [otherCar('0')]),
      [
        {
          coverage: 'compulsoryMotor',
          insuredHere: true,
          lines: lines('victim', { treatment: given('medical_loss') }),
        },
      ],
      '2020',
    )
    const by = (vehicle: string) =>
      sheet.compulsoryParts.find((part) => part.vehicle === vehicle)?.amountMinor
    return { at_fault: by('insured'), no_fault: by('B') }
  },
  'OWN-04': (given, inputs) => {
    const sheet = motor(oldLimits, fault('sole', [], given('liability')), [
      ownDamage({
        depreciation: {
          newPriceMinor: yuan(given('new_price')),
          fullMonths: Number(inputs['full_months']),
          vehicleKind: 'familyCarUpTo9Seats',
        },
        lines: lines('insured', { vehicleTotalLoss: '164000' }),
      }),
    ])
    return {
      depreciation: stepResult(sheet, 'ownDamage.depreciation'),
      sum_insured: stepResult(sheet, 'ownDamage.actualValue'),
      payout: sheet.payableMinor,
    }
  },
  'OWN-05': (given) => {
    const sheet = motor(oldLimits, fault('none', [], given('liability')), [
      ownDamage({
        deductibleMinor: yuan(given('deductible')),
        absoluteRates: [{ reason: 'thirdPartyNotFound' }],
        lines: lines('insured', { vehicleRepair: given('repair') }),
      }),
    ])
    return { payout: sheet.payableMinor }
  },
  'OWN-06': (given) => {
    const terms = {
      deductibleMinor: yuan(given('deductible')),
      receivedMinor: yuan(given('received_from_third_party')),
      lines: lines('insured', { vehicleRepair: given('repair') }),
    }
    const rider = { reason: 'rider' as const, rate: given('rider_absolute_rate') }
    const base = motor(newLimits, fault('sole'), [ownDamage(terms)], '2020')
    const withRider = motor(
      newLimits,
      fault('sole'),
      [ownDamage({ ...terms, absoluteRates: [rider] })],
      '2020',
    )
    return { base: base.payableMinor, with_rider: withRider.payableMinor }
  },
  'OWN-07': (given) => {
    const ours = (own: string, other: string) =>
      building({
        sumInsuredMinor: yuan(given(own)),
        valueMinor: yuan(given('loss')),
        otherInsurances: [{ insurer: 'other', sumInsuredMinor: yuan(given(other)) }],
        lines: lines('insured', { buildingDamage: given('loss') }),
      }).payableMinor
    return { a: ours('sum_insured_a', 'sum_insured_b'), b: ours('sum_insured_b', 'sum_insured_a') }
  },
  'OWN-08': (given) => {
    const sheet = building({
      sumInsuredMinor: yuan(given('sum_insured')),
      valueMinor: yuan(given('value')),
      deductibleMinor: yuan(given('deductible_after_average')),
      salvage: { valueMinor: yuan(given('residual')), keptBy: 'insured' },
      lines: lines('insured', { buildingDamage: given('loss'), rescueCost: given('rescue') }),
    })
    return {
      loss_paid: stepResult(sheet, 'property.building.pay'),
      rescue_paid: stepResult(sheet, 'property.building.rescue'),
    }
  },
  'OWN-09': (given) => {
    const sheet = personal(
      medical({
        paidByOthersMinor: yuan(given('paid_by_social_insurance')),
        deductibleMinor: yuan(given('deductible')),
        rates: { settledFirst: given('rate'), notSettledFirst: '0.6' },
        lines: [
          line('1', 'insured', 'treatment', yuan(given('class_A')), { catalogueClass: 'A' }),
          line('2', 'insured', 'medicine', yuan(given('class_B')), {
            catalogueClass: 'B',
            selfPayRate: given('class_B_self_pay'),
          }),
          line('3', 'insured', 'medicine', yuan(given('class_C')), { catalogueClass: 'C' }),
        ],
      }),
    )
    return { eligible: stepResult(sheet, 'accidentMedical.eligible'), paid: sheet.payableMinor }
  },
  'OWN-10': (given) => {
    const facts = fault('minor', [otherCar('0.7')], given('own_liability'))
    const by = (method: 'share' | 'fullAdvance') =>
      motor(
        newLimits,
        facts,
        [ownDamage({ method, lines: lines('insured', { vehicleRepair: given('repair') }) })],
        '2020',
      )
    const full = by('fullAdvance')
    return { own_share: by('share').payableMinor, full: full.payableMinor, recover: full.recoverableMinor }
  },
}

/** The figures of a case as the engine gives them, and the inputs that were asked for them. */
export function work({ id, inputs }: GoldenCase): {
  readonly worked: Worked | undefined
  readonly asked: readonly SheetInput[]
} {
  asked.length = 0
  const given = (name: string): string => {
    const value = inputs[name]
    if (typeof value !== 'string') throw new Error(`${id} has no ${name}`)
    return value
  }
  const worked = workings[id]?.(given, inputs)
  return { worked, asked: [...asked] }
}
