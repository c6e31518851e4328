import { Type } from 'typebox'
import { propertySubjects } from '../../../domain/policy/terms.ts'
import { closed, oneOf } from '../values.ts'
import {
  amount,
  bucketAmounts,
  count,
  liableParty,
  lines,
  rate,
  salvage,
  shortName,
  sublimits,
} from './sheet-values.ts'

const deductions = {
  faultDeductibleWaived: Type.Optional(Type.Boolean()),
  absoluteRates: Type.Optional(
    Type.Array(
      closed({ reason: oneOf(['thirdPartyNotFound', 'overload', 'rider']), rate: Type.Optional(rate) }),
      { maxItems: 5 },
    ),
  ),
}

const liabilityTerms = { ...deductions, sumInsuredMinor: amount, usedMinor: Type.Optional(amount), lines }

const compulsoryMotor = closed({
  coverage: Type.Literal('compulsoryMotor'),
  insuredHere: Type.Boolean(),
  used: Type.Optional(bucketAmounts),
  recourseGround: Type.Optional(oneOf(['drunk', 'unlicensed', 'stolen', 'intentional'])),
  lines,
})

const thirdParty = closed({ coverage: Type.Literal('thirdParty'), ...liabilityTerms })
const driverSeat = closed({ coverage: Type.Literal('driverSeat'), ...liabilityTerms })

const ownDamage = closed({
  coverage: Type.Literal('ownDamage'),
  ...deductions,
  sumInsuredMinor: Type.Optional(amount),
  depreciation: Type.Optional(
    closed({
      newPriceMinor: amount,
      fullMonths: count,
      vehicleKind: oneOf(['familyCarUpTo9Seats', 'other']),
      monthlyRate: Type.Optional(rate),
    }),
  ),
  method: oneOf(['clause', 'share', 'fullAdvance']),
  othersCompulsory: Type.Optional(oneOf(['deductFirst', 'payAndRecover'])),
  receivedMinor: Type.Optional(amount),
  deductibleMinor: Type.Optional(amount),
  salvage: Type.Optional(salvage),
  lines,
})

const property = closed({
  coverage: Type.Literal('property'),
  subject: oneOf(propertySubjects),
  sumInsuredMinor: amount,
  usedMinor: Type.Optional(amount),
  valueMinor: Type.Optional(amount),
  valueBasis: Type.Optional(oneOf(['agreedValue', 'actualValueAtLoss'])),
  deductibleMinor: Type.Optional(amount),
  deductibleRate: Type.Optional(rate),
  deductibleChoice: Type.Optional(Type.Literal('greater')),
  deductibleOrder: Type.Optional(oneOf(['beforeAverage', 'afterAverage'])),
  salvage: Type.Optional(salvage),
  otherInsurances: Type.Optional(
    Type.Array(closed({ insurer: shortName, sumInsuredMinor: amount }), { maxItems: 20 }),
  ),
  liableParties: Type.Optional(Type.Array(closed(liableParty), { maxItems: 50 })),
  sublimits: Type.Optional(sublimits),
  lines,
})

const liability = closed({
  coverage: Type.Literal('liability'),
  liability: closed({ rate, basis: oneOf(['agreement', 'judgment', 'arbitration']) }),
  sumInsuredMinor: amount,
  usedMinor: Type.Optional(amount),
  perPersonLimitMinor: Type.Optional(amount),
  periodLeftMinor: Type.Optional(amount),
  legalCostLimitMinor: Type.Optional(amount),
  deductibleMinor: Type.Optional(amount),
  deductibleRate: Type.Optional(rate),
  deductibleChoice: Type.Optional(Type.Literal('greater')),
  lines,
})

const medicalTerms = {
  sumInsuredMinor: amount,
  usedMinor: Type.Optional(amount),
  paidByOthersMinor: Type.Optional(amount),
  deductibleMinor: Type.Optional(amount),
  socialInsuranceSettledFirst: Type.Boolean(),
  rates: closed({ settledFirst: rate, notSettledFirst: rate }),
  occupation: Type.Optional(closed({ occupationClass: count, rate })),
  sublimits: Type.Optional(sublimits),
  lines,
}

const accidentMedical = closed({ coverage: Type.Literal('accidentMedical'), ...medicalTerms })
const healthMedical = closed({ coverage: Type.Literal('healthMedical'), ...medicalTerms })

const beneficiaries = Type.Array(closed({ claimantId: shortName, parts: count }), { maxItems: 50 })

const accidentDeath = closed({
  coverage: Type.Literal('accidentDeath'),
  sumInsuredMinor: amount,
  usedMinor: Type.Optional(amount),
  beneficiaries,
})

const accidentDisability = closed({
  coverage: Type.Literal('accidentDisability'),
  sumInsuredMinor: amount,
  usedMinor: Type.Optional(amount),
  grades: Type.Array(count, { maxItems: 20 }),
  beneficiaries,
})

const dailyAllowance = closed({
  coverage: Type.Literal('dailyAllowance'),
  dailyMinor: amount,
  days: count,
  waitingDays: count,
  maximumDays: count,
  beneficiaries,
})

/** One coverage with its terms and losses; `coverage` says which of these it is. */
export const coverageInput = Type.Union([
  compulsoryMotor,
  thirdParty,
  driverSeat,
  ownDamage,
  property,
  liability,
  accidentMedical,
  healthMedical,
  accidentDeath,
  accidentDisability,
  dailyAllowance,
])
