import type { Overdrawn } from '../adjustment/shared-limits.ts'
import type { ClockSpec } from '../clocks/clock.ts'
import type { Fen } from '../money.ts'
import type { Role } from '../permissions.ts'
import type { PolicySnapshot } from '../policy/terms.ts'
import type { RuleOutputs, RuleTableId } from '../rules/contracts.ts'
import type { ClockKind } from '../rules/vocabulary.ts'
import type { Calendar } from '../time/calendar.ts'
import type { CivilDate, Instant } from '../time/instant.ts'
import type { CoverageFacts } from './coverage-facts.ts'
import type { FastTrackCheck } from './fast-track-state.ts'
import type { Party } from './state.ts'

/** Who acts, with the rights that hold at the instant of the decision, by the database's clock. */
export interface Actor {
  readonly kind: 'person' | 'partner' | 'system'
  readonly personId: string | null
  readonly accountId: string | null
  /** Roles for this claim's branch. */
  readonly roles: readonly Role[]
  /** Up to which amount the person may approve on this claim's line; null without any limit row. */
  readonly limitMinor: Fen | null
  /** Absent people for whom this person answers. */
  readonly substitutesFor: readonly string[]
}

/** Somebody who could be given work, best first: fewest open tasks for their capacity, nearest on the spot. */
export interface Candidate {
  readonly personId: string
  readonly limitMinor: Fen | null
}

/** A version of content that a command saves or names. */
export interface ContentFact {
  readonly kind: string
  readonly version: number
  readonly hash: string
  readonly authorId: string | null
  readonly body: unknown
  /** Somebody else has saved a version that the writer has not seen. */
  readonly stale: boolean
}

/** Limits and times that an insurer agrees with its bank. */
export interface BankTerms {
  readonly submitDeadlineMs: number
  readonly notFoundGraceMs: number
  readonly dedupWindowMs: number
}

/** Asked anew for every decision that software takes, with the counts of other claims under lock. */
export interface FastTrackFacts {
  /** The switch is off. */
  readonly stopped: boolean
  readonly check: FastTrackCheck
  /** What coverage is judged on, as far as policy and report say it. */
  readonly established: CoverageFacts
  /** Whether this claim is drawn for a later audit. */
  readonly sampled: boolean
}

/** All that `decide` may know besides state and command. It is read inside the deciding transaction. */
export interface Facts {
  readonly claimId: string
  readonly now: Instant
  readonly today: CivilDate
  readonly actor: Actor
  readonly calendar: Calendar
  /** Calendars with which clocks of this claim were started, by version. */
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly policy: PolicySnapshot
  readonly targets: ReadonlyMap<ClockKind, ClockSpec>
  readonly rules: { readonly [T in RuleTableId]?: readonly RuleOutputs[T][] }
  /** Who could take work of a role now, best first; loaded for the roles that the command may need. */
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>
  readonly content: ContentFact | null
  readonly newParties: readonly Party[]
  readonly caseNumber: string
  readonly duplicates: readonly string[]
  /** Names match between payee and account holder, by party. */
  readonly payeeNameMatches: ReadonlyMap<string, boolean>
  /** Where the sheet at hand leaves out what other claims of the policy have taken; loaded where a sheet is saved or paid. */
  readonly overdrawn: readonly Overdrawn[]
  /** Limits now of those who approved, by person: re-checked at the gate. */
  readonly approverLimits: ReadonlyMap<string, Fen | null>
  readonly payLaneOpen: boolean
  /** The claim has lived through a restore: a payment that it opens anew may have been made before. */
  readonly lostPayments: boolean
  /** At the gate: since the instant to which the database was restored the bank has paid the same amount under a reference that we do not know. */
  readonly strayPayment: boolean
  readonly bank: BankTerms
  /** Only when software decides. */
  readonly fastTrack: FastTrackFacts | null
  /** The customer who reports is a person of the policy. */
  readonly ownPolicy: boolean
  /** SHA-256 over the canonical form. Pure, handed in because the domain has no crypto. */
  readonly hash: (value: unknown) => string
  readonly newId: () => string
}
