import type { PersonWording } from './wording.ts'

/** Grade 1 pays the whole sum insured, grade 10 a tenth. */
const disabilityRates = ['1', '0.9', '0.8', '0.7', '0.6', '0.5', '0.4', '0.3', '0.2', '0.1']

export const accident: PersonWording = {
  id: 'accident',
  kind: 'person',
  name: { zh: '意外伤害保险', en: 'Personal accident insurance' },
  effectiveFrom: '2014-01-01',
  verified: true,
  source: 'Disability grading standard of personal insurance; that the worst of several counts, by judgment',
  coverages: ['accidentDeath', 'accidentDisability', 'accidentMedical', 'dailyAllowance'],
  disabilityRates,
}

export const healthShortTerm: PersonWording = {
  id: 'healthShortTerm',
  kind: 'person',
  name: { zh: '短期健康保险', en: 'Short-term health insurance' },
  effectiveFrom: '2009-10-01',
  verified: true,
  source: 'Terms of the policy: limit, deductible, rates and catalogue classes',
  coverages: ['healthMedical', 'dailyAllowance'],
  disabilityRates,
}
