import type { DamageItem } from '../adjustment/items.ts'
import type { RefusalCode } from '../errors.ts'
import type { Fen } from '../money.ts'
import type { RuleInputs, RuleOutputs } from '../rules/contracts.ts'
import type { Instant } from '../time/instant.ts'

/** Coverages whose loss a customer can put in figures from their own receipts. */
export const smallClaimCoverages = ['ownDamage', 'accidentMedical', 'healthMedical'] as const
export const smallClaimItems = [
  'vehicleRepair',
  'treatment',
  'medicine',
  'examination',
] as const satisfies readonly DamageItem[]

interface LossLine {
  readonly coverage: (typeof smallClaimCoverages)[number]
  readonly item: (typeof smallClaimItems)[number]
  readonly askedMinor: Fen
}

/** What is asked to be settled at once, said with the report. */
export interface SmallClaim {
  readonly lines: readonly LossLine[]
  /** The insured takes the calculated amount if it is exactly this. */
  readonly agreedMinor: Fen
  readonly declared: {
    readonly licenceValid: boolean | null
    readonly drunk: boolean | null
    /** The circumstances in which the policy does not pay were shown, and none of them was there. */
    readonly noExclusion: boolean
    /** Medical only: social insurance has settled its part of these receipts, all of catalogue class A. */
    readonly socialInsuranceSettled: boolean
  }
}

/** A line of the check: which rule passed or refers to a person, by which row of the table. */
export interface FastTrackLine extends Readonly<RuleOutputs['fastTrack']> {
  readonly row: string
}

/** What the table of eligibility was asked and answered. */
export interface FastTrackCheck {
  readonly version: number
  readonly at: Instant
  readonly inputs: RuleInputs['fastTrack']
  readonly lines: readonly FastTrackLine[]
}

/**
 * Why software let go of a claim: a rule refers to a person; the fast track was stopped; somebody took the claim
 * over; a command was refused; the claim closed.
 */
export type FastTrackExit = 'rules' | 'stopped' | 'takenOver' | 'refused' | 'closed'

export const fastTrackFindings = ['inOrder', 'paidTooMuch', 'paidTooLittle', 'notEligible'] as const
export type FastTrackFinding = (typeof fastTrackFindings)[number]

export interface FastTrack {
  readonly asked: SmallClaim
  /** Who agreed in advance: only what the insured says themselves counts. */
  readonly askedBy: string | null
  readonly standing: 'asked' | 'running' | 'left' | 'released'
  readonly enteredAt: Instant | null
  /** The check by which it was let in or referred to a person. */
  readonly check: FastTrackCheck | null
  readonly left: {
    readonly at: Instant
    readonly reason: FastTrackExit
    readonly refused: RefusalCode | null
  } | null
  /** Drawn for a later audit when the payment was released. */
  readonly sampled: boolean
  readonly review: { readonly finding: FastTrackFinding; readonly by: string; readonly at: Instant } | null
}
