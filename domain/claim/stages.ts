/** The seven stages of a claim, then its after-care and its end. */
export const stages = [
  'report',
  'documents',
  'acceptance',
  'survey',
  'adjustment',
  'approval',
  'payment',
  'afterCare',
  'archived',
] as const
export type Stage = (typeof stages)[number]

/** What was settled when a claim left its seven stages. */
export type Outcome = 'paid' | 'rejected' | 'withdrawn'

/**
 * Where a claim may go from where. Asserted by `evolve` and by the workflow:
 * the transaction decides whether and where, and nobody invents a path.
 */
const transitions: Readonly<Record<Stage, readonly Stage[]>> = {
  report: ['documents', 'afterCare'],
  documents: ['acceptance', 'afterCare'],
  acceptance: ['documents', 'survey', 'afterCare'],
  survey: ['adjustment', 'afterCare'],
  adjustment: ['approval', 'afterCare'],
  approval: ['adjustment', 'payment', 'afterCare'],
  // A failed or returned payment needs a new payee, and a new payee new approvals.
  payment: ['approval', 'afterCare'],
  // Reopening leads back to where the claim was cut off; a returned payment back to payment.
  afterCare: ['report', 'documents', 'acceptance', 'survey', 'adjustment', 'approval', 'payment', 'archived'],
  archived: ['documents', 'acceptance', 'adjustment', 'payment', 'report', 'survey'],
}

export function mayMove(from: Stage, to: Stage): boolean {
  return transitions[from].includes(to)
}

/** Whether the claim is still on its way through the seven stages. */
export function isOpen(stage: Stage): boolean {
  return stage !== 'afterCare' && stage !== 'archived'
}
