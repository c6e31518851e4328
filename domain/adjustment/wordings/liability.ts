import type { LiabilityWording } from './wording.ts'

/** Limits, deductible and the limit for disputes are terms of each policy; the law fixes to whom it is owed. */
export const liability: LiabilityWording = {
  id: 'liability',
  kind: 'liability',
  name: { zh: '责任保险(公众、产品、雇主责任)', en: 'Liability insurance: public, products, employers' },
  effectiveFrom: '2009-10-01',
  verified: false,
  source: 'Insurance Law art. 65; the cost of disputes by art. 66 and the order of the limits from memory',
  coverages: ['liability'],
}
