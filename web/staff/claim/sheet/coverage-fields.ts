import type { CoverageCode } from '../../../../domain/policy/terms.ts'

/** What a coverage asks besides its lines and what the policy has fixed. */
export type CoverageField = PlainField | ChoiceField

interface PlainField {
  readonly name: string
  readonly kind: 'money' | 'count' | 'check'
}

interface ChoiceField {
  readonly name: string
  readonly kind: 'choice'
  readonly options: readonly string[]
  /** Whether nothing may be chosen. */
  readonly free: boolean
}

const money = (name: string): CoverageField => ({ name, kind: 'money' })
const count = (name: string): CoverageField => ({ name, kind: 'count' })
const check = (name: string): CoverageField => ({ name, kind: 'check' })
const liability = [check('faultDeductibleWaived'), money('usedMinor')]
const medical = [check('socialInsuranceSettledFirst'), money('paidByOthersMinor'), money('usedMinor')]

export const fieldsOf: Readonly<Record<CoverageCode, readonly CoverageField[]>> = {
  compulsoryMotor: [
    check('insuredHere'),
    {
      name: 'recourseGround',
      kind: 'choice',
      options: ['drunk', 'unlicensed', 'stolen', 'intentional'],
      free: true,
    },
  ],
  thirdParty: liability,
  driverSeat: liability,
  ownDamage: [
    { name: 'method', kind: 'choice', options: ['clause', 'share', 'fullAdvance'], free: false },
    { name: 'othersCompulsory', kind: 'choice', options: ['deductFirst', 'payAndRecover'], free: true },
    money('receivedMinor'),
    check('faultDeductibleWaived'),
  ],
  property: [
    money('valueMinor'),
    { name: 'valueBasis', kind: 'choice', options: ['agreedValue', 'actualValueAtLoss'], free: true },
    money('usedMinor'),
  ],
  liability: [money('usedMinor'), money('periodLeftMinor')],
  accidentMedical: medical,
  healthMedical: medical,
  accidentDeath: [money('usedMinor')],
  accidentDisability: [money('usedMinor')],
  dailyAllowance: [count('days'), count('waitingDays'), count('maximumDays')],
}
