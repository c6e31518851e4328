import type { CommandType } from './claim/commands.ts'

export const roles = [
  'customer',
  'handler',
  'surveyor',
  'adjuster',
  'approver',
  'finance',
  'auditor',
  'administrator',
  'partner',
  'system',
  /** Settles small claims alone, by its rules and within its limit; it never rejects. */
  'software',
] as const
export type Role = (typeof roles)[number]

/**
 * `own`: a claim or policy the person is a party of, or that the partner reported.
 * `branch`: a claim of a branch where the role is held.
 * `assigned`: the claim's contact, its adjuster, its surveyor, or whoever holds the open task.
 * `visiting`: the surveyor who has taken the visit, as long as the survey lasts; not who was only asked, nor who has made it.
 */
export type Condition = 'own' | 'branch' | 'assigned' | 'visiting' | 'any'

/** What is not a command on a claim: reading, and looking after the product. */
export const otherActions = [
  'readClaim',
  'readProgress',
  'readOwnClaims',
  'searchClaims',
  'readWorklist',
  'readWorkflowState',
  'readAudit',
  'readBoard',
  'readLedger',
  'readSensitive',
  'readTelephone',
  'readPolicies',
  'findPolicy',
  'managePolicies',
  'managePeople',
  'readPeople',
  'manageRules',
  'readRules',
  'manageCalendars',
  'saveDraft',
  'calculate',
  'readPayLane',
  'operatePayLane',
  'reconcile',
  'readFastTrack',
  'operateFastTrack',
] as const
export type OtherAction = (typeof otherActions)[number]

export type Action = CommandType | OtherAction

type Row = Readonly<Partial<Record<Role, Condition>>>

const bySystem: Row = { system: 'any' }

/** Who may do what, once. The API enforces it and the OpenAPI document shows it. */
export const permissions: Readonly<Record<Action, Row>> = {
  registerClaim: { customer: 'own', handler: 'branch', partner: 'branch' },
  recordFirstContact: { handler: 'assigned' },
  replaceContact: bySystem,
  reassignClaim: { approver: 'branch' },
  addParty: { handler: 'branch', adjuster: 'branch' },
  changePayee: { customer: 'own', handler: 'assigned' },
  withdrawClaim: { customer: 'own', handler: 'assigned' },
  reopenClaim: { handler: 'branch', approver: 'branch' },
  postMessage: { customer: 'own', handler: 'branch', adjuster: 'branch', surveyor: 'assigned' },
  takeClockSteps: bySystem,
  recordStandstill: bySystem,
  acknowledgeTask: { approver: 'branch' },

  sendChecklist: bySystem,
  remindDocuments: bySystem,
  receiveDocument: { customer: 'own', handler: 'branch', surveyor: 'assigned', partner: 'own' },
  reviewDocument: { handler: 'assigned' },
  waiveItem: { handler: 'assigned' },
  issueNotice: { handler: 'assigned', approver: 'branch' },
  recordNoticeDelivery: bySystem,

  runPanel: bySystem,
  establishFacts: { handler: 'assigned' },
  acceptClaim: { handler: 'assigned', software: 'any' },
  rejectClaim: { handler: 'assigned' },

  openSurvey: bySystem,
  askNextSurveyor: bySystem,
  acceptSurvey: { surveyor: 'assigned' },
  declineSurvey: { surveyor: 'assigned' },
  assignSurveyor: { approver: 'branch' },
  saveSurveyReport: { surveyor: 'assigned' },
  submitSurveyReport: { surveyor: 'assigned' },

  saveSheet: { adjuster: 'branch', software: 'any' },
  proposeSheet: { adjuster: 'assigned', software: 'any' },
  askAgreement: bySystem,
  agreeSheet: { customer: 'own' },
  disputeSheet: { customer: 'own' },
  recordAgreement: { handler: 'assigned', software: 'any' },
  raiseAdvance: bySystem,
  proposeSettlement: { adjuster: 'assigned', handler: 'assigned', software: 'any' },

  openLevel: bySystem,
  decideSettlement: { approver: 'branch', software: 'any' },

  releasePayments: { finance: 'branch', software: 'any' },
  doubtPayments: bySystem,
  gatePayment: bySystem,
  recordBankAnswer: bySystem,
  resolveSuspense: { finance: 'branch' },
  reviseReserve: { handler: 'assigned', adjuster: 'branch', approver: 'branch' },
  closeClaim: bySystem,
  askSatisfaction: bySystem,
  archiveClaim: bySystem,

  tryFastTrack: { software: 'any' },
  passDocuments: { software: 'any' },
  leaveFastTrack: bySystem,
  recordFastTrackReview: { approver: 'branch' },

  readClaim: {
    handler: 'branch',
    surveyor: 'assigned',
    adjuster: 'branch',
    approver: 'branch',
    finance: 'branch',
    auditor: 'any',
  },
  readProgress: { customer: 'own', partner: 'own', handler: 'branch', approver: 'branch', auditor: 'any' },
  readOwnClaims: { customer: 'own', partner: 'own' },
  searchClaims: {
    handler: 'branch',
    adjuster: 'branch',
    approver: 'branch',
    finance: 'branch',
    auditor: 'any',
  },
  readWorklist: {
    handler: 'branch',
    surveyor: 'branch',
    adjuster: 'branch',
    approver: 'branch',
    finance: 'branch',
  },
  readWorkflowState: { handler: 'branch', adjuster: 'branch', approver: 'branch', auditor: 'any' },
  readAudit: { auditor: 'any' },
  readBoard: { approver: 'branch', auditor: 'any' },
  readLedger: { finance: 'branch', auditor: 'any' },
  readSensitive: { handler: 'assigned', approver: 'branch', finance: 'branch' },
  /** Whoever has taken a visit arranges it, and needs neither identity numbers nor accounts for that (PIPL, article 6). */
  readTelephone: { surveyor: 'visiting' },
  readPolicies: {
    customer: 'own',
    handler: 'branch',
    adjuster: 'branch',
    approver: 'branch',
    auditor: 'any',
  },
  findPolicy: { customer: 'own', handler: 'branch', partner: 'branch' },
  managePolicies: { administrator: 'any' },
  managePeople: { administrator: 'any' },
  readPeople: { administrator: 'any', approver: 'branch', auditor: 'any' },
  manageRules: { administrator: 'any' },
  readRules: { administrator: 'any', handler: 'any', adjuster: 'any', approver: 'any', auditor: 'any' },
  manageCalendars: { administrator: 'any' },
  saveDraft: { customer: 'own', handler: 'branch', partner: 'branch' },
  calculate: { adjuster: 'any', handler: 'any', approver: 'any', auditor: 'any' },
  readPayLane: { finance: 'any', approver: 'any', auditor: 'any' },
  operatePayLane: { finance: 'any' },
  reconcile: { finance: 'any' },
  readFastTrack: { approver: 'branch', auditor: 'any', administrator: 'any' },
  operateFastTrack: { approver: 'any', administrator: 'any' },
}

/** The conditions under which these roles may take the action; none means never. */
export function conditionsFor(action: Action, held: readonly Role[]): readonly Condition[] {
  const row = permissions[action]
  return held.flatMap((role) => {
    const condition = row[role]
    return condition === undefined ? [] : [condition]
  })
}
