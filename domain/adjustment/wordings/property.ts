import type { PropertyWording } from './wording.ts'

/** The Insurance Law in its present numbering took effect on this day; older losses go to a person. */
const insuranceLawInForce = '2009-10-01'

export const propertyEnterprise: PropertyWording = {
  id: 'propertyEnterprise',
  kind: 'property',
  name: { zh: '企业财产保险', en: 'Commercial property insurance' },
  effectiveFrom: insuranceLawInForce,
  verified: true,
  source: 'Insurance Law art. 55-57; the order of deductible and average is a setting of the insurer',
  coverages: ['property'],
  deductibleOrder: 'afterAverage',
  firstLoss: [],
}

export const propertyHousehold: PropertyWording = {
  id: 'propertyHousehold',
  kind: 'property',
  name: { zh: '家庭财产保险', en: 'Household property insurance' },
  effectiveFrom: insuranceLawInForce,
  verified: true,
  source: 'Insurance Law art. 55-57; contents at first loss by the usual household wording',
  coverages: ['property'],
  deductibleOrder: 'afterAverage',
  firstLoss: ['contents'],
}
