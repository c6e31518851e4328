import { at, issue, type Plan } from '../plan.ts'

/** Asks how it was, keeps an eye on the letter, and ends the claim's life when its time has come. */
export const afterCare: Plan = ({ satisfactionAsked, archiveAt }, now) =>
  satisfactionAsked ? at(archiveAt, now, issue('archiveClaim', {})) : issue('askSatisfaction', {})
