import { add, type Fen } from '../money.ts'
import type { PolicySnapshot } from '../policy/terms.ts'
import type { RuleInputs } from '../rules/contracts.ts'
import type { ClockKind } from '../rules/vocabulary.ts'
import { civilDaysBetween, civilDateOf } from '../time/civil-date.ts'
import type { ReportFacts } from './commands.ts'
import { missingItems } from './stages/documents.ts'
import type { ClaimState } from './state.ts'

/** What every table may ask about a claim, before it is registered as well as after. */
type Described = Pick<
  ClaimState,
  'line' | 'cause' | 'injury' | 'death' | 'thirdParty' | 'doubtful' | 'estimatedMinor'
>

export function described(policy: PolicySnapshot, report: ReportFacts): Described {
  return { ...report, line: policy.line }
}

export function checklistInputs(claim: Described): RuleInputs['checklist'] {
  const { line, cause, injury, death, thirdParty, estimatedMinor } = claim
  return { line, cause, injury, death, thirdParty, amountMinor: estimatedMinor }
}

export function reserveInputs(claim: Described): RuleInputs['reserveOpening'] {
  const { line, cause, injury, death, estimatedMinor } = claim
  return { line, cause, injury, death, estimatedMinor }
}

/**
 * The claim as its terms are measured: where third parties are answered to out of the compulsory cover of the same
 * vehicle, its shorter terms hold for the whole claim (compulsory motor regulation, articles 28 and 29).
 */
export function measured(policy: PolicySnapshot, claim: Described): Described {
  const compulsory = policy.compulsoryPolicyNumber !== undefined && claim.thirdParty
  return compulsory ? { ...claim, line: 'motorCompulsory' } : claim
}

export function targetInputs(
  claim: Described,
  clock: ClockKind,
  amountMinor: Fen | null,
): RuleInputs['slaTargets'] {
  const complex = claim.death || claim.doubtful || (claim.injury && claim.thirdParty)
  return {
    clock,
    line: claim.line,
    amountMinor: amountMinor ?? claim.estimatedMinor,
    injury: claim.injury,
    complex,
  }
}

export function surveyInputs(claim: ClaimState, previousClaims: number): RuleInputs['surveyNeed'] {
  const { line, cause, estimatedMinor, injury, death, thirdParty, doubtful } = claim
  return { line, cause, estimatedMinor, injury, death, thirdParties: thirdParty, doubtful, previousClaims }
}

export function coverageInputs(
  claim: ClaimState,
  policy: PolicySnapshot,
  limitLeftMinor: number,
): RuleInputs['coverageChecks'] {
  const { terms } = policy
  const inForce = !policy.cancelled && claim.lossAt >= policy.inceptionAt && claim.lossAt < policy.expiryAt
  const daysCovered = civilDaysBetween(civilDateOf(policy.inceptionAt), civilDateOf(claim.lossAt))
  const premium = policy.premiumStatus === 'refunded' ? 'unpaid' : policy.premiumStatus
  return {
    line: claim.line,
    cause: claim.cause,
    policyInForceAtLoss: inForce,
    premiumStatus: premium,
    waitingDaysLeft: terms.waitingPeriodDays - daysCovered,
    objectInsured: claim.facts.objectInsured,
    perilCovered: terms.perils.includes(claim.cause),
    exclusionSuspected: claim.facts.exclusionSuspected,
    disclosureProof: terms.disclosureProof !== undefined,
    licenceValid: claim.facts.licenceValid,
    drunk: claim.facts.drunk,
    limitLeftMinor,
  }
}

export function authorityInputs(
  claim: ClaimState,
  amountMinor: number,
  advance: boolean,
): RuleInputs['authorityLevels'] {
  const { line, injury, death, doubtful, reopenedTimes } = claim
  return { line, amountMinor, injury, death, fraudSuspected: doubtful, advance, reopened: reopenedTimes > 0 }
}

/** What the fast track asks besides the claim itself: of papers, policy, account, and other claims. */
export interface FastTrackFindings {
  /** What the sheet gives; null when it cannot be calculated. */
  readonly payableMinor: Fen | null
  readonly documentsUnreadable: number
  readonly coverageOpen: number
  readonly surveyRequired: boolean
  readonly payeeVerified: boolean
  readonly customerMonthClaims: number
  readonly customerYearClaims: number
  readonly customerYearMinor: number
  readonly policyYearClaims: number
  readonly policyYearMinor: number
  readonly withinAuthority: boolean
}

export function fastTrackInputs(
  claim: ClaimState,
  { payableMinor, ...findings }: FastTrackFindings,
): RuleInputs['fastTrack'] {
  const { line, cause, injury, death, thirdParty, doubtful, reopenedTimes, duplicates, fastTrack } = claim
  const insured = claim.parties.find(({ role }) => role === 'insured')
  const own = (personId: string | null | undefined) => personId != null && personId === insured?.personId
  return {
    line,
    cause,
    injury,
    death,
    thirdParty,
    doubtful,
    reopened: reopenedTimes > 0,
    askedMinor: fastTrack === undefined ? null : add(...fastTrack.asked.lines.map((one) => one.askedMinor)),
    agreedInAdvance: own(fastTrack?.askedBy) && payableMinor === fastTrack?.asked.agreedMinor,
    documentsMissing: missingItems(claim).length,
    duplicates: duplicates.length,
    payeeInsured:
      insured?.payeeHash != null && (insured.payeeEditedBy === null || own(insured.payeeEditedBy)),
    disputed: claim.sheets.some((sheet) => sheet.agreement?.outcome === 'disputed'),
    ...findings,
  }
}
