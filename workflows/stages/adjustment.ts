import { issue, type Plan } from '../plan.ts'
import { approval } from './approval.ts'

/** Asks the customer for agreement, raises the advance after 60 days, and carries an advance to approval. */
export const adjustment: Plan = (claim, now) => {
  if (claim.agreementWanted) return issue('askAgreement', {})
  if (claim.advanceWanted) return issue('raiseAdvance', {})
  return approval(claim, now)
}
