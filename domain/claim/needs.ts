import { dueSteps } from '../clocks/run-clock.ts'
import type { Role } from '../permissions.ts'
import type { RuleTableId } from '../rules/contracts.ts'
import type { ClockKind } from '../rules/vocabulary.ts'
import type { Instant } from '../time/instant.ts'
import type { CommandType } from './commands.ts'
import type { ClaimState } from './state.ts'

/** What has to be read before a command can be decided; everything else is left alone. */
export interface Needs {
  readonly rules: readonly Exclude<RuleTableId, 'slaTargets' | 'escalation'>[]
  readonly clocks: readonly ClockKind[]
  readonly candidates: readonly Role[]
}

const nothing: Needs = { rules: [], clocks: [], candidates: [] }

const needs: Readonly<Partial<Record<CommandType, Partial<Needs>>>> = {
  registerClaim: {
    rules: ['checklist', 'reserveOpening'],
    clocks: ['firstContact', 'documentsNotice'],
    candidates: ['handler'],
  },
  recordFirstContact: { clocks: ['documentsReview', 'acceptanceDecision'] },
  replaceContact: { clocks: ['firstContact'], candidates: ['handler'] },
  reassignClaim: { candidates: ['handler'] },
  sendChecklist: { clocks: ['noticeReminder'] },
  remindDocuments: { clocks: ['noticeReminder'] },
  receiveDocument: { clocks: ['determination', 'advance60', 'documentsReview'] },
  reviewDocument: { clocks: ['documentsReview', 'acceptanceDecision'] },
  waiveItem: { clocks: ['documentsReview', 'acceptanceDecision'] },
  issueNotice: { clocks: ['noticeReminder'] },
  recordNoticeDelivery: { clocks: ['supplement'] },
  runPanel: { rules: ['coverageChecks'] },
  rejectClaim: { clocks: ['rejectionLetter', 'afterCare'] },
  openSurvey: {
    rules: ['surveyNeed'],
    clocks: ['survey', 'surveyorAnswer', 'damageAssessment'],
    candidates: ['surveyor', 'adjuster'],
  },
  askNextSurveyor: { clocks: ['surveyorAnswer'], candidates: ['surveyor'] },
  assignSurveyor: { candidates: ['surveyor'] },
  submitSurveyReport: { clocks: ['damageAssessment'], candidates: ['adjuster'] },
  saveSheet: { clocks: ['damageAssessment'], candidates: ['adjuster'] },
  proposeSheet: { clocks: ['agreement'] },
  agreeSheet: { clocks: ['payment', 'damageAssessment'] },
  recordAgreement: { clocks: ['payment', 'damageAssessment'] },
  disputeSheet: { clocks: ['payment', 'damageAssessment'] },
  proposeSettlement: { rules: ['authorityLevels'] },
  openLevel: { clocks: ['approvalLevel'], candidates: ['approver'] },
  recordBankAnswer: { clocks: ['payment'] },
  resolveSuspense: { clocks: ['payment'] },
  decideSettlement: { clocks: ['damageAssessment', 'rejectionLetter', 'afterCare'] },
  changePayee: { clocks: ['damageAssessment'] },
  withdrawClaim: { clocks: ['afterCare'] },
  closeClaim: { clocks: ['afterCare'] },
  passDocuments: { clocks: ['documentsReview', 'acceptanceDecision'] },
  reopenClaim: {
    clocks: [
      'firstContact',
      'noticeReminder',
      'documentsReview',
      'acceptanceDecision',
      'survey',
      'damageAssessment',
      'determination',
      'advance60',
    ],
    candidates: ['adjuster'],
  },
}

/** What this command needs now: its own needs, and people for the rungs of ladders that are due. */
export function needsOf(state: ClaimState | null, type: CommandType, now: Instant): Needs {
  const own = { ...nothing, ...needs[type] }
  const roles = state === null ? [] : rolesToReassign(state, now)
  return roles.length === 0 ? own : { ...own, candidates: [...new Set([...own.candidates, ...roles])] }
}

function rolesToReassign(state: ClaimState, now: Instant): readonly Role[] {
  return Object.values(state.clocks).flatMap(({ key, clock }) => {
    const due = dueSteps(clock, now).some((step) => step.step === 'rung' && step.rung.action === 'reassign')
    return due ? state.tasks.filter((task) => task.clockKey === key).map((task) => task.role as Role) : []
  })
}
