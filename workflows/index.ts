export { claimWorkflow } from './claim.ts'
export { paymentWorkflow } from './payment.ts'
