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
  'liability',
  'accidentDeath',
  'accidentDisability',
  'accidentMedical',
  'dailyAllowance',
  'healthMedical',
] as const
export type CoverageCode = (typeof coverageCodes)[number]

/** What a policy of each line may promise. A commercial motor policy may be sold together with the compulsory one. */
export const coveragesOfLine: Readonly<Record<Line, readonly CoverageCode[]>> = {
  motorCompulsory: ['compulsoryMotor'],
  motorCommercial: ['ownDamage', 'thirdParty', 'driverSeat', 'compulsoryMotor'],
  property: ['property'],
  accident: ['accidentDeath', 'accidentDisability', 'accidentMedical', 'dailyAllowance'],
  health: ['healthMedical', 'dailyAllowance'],
}

export const premiumStatuses = ['unpaid', 'partlyPaid', 'paid', 'refunded'] as const
export type PremiumStatus = (typeof premiumStatuses)[number]

/** What a property coverage insures: with the code it names one part of the policy. */
export const propertySubjects = ['building', 'contents', 'equipment', 'stock', 'cargo', 'other'] as const
export type PropertySubject = (typeof propertySubjects)[number]

/**
 * Riders of commercial motor policies: the waiver of the deductible by degree of fault (2014), and the absolute
 * deductible rates of 5, 10, 15 and 20 per cent that the 2020 wording sells against a lower premium.
 */
export const riderCodes = [
  'faultDeductibleWaived',
  'absoluteDeductible5',
  'absoluteDeductible10',
  'absoluteDeductible15',
  'absoluteDeductible20',
] as const

/** One coverage of a policy. Rates are decimal strings between 0 and 1. */
export interface CoverageTerms {
  readonly coverage: CoverageCode
  /** Property only; without one the sum insured is for all that is insured. */
  readonly subject?: PropertySubject
  readonly sumInsuredMinor: Fen
  readonly deductibleMinor?: Fen
  readonly rate?: string
  /** Medical only: the rate when social insurance has not settled first. Absent: the same rate. */
  readonly rateWithoutSocialInsurance?: string
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
  | {
      readonly kind: 'coverageRemoved'
      readonly coverage: CoverageCode
      readonly subject?: PropertySubject
    }
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
  /** Commercial motor: the compulsory policy of the same vehicle, whose coverage is then among the terms. */
  readonly compulsoryPolicyNumber?: string
}

/** The coverage with this code; of several property coverages the one of the subject. */
export function coverageOf(
  terms: Pick<PolicyTerms, 'coverages'>,
  coverage: CoverageCode,
  subject?: PropertySubject,
): CoverageTerms | undefined {
  const found = terms.coverages.filter((one) => one.coverage === coverage)
  return found.find((one) => one.subject === subject) ?? found.find((one) => one.subject === undefined)
}
