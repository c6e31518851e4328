import { idle, issue, type Plan } from '../plan.ts'

/** Runs the panel of checks, again whenever facts were established; a person decides. */
export const acceptance: Plan = ({ panelWanted }) => (panelWanted ? issue('runPanel', {}) : idle)
