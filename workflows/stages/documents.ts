import { at, issue, type Plan } from '../plan.ts'

/** Sends the checklist of exactly this claim, then reminds as long as something is missing. */
export const documents: Plan = ({ checklistSent, remindAt }, now) =>
  checklistSent ? at(remindAt, now, issue('remindDocuments', {})) : issue('sendChecklist', {})
