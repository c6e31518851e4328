import type { CoverageCode } from '../../../../domain/policy/terms.ts'

/** A fact that is typed or chosen by itself. */
export type PlainField =
  | { readonly name: string; readonly kind: 'money' | 'count' | 'check' | 'rate' | 'text' | 'date' }
  | {
      readonly name: string
      readonly kind: 'choice'
      readonly options: readonly string[]
      /** Whether nothing may be chosen. */
      readonly free: boolean
      /** What an option stands for, where that is no text. */
      readonly facts?: Readonly<Record<string, unknown>>
      /** Its options are whole phrases. */
      readonly wide?: true
    }

/** Facts that belong together; without the first of them there is none of them. */
export interface GroupField {
  readonly name: string
  readonly kind: 'group'
  readonly fields: readonly PlainField[]
  /** What the others are when the first is entered. */
  readonly begins: Readonly<Record<string, unknown>>
  /** A fact that this one takes the place of. */
  readonly instead?: string
}

/** Any number of facts of one kind, a row each. */
export interface RowsField {
  readonly name: string
  readonly kind: 'rows'
  readonly columns: readonly PlainField[]
  readonly begins: Readonly<Record<string, unknown>>
}

/** What a coverage asks besides its lines. */
export type CoverageField = (PlainField | GroupField | RowsField) & {
  /** The policy fixes it: it is asked only where there is no policy. */
  readonly term?: true
  /** Not needed in most claims: folded away until it holds something. */
  readonly seldom?: true
}

const money = (name: string) => ({ name, kind: 'money' }) as const
const count = (name: string) => ({ name, kind: 'count' }) as const
const check = (name: string) => ({ name, kind: 'check' }) as const
const rate = (name: string) => ({ name, kind: 'rate' }) as const
const text = (name: string) => ({ name, kind: 'text' }) as const
const choice = (name: string, options: readonly string[], free = false) =>
  ({ name, kind: 'choice', options, free }) as const

const term = <F extends object>(field: F) => ({ ...field, term: true }) as const
const seldom = <F extends object>(field: F) => ({ ...field, seldom: true }) as const

const sum = term(money('sumInsuredMinor'))
const deductible = term(money('deductibleMinor'))
const used = money('usedMinor')

const salvage = {
  name: 'salvage',
  kind: 'group',
  fields: [money('valueMinor'), choice('keptBy', ['insured', 'insurer'])],
  begins: { keptBy: 'insured' },
} as const

const sublimits = seldom({
  name: 'sublimits',
  kind: 'rows',
  columns: [choice('item', []), money('limitMinor')],
  begins: { limitMinor: 0 },
} as const)

/** What this accident has taken from the limits of a compulsory cover already. */
export const usedLimits: RowsField = {
  name: 'used',
  kind: 'rows',
  columns: [choice('bucket', ['deathAndDisability', 'medical', 'property']), money('amountMinor')],
  begins: { bucket: 'property', amountMinor: 0 },
}

/** Family and household are asked for nothing, unless they intended the loss (Insurance Law, article 62). */
const household: PlainField = {
  ...choice('household', ['family', 'familyIntent'], true),
  facts: { family: { intent: false }, familyIntent: { intent: true } },
  wide: true,
}

/** What the insured did to the right against somebody who is liable (Insurance Law, article 61). */
const right: PlainField = {
  ...choice('right', ['waivedBeforePayment', 'waivedAfterPayment', 'lostByInsured'], true),
  wide: true,
}

/** Why less is claimed back from somebody than they are liable for, or nothing. */
export const recoveryFacts: readonly PlainField[] = [household, right]

/** What we paid too late, to whom, and what that has cost (Insurance Law, article 23). */
export const delayField: RowsField = {
  name: 'delay',
  kind: 'rows',
  columns: [
    choice('claimantId', []),
    money('amountMinor'),
    { name: 'dueOn', kind: 'date' },
    { name: 'paidOn', kind: 'date' },
    rate('yearlyRate'),
    choice('basis', ['agreement', 'judgment']),
  ],
  begins: { amountMinor: 0, yearlyRate: '0', basis: 'agreement' },
}

