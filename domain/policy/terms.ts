import type { Fen } from '../money.ts'
import type { CivilDate, Instant } from '../time/instant.ts'

export const lines = ['motorCompulsory', 'motorCommercial', 'property', 'accident', 'health'] as const
export type Line = (typeof lines)[number]

export const coverageCodes = [
  'compulsoryMotor',
  'ownDamage',
  'thirdParty',
  'driverSeat',
  'property',
  'accidentDeath',
  'accidentDisability',
  'accidentMedical',
  'dailyAllowance',
  'healthMedical',
] as const
export type CoverageCode = (typeof coverageCodes)[number]

export type PremiumStatus = 'unpaid' | 'partlyPaid' | 'paid' | 'refunded'

/** One coverage of a policy. Rates are decimal strings between 0 and 1. */
export interface CoverageTerms {
  readonly coverage: CoverageCode
  readonly sumInsuredMinor: Fen
  readonly deductibleMinor?: Fen
  readonly rate?: string
  readonly dailyMinor?: Fen
  readonly waitingDays?: number
  readonly maximumDays?: number
  readonly firstLoss?: boolean
}

/** What the insurer promised, without personal data: that is kept apart and encrypted. */
export interface PolicyTerms {
  readonly wordingId: string
  readonly coverages: readonly CoverageTerms[]
  /** Perils the wording insures, by cause code. */
  readonly perils: readonly string[]
  readonly exclusions: readonly string[]
  /** Days from inception during which illness is not covered (health). */
  readonly waitingPeriodDays: number
  /** Content hash of the proof that exclusions were explained (Insurance Law, article 17). */
  readonly disclosureProof?: string
  /** Absolute deductible rates taken off by a rider, and the like. */
  readonly riders?: readonly string[]
  /** Motor: price of the vehicle when new, for depreciation. */
  readonly newPriceMinor?: Fen
  readonly firstRegisteredOn?: CivilDate
}

/** A change of terms from an instant on; fields that are present replace what was there. */
export type EndorsementChange =
  | { readonly kind: 'terms'; readonly terms: Partial<PolicyTerms> }
  | { readonly kind: 'coverage'; readonly coverage: CoverageTerms }
  | { readonly kind: 'coverageRemoved'; readonly coverage: CoverageCode }
  | { readonly kind: 'expiry'; readonly expiryAt: Instant }
  | { readonly kind: 'cancellation' }

/** The policy as it was at one instant, endorsements applied: what a claim is judged by. */
export interface PolicySnapshot {
  readonly policyId: string
  readonly policyNumber: string
  readonly line: Line
  readonly branchId: string
  readonly asOf: Instant
  readonly inceptionAt: Instant
  readonly expiryAt: Instant
  readonly cancelled: boolean
  readonly premiumStatus: PremiumStatus
  readonly terms: PolicyTerms
  readonly endorsementNumbers: readonly number[]
}
