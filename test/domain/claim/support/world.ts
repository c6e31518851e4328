import type { ClockSpec } from '../../../../domain/clocks/clock.ts'
import type { Facts } from '../../../../domain/claim/facts.ts'
import { fen } from '../../../../domain/money.ts'
import type { PolicySnapshot } from '../../../../domain/policy/terms.ts'
import type { RuleOutputs } from '../../../../domain/rules/contracts.ts'
import { coverageCheckNames, type ClockKind } from '../../../../domain/rules/vocabulary.ts'
import type { Duration } from '../../../../domain/time/duration.ts'
import { at } from '../../time/calendar-2026.ts'

export const monday = at('2026-03-09T10:00:00')
export const minute = 60_000
export const day = 24 * 60 * minute

const text = { zh: '测试', en: 'test' }
const days = (value: number): Duration => ({ value, unit: 'calendarDays' })
const minutes = (value: number): Duration => ({ value, unit: 'minutes' })
const workingDays = (value: number): Duration => ({ value, unit: 'workingDays' })

/** The targets of the shipped table for motor commercial, shortened where nothing hangs on the length. */
const terms: Readonly<Record<ClockKind, { target: Duration; statutory: boolean }>> = {
  firstContact: { target: minutes(30), statutory: false },
  surveyorAnswer: { target: minutes(10), statutory: false },
  surveyorContact: { target: minutes(3), statutory: false },
  documentsNotice: { target: workingDays(2), statutory: false },
  documentsReview: { target: workingDays(1), statutory: false },
  acceptanceDecision: { target: workingDays(1), statutory: false },
  determination: { target: days(30), statutory: true },
  survey: { target: workingDays(2), statutory: false },
  damageAssessment: { target: workingDays(3), statutory: false },
  agreement: { target: days(7), statutory: false },
  approvalLevel: { target: workingDays(1), statutory: false },
  payment: { target: days(10), statutory: true },
  rejectionLetter: { target: days(3), statutory: true },
  advance60: { target: days(60), statutory: true },
  afterCare: { target: days(7), statutory: false },
  noticeReminder: { target: days(7), statutory: false },
  supplement: { target: days(30), statutory: false },
}

export function target(kind: ClockKind): ClockSpec {
  return {
    kind,
    ...terms[kind],
    warnShareBasisPoints: 8000,
    ladder: [
      { after: minutes(0), action: 'remind', level: 1 },
      { after: minutes(10), action: 'raisePriority', level: 2 },
      { after: minutes(20), action: 'informSupervisor', level: 3 },
      { after: minutes(30), action: 'reassign', level: 4 },
    ],
    ruleVersion: '1',
  }
}

export const policy: PolicySnapshot = {
  policyId: 'policy-1',
  policyNumber: 'PDAA20260001',
  line: 'motorCommercial',
  branchId: 'branch-1',
  asOf: monday,
  inceptionAt: at('2026-01-01T00:00:00'),
  expiryAt: at('2027-01-01T00:00:00'),
  cancelled: false,
  premiumStatus: 'paid',
  terms: {
    wordingId: 'motorCommercial2020',
    coverages: [
      { coverage: 'ownDamage', sumInsuredMinor: fen(20_000_000) },
      { coverage: 'thirdParty', sumInsuredMinor: fen(100_000_000) },
    ],
    perils: ['collision'],
    exclusions: ['drunkDriving'],
    waitingPeriodDays: 0,
    disclosureProof: 'hash-of-the-proof',
  },
  endorsementNumbers: [],
}

export function panel(changes: Readonly<Record<string, 'pass' | 'fail' | 'refer'>> = {}) {
  return coverageCheckNames.map((check): RuleOutputs['coverageChecks'] => ({
    check,
    result: changes[check] ?? 'pass',
    reason: text,
    clause: 'clause 1',
  }))
}

/** The answers of the rule tables, as far as a test does not say otherwise. */
export const rules: Facts['rules'] = {
  checklist: [
    { item: 'claimApplication', need: 'required', label: text, condition: null, original: true },
    { item: 'photographs', need: 'required', label: text, condition: null, original: false },
    { item: 'otherEvidence', need: 'conditional', label: text, condition: text, original: false },
  ],
  coverageChecks: panel(),
  surveyNeed: [{ required: false, kind: 'none', reason: text }],
  authorityLevels: [{ levels: [1_000_000], reason: text }],
  reserveOpening: [{ indemnityFloorMinor: 200_000, indemnityShareBasisPoints: 10_000, expenseMinor: 5_000 }],
}

export function surveyNeed(required: boolean): Facts['rules'] {
  return { surveyNeed: [{ required, kind: required ? 'onSite' : 'none', reason: text }] }
}

export function authority(...levels: readonly number[]): Facts['rules'] {
  return { authorityLevels: [{ levels, reason: text }] }
}
