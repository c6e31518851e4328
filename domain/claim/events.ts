import type { RefusalCode } from '../errors.ts'
import type { Fen } from '../money.ts'
import type { ChecklistItem, CoverageCheckName } from '../rules/vocabulary.ts'
import type { CivilDate, Instant } from '../time/instant.ts'
import type { CoverageFacts } from './coverage-facts.ts'
import type { FastTrackCheck, FastTrackExit, FastTrackFinding } from './fast-track-state.ts'
import type { Outcome, Stage } from './stages.ts'
import type {
  Approval,
  ChecklistLine,
  ClaimClock,
  ClaimState,
  Intent,
  IntentStatus,
  PanelLine,
  Party,
  Settlement,
  SheetVersion,
  SupplementNotice,
  Survey,
  SurveyOffer,
  Task,
} from './state.ts'

/** Everything that can have happened to a claim. Past tense, codes and ids only: no personal data. */
export interface EventData {
  claimRegistered: { readonly state: ClaimState }
  stageEntered: { readonly from: Stage; readonly to: Stage }
  clockStarted: { readonly clock: ClaimClock }
  clockPaused: { readonly clock: ClaimClock }
  clockResumed: { readonly clock: ClaimClock }
  clockFinished: { readonly clock: ClaimClock }
  clockWarned: { readonly clock: ClaimClock }
  clockBreached: { readonly clock: ClaimClock }
  clockEscalated: { readonly clock: ClaimClock; readonly action: string; readonly level: number }
  taskOpened: { readonly task: Task }
  taskAssigned: { readonly taskId: string; readonly assigneeId: string | null }
  taskClosed: { readonly taskId: string }
  priorityRaised: { readonly priority: number }
  contactAssigned: {
    readonly contactId: string
    readonly callBy: Instant | null
    readonly reason: 'registered' | 'noCall' | 'reassigned' | 'late'
  }
  contactsExhausted: Record<never, never>
  customerContacted: { readonly reached: boolean }
  partyAdded: { readonly party: Party }
  payeeChanged: { readonly partyId: string; readonly payeeHash: string; readonly by: string }
  messagePosted: { readonly fromCustomer: boolean }

  checklistSent: { readonly remindAt: Instant | null }
  documentsReminded: { readonly remindAt: Instant | null }
  documentReceived: {
    readonly item: ChecklistItem
    readonly documentId: string
    readonly contentHash: string
  }
  documentReviewed: {
    readonly item: ChecklistItem
    readonly state: ChecklistLine['state']
    readonly reasonCode: string | null
  }
  evidenceReceived: Record<never, never>
  noticeIssued: { readonly notice: SupplementNotice }
  noticeDelivered: { readonly noticeId: string; readonly deliveredAt: Instant }
  supplementReceived: { readonly noticeId: string }

  factsEstablished: CoverageFacts
  panelRun: { readonly run: number; readonly at: Instant; readonly lines: readonly PanelLine[] }
  claimAccepted: { readonly panelRun: number; readonly answers: readonly CoverageCheckName[] }
  claimRejected: { readonly check: string; readonly clause: string; readonly letterId: string | null }
  letterDelivered: { readonly deliveredAt: Instant }

  surveyNeedAssessed: NonNullable<Survey['need']>
  surveyorAsked: { readonly offer: SurveyOffer }
  surveyOfferAnswered: { readonly surveyorId: string; readonly answer: 'accepted' | 'declined' | 'expired' }
  surveyorsExhausted: Record<never, never>
  surveyReportSaved: { readonly version: number; readonly hash: string }
  surveyReportSubmitted: { readonly version: number; readonly hash: string }

  adjusterAssigned: { readonly adjusterId: string | null }
  sheetSaved: { readonly sheet: SheetVersion }
  sheetProposed: { readonly version: number }
  agreementAsked: { readonly version: number }
  sheetAnswered: {
    readonly version: number
    readonly outcome: 'agreed' | 'disputed' | 'recorded'
    readonly by: string | null
    readonly lines: readonly string[]
  }
  advanceRaised: Record<never, never>
  settlementProposed: { readonly settlement: Settlement }
  settlementVoided: { readonly settlementId: string; readonly reason: string }

  levelOpened: { readonly settlementId: string; readonly level: number }
  settlementDecided: { readonly settlementId: string; readonly approval: Approval }
  settlementReferred: {
    readonly settlementId: string
    readonly approval: Approval
    readonly levels: readonly number[]
  }
  settlementApproved: { readonly settlementId: string }
  settlementReturned: { readonly settlementId: string; readonly by: string }
  settlementRejected: { readonly settlementId: string; readonly by: string }

  reserveRevised: {
    readonly from: Fen
    readonly to: Fen
    readonly part: 'indemnity' | 'expense'
    readonly reason: string
  }
  /** What was expected before the amount was known, against what was paid in the end. */
  reserveChecked: { readonly estimateMinor: Fen; readonly paidMinor: Fen; readonly adequate: boolean }
  intentOpened: { readonly intent: Intent }
  intentReadied: { readonly intentId: string }
  /** The database was restored: what became of this payment after `since` only the bank knows. */
  intentDoubted: { readonly intentId: string; readonly since: Instant }
  intentGated: {
    readonly intentId: string
    readonly fence: number
    readonly deadline: Instant
    readonly resend: boolean
  }
  intentAnswered: {
    readonly intentId: string
    readonly status: IntentStatus
    readonly source: string
    readonly notFoundSince: Instant | null
    /** The bank has denied knowing it for longer than its grace. */
    readonly denied: boolean
    readonly posted: boolean
  }
  intentSuspended: { readonly intentId: string; readonly reason: string }
  suspenseProposed: { readonly intentId: string; readonly outcome: 'paid' | 'failed'; readonly by: string }
  intentCancelled: { readonly intentId: string }
  claimClosed: {
    readonly outcome: Outcome
    readonly from: Stage
    readonly retainUntil: CivilDate
    readonly archiveAt: Instant
  }
  claimReopened: { readonly to: Stage }
  fastTrackEntered: { readonly check: FastTrackCheck }
  fastTrackLeft: {
    readonly reason: FastTrackExit
    readonly refused: RefusalCode | null
    /** The rules that refer it to a person, where that is the reason. */
    readonly check: FastTrackCheck | null
  }
  fastTrackReleased: { readonly sampled: boolean }
  fastTrackReviewed: { readonly finding: FastTrackFinding; readonly by: string }
  satisfactionAsked: Record<never, never>
  claimArchived: Record<never, never>
}

export type EventType = keyof EventData

export type ClaimEvent = {
  readonly [T in EventType]: { readonly type: T; readonly data: EventData[T] }
}[EventType]
