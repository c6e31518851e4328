import {
  createBankActivities,
  type BankActivities,
  type BankActivityDependencies,
} from './bank-activities.ts'
import {
  createClaimActivities,
  type ClaimActivities,
  type ClaimActivityDependencies,
} from './claim-activities.ts'

export type Activities = ClaimActivities & BankActivities

/** Everything that the workflows may ask for, made of what the composition root hands in. */
export function createActivities(
  dependencies: ClaimActivityDependencies & Omit<BankActivityDependencies, 'issue'>,
): Activities {
  const ofClaims = createClaimActivities(dependencies)
  const issue: BankActivityDependencies['issue'] = (command) => ofClaims.issuePaymentCommand(command)
  return { ...ofClaims, ...createBankActivities({ ...dependencies, issue }) }
}
