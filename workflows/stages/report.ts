import { at, issue, type Plan } from '../plan.ts'

/** Watches that the named contact calls in time; else the next one by skill and load is asked. */
export const report: Plan = ({ callBy }, now) => at(callBy, now, issue('replaceContact', {}))
