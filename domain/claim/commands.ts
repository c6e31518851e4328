import type { RefusalCode } from '../errors.ts'
import type { Fen } from '../money.ts'
import type { ChecklistItem, CoverageCheckName, LossCause, RejectionGround } from '../rules/vocabulary.ts'
import type { Instant } from '../time/instant.ts'
import type { BankAnswer } from './bank-answer.ts'
import type { CoverageFacts } from './coverage-facts.ts'
import type { FastTrackFinding, SmallClaim } from './fast-track-state.ts'
import type { NoticeTemplate } from './notices.ts'
import type { ReserveReason } from './reserve.ts'
import type { SheetReason } from './sheet-reasons.ts'
import type { Channel } from './state.ts'

/** Facts of a report that are no personal data; the story and the people are content and parties. */
export interface ReportFacts {
  readonly cause: LossCause
  readonly channel: Channel
  readonly lossAt: Instant
  readonly injury: boolean
  readonly death: boolean
  readonly thirdParty: boolean
  /** Something does not fit: the claim is looked at on the spot. */
  readonly doubtful: boolean
  readonly estimatedMinor: Fen | null
  readonly place: { readonly latitudeMicro: number; readonly longitudeMicro: number } | null
  /** The reporter has seen the possible duplicates and says that this is another loss. */
  readonly duplicatesSeen: boolean
  /** A small loss in figures, to be settled at once if it may be. */
  readonly smallClaim?: SmallClaim
}

export interface PayeeShare {
  readonly partyId: string
  readonly amountMinor: Fen
}

type Named<T> = T & { readonly sheetVersion: number; readonly sheetHash: string }

/** Every command that changes a claim, with what it says. Free text travels as the command's note. */
export interface CommandBodies {
  registerClaim: ReportFacts
  recordFirstContact: { readonly reached: boolean }
  replaceContact: Record<never, never>
  reassignClaim: { readonly toPersonId: string }
  addParty: Record<never, never>
  changePayee: { readonly partyId: string }
  withdrawClaim: Record<never, never>
  reopenClaim: Record<never, never>
  postMessage: Record<never, never>
  takeClockSteps: Record<never, never>
  /** The claim's workflow, or that of one of its payments, cannot go on, or goes on again. */
  recordStandstill: { readonly standsStill: boolean }
  /** A supervisor has taken note of what the ladder told them. */
  acknowledgeTask: { readonly taskId: string }

  sendChecklist: Record<never, never>
  remindDocuments: Record<never, never>
  receiveDocument: { readonly item: ChecklistItem; readonly documentId: string; readonly contentHash: string }
  reviewDocument: {
    readonly item: ChecklistItem
    readonly accepted: boolean
    readonly reasonCode: string | null
  }
  waiveItem: { readonly item: ChecklistItem }
  issueNotice: { readonly items: readonly ChecklistItem[]; readonly newReason: boolean }
  recordNoticeDelivery: {
    readonly noticeId: string
    readonly template: NoticeTemplate
    readonly deliveredAt: Instant
  }

  runPanel: Record<never, never>
  establishFacts: CoverageFacts
  acceptClaim: { readonly panelRun: number; readonly answers: readonly CoverageCheckName[] }
  rejectClaim: { readonly check: RejectionGround; readonly clause: string }

  openSurvey: Record<never, never>
  askNextSurveyor: Record<never, never>
  acceptSurvey: Record<never, never>
  declineSurvey: Record<never, never>
  assignSurveyor: { readonly surveyorId: string }
  saveSurveyReport: Record<never, never>
  submitSurveyReport: { readonly reportVersion: number; readonly reportHash: string }

  /** With a reason, the note that goes with it is for the customer to read. */
  saveSheet: { readonly reason?: SheetReason }
  proposeSheet: Named<object>
  askAgreement: Record<never, never>
  agreeSheet: Named<object>
  disputeSheet: Named<{ readonly lines: readonly string[] }>
  recordAgreement: Named<object>
  raiseAdvance: Record<never, never>
  proposeSettlement: Named<{
    readonly kind: 'final' | 'advance' | 'repayment'
    readonly payees: readonly PayeeShare[]
    readonly replacesIntent: string | null
  }>

  openLevel: { readonly settlementId: string }
  decideSettlement: {
    readonly settlementId: string
    readonly level: number
    readonly decision: 'approve' | 'return' | 'reject' | 'refer'
    readonly hash: string
    readonly clause: string | null
  }

  releasePayments: { readonly settlementId: string; readonly hash: string }
  /** The database was restored; `since` is the last instant that it still knows of. */
  doubtPayments: { readonly since: Instant }
  gatePayment: { readonly intentId: string; readonly resend: boolean }
  recordBankAnswer: {
    readonly intentId: string
    /** Of the sending that the bank was told or asked of; null for what it says by itself. */
    readonly fence: number | null
    readonly source: 'submit' | 'query' | 'callback' | 'statement'
    readonly answer: BankAnswer
    /** When a question was put; what is written down later was true then. */
    readonly askedAt?: Instant
  }
  resolveSuspense: { readonly intentId: string; readonly outcome: 'paid' | 'failed' }
  /** What is expected to be paid yet, and what it will cost to settle it. */
  reviseReserve: {
    readonly indemnityMinor: Fen
    readonly expenseMinor: Fen
    readonly reason: ReserveReason
  }
  closeClaim: Record<never, never>

  tryFastTrack: Record<never, never>
  passDocuments: Record<never, never>
  /** What software was refused is for a person to decide. */
  leaveFastTrack: { readonly refused: RefusalCode }
  recordFastTrackReview: { readonly finding: FastTrackFinding }

  askSatisfaction: Record<never, never>
  archiveClaim: Record<never, never>
}

export type CommandType = keyof CommandBodies
