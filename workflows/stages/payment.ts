import { issue, type Plan } from '../plan.ts'
import { approval } from './approval.ts'

/** Waits until every payment is final, the third party's before the insured's, and closes the claim. */
export const payment: Plan = (claim, now) => (claim.payable ? issue('closeClaim', {}) : approval(claim, now))