const absoluteRates = seldom({
  name: 'absoluteRates',
  kind: 'rows',
  columns: [choice('reason', ['thirdPartyNotFound', 'overload', 'rider']), rate('rate')],
  begins: { reason: 'thirdPartyNotFound' },
} as const)

const deductibleRate = [seldom(rate('deductibleRate'))] as const

const liability: readonly CoverageField[] = [sum, check('faultDeductibleWaived'), used, absoluteRates]

const medical: readonly CoverageField[] = [
  sum,
  deductible,
  {
    name: 'rates',
    kind: 'group',
    fields: [rate('settledFirst'), rate('notSettledFirst')],
    begins: { notSettledFirst: '1' },
    term: true,
  },
  check('socialInsuranceSettledFirst'),
  money('paidByOthersMinor'),
  used,
  seldom({
    name: 'occupation',
    kind: 'group',
    fields: [count('occupationClass'), rate('rate')],
    begins: { rate: '1' },
  } as const),
  sublimits,
]

export const fieldsOf: Readonly<Record<CoverageCode, readonly CoverageField[]>> = {
  compulsoryMotor: [
    check('insuredHere'),
    choice('recourseGround', ['drunk', 'unlicensed', 'stolen', 'intentional'], true),
    seldom(usedLimits),
  ],
  thirdParty: liability,
  driverSeat: liability,
  ownDamage: [
    sum,
    deductible,
    choice('method', ['clause', 'share', 'fullAdvance']),
    choice('othersCompulsory', ['deductFirst', 'payAndRecover'], true),
    money('receivedMinor'),
    check('faultDeductibleWaived'),
    salvage,
    absoluteRates,
    seldom({
      name: 'depreciation',
      kind: 'group',
      fields: [
        money('newPriceMinor'),
        count('fullMonths'),
        choice('vehicleKind', ['familyCarUpTo9Seats', 'other']),
        rate('monthlyRate'),
      ],
      begins: { fullMonths: 0, vehicleKind: 'familyCarUpTo9Seats' },
      instead: 'sumInsuredMinor',
    } as const),
  ],
  property: [
    term(choice('subject', ['building', 'contents', 'equipment', 'stock', 'cargo', 'other'])),
    sum,
    money('valueMinor'),
    choice('valueBasis', ['agreedValue', 'actualValueAtLoss'], true),
    salvage,
    deductible,
    used,
    ...deductibleRate,
    seldom(choice('deductibleOrder', ['beforeAverage', 'afterAverage'], true)),
    sublimits,
    seldom({
      name: 'otherInsurances',
      kind: 'rows',
      columns: [text('insurer'), money('sumInsuredMinor')],
      begins: { insurer: '', sumInsuredMinor: 0 },
    } as const),
    seldom({
      name: 'liableParties',
      kind: 'rows',
      columns: [text('partyId'), rate('liability'), ...recoveryFacts],
      begins: { partyId: '', liability: '1' },
    } as const),
  ],
  liability: [
    sum,
    deductible,
    {
      name: 'liability',
      kind: 'group',
      fields: [rate('rate'), choice('basis', ['agreement', 'judgment', 'arbitration'])],
      begins: { basis: 'agreement' },
    },
    used,
    money('periodLeftMinor'),
    money('perPersonLimitMinor'),
    money('legalCostLimitMinor'),
    ...deductibleRate,
  ],
  accidentMedical: medical,
  healthMedical: medical,
  accidentDeath: [sum, used],
  accidentDisability: [sum, used],
  dailyAllowance: [
    term(money('dailyMinor')),
    count('days'),
    term(count('waitingDays')),
    count('maximumDays'),
  ],
}
