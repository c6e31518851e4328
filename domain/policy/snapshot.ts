import type { Instant } from '../time/instant.ts'
import {
  coverageOf,
  type CoverageTerms,
  type EndorsementChange,
  type PolicySnapshot,
  type PolicyTerms,
  type PremiumStatus,
} from './terms.ts'

export interface IssuedPolicy {
  readonly policyId: string
  readonly policyNumber: string
  readonly line: PolicySnapshot['line']
  readonly branchId: string
  readonly inceptionAt: Instant
  readonly expiryAt: Instant
  readonly terms: PolicyTerms
}

export interface Endorsement {
  readonly number: number
  readonly effectiveAt: Instant
  readonly change: EndorsementChange
}

export interface PremiumEvent {
  readonly status: PremiumStatus
  readonly at: Instant
}

/**
 * The policy as it stood at one instant: what was issued, changed by every
 * endorsement that was effective by then (the instant itself included), in their
 * order, and the premium status of that instant. Later changes never reach back.
 */
export function policyAsOf(
  issued: IssuedPolicy,
  endorsements: readonly Endorsement[],
  premium: readonly PremiumEvent[],
  asOf: Instant,
): PolicySnapshot {
  const effective = endorsements
    .filter((one) => one.effectiveAt <= asOf)
    .toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.number - b.number)
  const start: PolicySnapshot = {
    ...issued,
    asOf,
    cancelled: false,
    premiumStatus: statusAt(premium, asOf),
    endorsementNumbers: effective.map((one) => one.number),
  }
  return effective.reduce((policy, { change }) => endorse(policy, change), start)
}

function endorse(policy: PolicySnapshot, change: EndorsementChange): PolicySnapshot {
  const { terms } = policy
  switch (change.kind) {
    case 'terms':
      return { ...policy, terms: { ...terms, ...change.terms } }
    case 'coverage': {
      const coverages = [...without(terms.coverages, change.coverage), change.coverage]
      return { ...policy, terms: { ...terms, coverages } }
    }
    case 'coverageRemoved':
      return { ...policy, terms: { ...terms, coverages: without(terms.coverages, change) } }
    case 'expiry':
      return { ...policy, expiryAt: change.expiryAt }
    case 'cancellation':
      return { ...policy, cancelled: true }
  }
}

/** The same code insures several subjects of a property policy; each is a coverage of its own. */
function without(
  coverages: readonly CoverageTerms[],
  { coverage, subject }: Pick<CoverageTerms, 'coverage' | 'subject'>,
): readonly CoverageTerms[] {
  return coverages.filter((one) => one.coverage !== coverage || one.subject !== subject)
}

/**
 * Adds the coverage of the vehicle's compulsory policy, so that one claim can settle what both answer for: the
 * compulsory part first, the commercial one for the rest. Only cover that was in force and paid comes along.
 */
export function withCompulsory(
  policy: PolicySnapshot,
  compulsory: PolicySnapshot | undefined,
): PolicySnapshot {
  const coverage = compulsory === undefined ? undefined : coverageOf(compulsory.terms, 'compulsoryMotor')
  if (compulsory === undefined || coverage === undefined) return policy
  if (coverageOf(policy.terms, 'compulsoryMotor') !== undefined) return policy
  if (!inForce(compulsory) || compulsory.premiumStatus !== 'paid') return policy
  const coverages = [...policy.terms.coverages, coverage]
  return {
    ...policy,
    terms: { ...policy.terms, coverages },
    compulsoryPolicyNumber: compulsory.policyNumber,
  }
}

/** Whether the policy covered the instant it is looked at: from its inception on, up to but not at its expiry. */
export function inForce({ asOf, inceptionAt, expiryAt, cancelled }: PolicySnapshot): boolean {
  return !cancelled && inceptionAt <= asOf && asOf < expiryAt
}

function statusAt(premium: readonly PremiumEvent[], asOf: Instant): PremiumStatus {
  const latest = premium.filter((one) => one.at <= asOf).toSorted((a, b) => b.at - a.at)[0]
  return latest?.status ?? 'unpaid'
}
