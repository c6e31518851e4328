/** Where an input of a step comes from when the step names no place of its own. */
type Origin = 'policy' | 'step' | 'catalogue' | 'file'

const origins: Readonly<Record<string, Origin>> = {
  limit: 'policy',
  perPersonLimit: 'policy',
  sumInsured: 'policy',
  deductible: 'policy',
  deductibleRate: 'policy',
  sublimit: 'policy',
  payRate: 'policy',
  daily: 'policy',
  waitingDays: 'policy',
  maximumDays: 'policy',
  amount: 'step',
  compulsory: 'step',
  remainder: 'step',
  liabilityAmount: 'step',
  depreciation: 'step',
  paid: 'step',
  eligible: 'step',
  years: 'step',
  selfPayRate: 'catalogue',
  catalogueClass: 'catalogue',
}

/** What is in no list was established in the claim: papers, survey, what others have paid. */
export const originOf = (name: string): Origin => origins[name] ?? 'file'

/** Places that are named by a code instead of a line, a step or a person. */
export const sourceCodes: ReadonlySet<string> = new Set([
  'deathAndDisability',
  'medical',
  'property',
  'rider',
  'thirdPartyNotFound',
  'overload',
  'settledFirst',
  'notSettledFirst',
  'sumInsured',
  'agreedValue',
  'actualValueAtLoss',
])
