import { idle, issue, type Plan } from '../plan.ts'

/** Opens level after level, each to somebody present who may decide it. */
export const approval: Plan = ({ levelsToOpen: [next] }) =>
  next === undefined ? idle : issue('openLevel', { settlementId: next.settlementId })
