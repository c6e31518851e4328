/** What each decision brings with nobody at work but people, and what the workflow does next. */
import type { ClaimView } from '../../../scripts/demo/claim-file.ts'
import type { DecidedStage } from '../../../scripts/demo/small-claim.ts'

interface Passage {
  /** What the decision has brought, with nobody at work but people. */
  readonly held: (claim: ClaimView) => boolean
  /** What the workflow does next. */
  readonly goesOn: (claim: ClaimView) => boolean
}

export const passages: Readonly<Record<DecidedStage, Passage>> = {
  report: {
    held: ({ stage, checklistSentAt }) => stage === 'documents' && checklistSentAt === null,
    goesOn: ({ checklistSentAt }) => checklistSentAt !== null,
  },
  documents: {
    held: ({ stage, panel }) => stage === 'acceptance' && panel === null,
    goesOn: ({ panel }) => panel !== null,
  },
  acceptance: {
    held: ({ stage }) => stage === 'survey',
    goesOn: ({ stage }) => stage === 'adjustment',
  },
  survey: {
    held: ({ stage, sheets }) => stage === 'adjustment' && sheets.length === 0,
    goesOn: ({ stage }) => stage === 'adjustment',
  },
  adjustment: {
    held: ({ stage, settlements }) => stage === 'approval' && settlements.every((one) => one.openLevel === 0),
    goesOn: ({ settlements }) => settlements.some((one) => one.openLevel === 1),
  },
  approval: {
    held: ({ settlements }) => settlements.some((one) => one.state === 'approved'),
    goesOn: ({ stage }) => stage === 'payment',
  },
  payment: {
    held: ({ intents }) => intents.length === 1 && intents.every((one) => one.status === 'ready'),
    goesOn: ({ stage, outcome }) => stage === 'afterCare' && outcome === 'paid',
  },
  afterCare: {
    held: ({ stage, outcome }) => stage === 'report' && outcome === null,
    goesOn: ({ stage }) => stage === 'report',
  },
}
