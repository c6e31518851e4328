import type { Clock } from '../clocks/clock.ts'
import type { Fen } from '../money.ts'
import type { CoverageCode, Line } from '../policy/terms.ts'
import type { ChecklistItem, ClockKind, CoverageCheckName, LossCause } from '../rules/vocabulary.ts'
import type { Text } from '../text.ts'
import type { CivilDate, Instant } from '../time/instant.ts'
import type { CoverageFacts } from './coverage-facts.ts'
import type { FastTrack } from './fast-track-state.ts'
import type { SheetReason } from './sheet-reasons.ts'
import type { Outcome, Stage } from './stages.ts'

export const channels = ['portal', 'callCentre', 'partner'] as const
export type Channel = (typeof channels)[number]

export const partyRoles = ['insured', 'reporter', 'driver', 'victim', 'beneficiary', 'repairer'] as const
export type PartyRole = (typeof partyRoles)[number]

/** Somebody in the claim; names, numbers and accounts are kept apart and encrypted. */
export interface Party {
  readonly id: string
  readonly role: PartyRole
  readonly personId: string | null
  /** Keyed hash of account holder and account; null until an account is known. */
  readonly payeeHash: string | null
  /** Who last changed the account: they do not approve a payment to it. */
  readonly payeeEditedBy: string | null
}

export interface ChecklistLine {
  readonly item: ChecklistItem
  readonly need: 'required' | 'conditional'
  readonly label: Text
  readonly original: boolean
  readonly state: 'wanted' | 'received' | 'accepted' | 'refused'
  readonly documentIds: readonly string[]
  readonly refusedFor: string | null
}

/** The one-time notice of Insurance Law article 22: clocks stand still from delivery to the supplement. */
export interface SupplementNotice {
  readonly id: string
  readonly items: readonly ChecklistItem[]
  readonly issuedAt: Instant
  readonly deliveredAt: Instant | null
  readonly answeredAt: Instant | null
  readonly approvedBy: string | null
}

export interface PanelLine {
  readonly check: CoverageCheckName
  readonly result: 'pass' | 'fail' | 'refer'
  readonly reason: Text
  readonly clause: string
}

export interface SurveyOffer {
  readonly surveyorId: string
  readonly at: Instant
  readonly answerBy: Instant
  readonly answer: 'accepted' | 'declined' | 'expired' | null
}

export interface Survey {
  readonly need: { readonly required: boolean; readonly kind: string; readonly reason: Text } | null
  readonly offers: readonly SurveyOffer[]
  readonly surveyorId: string | null
  readonly reportVersion: number | null
  readonly exhausted: boolean
}

/** An immutable version of the calculation sheet, by its figures; the sheet itself is content. */
export interface SheetVersion {
  readonly version: number
  readonly hash: string
  readonly authorId: string
  readonly at: Instant
  readonly payableMinor: Fen
  readonly byClaimant: readonly {
    readonly partyId: string
    readonly coverage: CoverageCode | 'lateDamages'
    readonly payableMinor: Fen
  }[]
  /** Why the figure was calculated anew, in words that the customer reads. */
  readonly reason?: SheetReason
  /** Where liable parties are to pay some of it back: then the insured owes us their help (Insurance Law 63). */
  readonly subrogationMinor?: Fen
  readonly proposedAt: Instant | null
  readonly askedAt: Instant | null
  readonly agreement: {
    readonly outcome: 'agreed' | 'disputed' | 'recorded'
    readonly at: Instant
    readonly by: string | null
    readonly lines: readonly string[]
  } | null
}

export interface Approval {
  readonly level: number
  readonly personId: string
  readonly decision: 'approve' | 'refer'
  readonly at: Instant
  /** Hash of the settlement as the person saw it. */
  readonly hash: string
}

export interface SettlementPayee {
  readonly partyId: string
  readonly amountMinor: Fen
  readonly payeeHash: string
  /** Paid under liability cover to somebody else than the insured: comes first (article 65). */
  readonly thirdParty: boolean
}

/** What is asked to be approved and paid: the whole, an advance, or a repayment after a return. */
export interface Settlement {
  readonly id: string
  readonly kind: 'final' | 'advance' | 'repayment'
  readonly sheetVersion: number
  readonly sheetHash: string
  readonly amountMinor: Fen
  readonly payees: readonly SettlementPayee[]
  readonly hash: string
  readonly proposedBy: string
  readonly proposedAt: Instant
  /** Authority limit in fen that each level must have, lowest level first. */
  readonly levels: readonly number[]
  /** The level that may decide now; 0 before the first is opened. */
  readonly openLevel: number
  readonly approvals: readonly Approval[]
  readonly state: 'pending' | 'approved' | 'returned' | 'rejected' | 'void'
  readonly replacesIntent: string | null
}

