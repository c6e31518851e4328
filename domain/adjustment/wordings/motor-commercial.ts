import type { MotorWording } from './wording.ts'

const defaultLiability = { none: '0', minor: '0.3', equal: '0.5', main: '0.7', sole: '1' }
const depreciation = { monthlyRates: { familyCarUpTo9Seats: '0.006' }, most: '0.8' }
const coverages = ['compulsoryMotor', 'thirdParty', 'ownDamage', 'driverSeat'] as const

/** Sold until 2020-09-18 for a year at most, so the last loss under it is a year later. */
export const motorCommercial2014: MotorWording = {
  id: 'motorCommercial2014',
  kind: 'motorCommercial',
  name: { zh: '机动车综合商业保险示范条款(2014版)', en: 'Model commercial motor wording, 2014' },
  effectiveFrom: '2014-01-01',
  effectiveTo: '2021-09-18',
  verified: true,
  source: 'Formulas and rates from published examinations; the effective days are not verified',
  coverages,
  defaultLiability,
  faultDeductible: { minor: '0.05', equal: '0.1', main: '0.15', sole: '0.2' },
  absoluteRates: { thirdPartyNotFound: '0.3', overload: '0.1' },
  formulas: {
    liabilityPay: 'liabilityPay2014',
    ownDamage: 'ownDamage2014',
    ownDamageShare: 'ownDamageShare2014',
  },
  deductible: 'afterRates',
  depreciation,
}

/** Written from memory: no deductible by fault, and an absolute rate only as a rider. */
export const motorCommercial2020: MotorWording = {
  id: 'motorCommercial2020',
  kind: 'motorCommercial',
  name: { zh: '机动车商业保险示范条款(2020版)', en: 'Model commercial motor wording, 2020' },
  effectiveFrom: '2020-09-19',
  verified: false,
  source: 'Not verified against the printed wording',
  coverages,
  defaultLiability,
  faultDeductible: {},
  absoluteRates: {},
  formulas: {
    liabilityPay: 'liabilityPay2020',
    ownDamage: 'ownDamage2020',
    ownDamageShare: 'ownDamageShare2020',
  },
  deductible: 'beforeRates',
  depreciation,
}
