/** The course of one claim as its events tell it: settlements, payments, people. The rows are not asked. */
import type { ClaimClockFacts, EventRow } from './database/rows.ts'

export interface Approval {
  readonly sequence: number
  readonly at: number
  readonly commandId: string
  readonly level: number
  readonly personId: string
  readonly hash: string
  /** Whoever had a hand in what was approved, by the time of this approval. */
  readonly involved: ReadonlySet<string>
}

export interface SettlementCourse {
  readonly id: string
  readonly kind: 'final' | 'advance' | 'repayment'
  readonly amountMinor: number
  readonly hash: string
  readonly payees: readonly {
    readonly partyId: string
    readonly amountMinor: number
    readonly payeeHash: string
  }[]
  readonly replacesIntent: string | null
  readonly proposedBy: string
  readonly proposedAt: number
  /** Of the event that proposed it. */
  readonly sequence: number
  readonly commandId: string
  readonly proposedLevels: readonly number[]
  levels: readonly number[]
  approvals: Approval[]
  /** Sequences of the events that decided it, one way or the other. */
  approvedAt: number | null
  voidedAt: number | null
  state: 'pending' | 'approved' | 'returned' | 'rejected' | 'void'
}

export interface Gate {
  readonly sequence: number
  readonly at: number
  readonly fence: number
  readonly resend: boolean
}

export interface IntentCourse {
  readonly id: string
  readonly settlementId: string
  readonly partyId: string
  readonly ref: string
  readonly amountMinor: number
  readonly payeeHash: string
  readonly releasedBy: string | null
  readonly gates: Gate[]
  status: string
  posted: boolean
  /** How often the books were told that it was paid, and that it came back. */
  postings: number
  reversals: number
}

export interface Move {
  readonly sequence: number
  readonly from: string | null
  readonly to: string | null
}

/** From the event that starts a clock until another one starts under the same key. */
export interface ClockTerm {
  readonly key: string
  breaches: number
  ends: number
  last: ClaimClockFacts
}

export interface ClaimCourse {
  readonly claimId: string
  readonly events: readonly EventRow[]
  readonly settlements: ReadonlyMap<string, SettlementCourse>
  readonly intents: ReadonlyMap<string, IntentCourse>
  readonly moves: readonly Move[]
  readonly firstStage: string
  readonly terms: readonly ClockTerm[]
  /** The clocks as the newest event of each left them. */
  readonly clocks: ReadonlyMap<string, ClaimClockFacts>
  readonly openTasks: ReadonlyMap<string, string | null>
  readonly outcome: string | null
  /** The account of a payee as it was before an event. */
  payeeHashBefore(partyId: string, sequence: number): string | null
}