export const intentStatuses = [
  'held',
  'ready',
  'submitting',
  'unknown',
  'accepted',
  'paid',
  'failed',
  'returned',
  'suspense',
  'cancelled',
] as const
export type IntentStatus = (typeof intentStatuses)[number]

/** A payment to one payee; its reference is permanent, and only the bank ends it. */
export interface Intent {
  readonly id: string
  readonly settlementId: string
  readonly partyId: string
  readonly ref: string
  readonly amountMinor: Fen
  readonly payeeHash: string
  readonly thirdParty: boolean
  readonly status: IntentStatus
  /** Whether the ledger has it as paid: each change of that is posted once. */
  readonly posted: boolean
  readonly fence: number
  readonly deadline: Instant | null
  readonly firstSubmittedAt: Instant | null
  readonly notFoundSince: Instant | null
  /** The bank still denied knowing it after its grace: only then may the same reference be sent again. */
  readonly denied: boolean
  readonly postingDate: CivilDate
  readonly suspense: {
    readonly reason: string
    readonly proposal: { readonly outcome: 'paid' | 'failed'; readonly by: string } | null
  } | null
}

export const taskKinds = [
  'firstContact',
  'collectDocuments',
  'decideAcceptance',
  'dispatchSurvey',
  'answerSurveyOffer',
  'survey',
  'prepareSheet',
  'answerProposal',
  'submitSettlement',
  'proposeAdvance',
  'decideApproval',
  'releasePayment',
  'correctPayee',
  'resolveSuspense',
  'resumePayment',
  'informed',
  'standstill',
  'reopened',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Open work with a name on it, or waiting in the list of a role. */
export interface Task {
  readonly id: string
  readonly kind: TaskKind
  readonly role: string
  readonly assigneeId: string | null
  readonly openedAt: Instant
  readonly clockKey: string | null
}

export interface ClaimState {
  readonly id: string
  readonly caseNumber: string
  readonly branchId: string
  readonly policyId: string
  readonly line: Line
  readonly cause: LossCause
  readonly channel: Channel
  readonly registeredBy: string | null
  readonly registeredAt: Instant
  readonly lossAt: Instant
  readonly injury: boolean
  readonly death: boolean
  readonly thirdParty: boolean
  readonly doubtful: boolean
  readonly estimatedMinor: Fen | null
  readonly place: { readonly latitudeMicro: number; readonly longitudeMicro: number } | null
  readonly duplicates: readonly string[]
  /** Absent where nobody has asked for it. */
  readonly fastTrack?: FastTrack

  readonly stage: Stage
  readonly stageEnteredAt: Instant
  readonly outcome: Outcome | null
  /** The stage from which the claim was closed, so that reopening knows where to go. */
  readonly closedFrom: Stage | null
  readonly closedAt: Instant | null
  readonly retainUntil: CivilDate | null
  readonly reopenedTimes: number

  readonly contactId: string | null
  readonly contactsTried: readonly string[]
  readonly callBy: Instant | null
  readonly priority: number
  readonly parties: readonly Party[]
  readonly checklist: readonly ChecklistLine[]
  readonly checklistSentAt: Instant | null
  readonly remindAt: Instant | null
  readonly notices: readonly SupplementNotice[]
  readonly evidenceReceivedAt: Instant | null
  readonly facts: CoverageFacts
  readonly panel: { readonly run: number; readonly at: Instant; readonly lines: readonly PanelLine[] } | null
  /** The panel has to run: never yet, or facts or papers have changed since. */
  readonly panelDue: boolean
  readonly rejection: {
    readonly clause: string
    readonly check: string
    /** The notice that carries it: an older letter says nothing about this rejection. */
    readonly letterId: string | null
    readonly letterDeliveredAt: Instant | null
  } | null
  readonly survey: Survey
  readonly adjusterId: string | null
  readonly sheets: readonly SheetVersion[]
  readonly settlements: readonly Settlement[]
  readonly advanceRaisedAt: Instant | null
  readonly intents: readonly Intent[]
  readonly reserve: {
    readonly indemnityMinor: Fen
    readonly expenseMinor: Fen
    /** The indemnity as rule or people last expected it, before a settlement said what it is. */
    readonly estimateMinor?: Fen
    readonly check?: { readonly estimateMinor: Fen; readonly paidMinor: Fen; readonly adequate: boolean }
  }
  /** From when on the closed claim may be archived. */
  readonly archiveAt: Instant | null
  readonly satisfactionAskedAt: Instant | null
  readonly clocks: Readonly<Record<string, ClaimClock>>
  readonly tasks: readonly Task[]
  readonly tasksOpened: number
}

/** A clock and the key under which the claim has it: its kind, with a part where several may run. */
export interface ClaimClock {
  readonly key: string
  readonly kind: ClockKind
  readonly clock: Clock
}
