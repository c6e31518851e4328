import { lines } from '../policy/terms.ts'
import type { InputField, OutputField, Row } from './fields.ts'
import {
  checklistItems,
  clockKinds,
  coverageCheckNames,
  escalationActions,
  exclusionCodes,
  fastTrackRules,
  lossCauses,
} from './vocabulary.ts'

/**
 * `first`: the first row that fires answers. `collect`: every row that fires answers, in order.
 * `firstOfEach`: the first row that fires for each value of the output `each`, so that every coverage
 * check gives exactly one line.
 */
export type HitPolicy = 'first' | 'collect' | 'firstOfEach'

/** What the program hands to a table and expects back. The rows are data, the columns are code. */
export interface RuleContract {
  readonly hitPolicy: HitPolicy
  readonly each?: string
  readonly inputs: Readonly<Record<string, InputField>>
  readonly outputs: Readonly<Record<string, OutputField>>
  /**
   * Outputs that the closing row must give, so that what no rule foresaw goes to a person. A list of
   * amounts must besides be the longest of the table: nobody's approval is left out.
   */
  readonly closing: Readonly<Record<string, boolean | string | number>>
}

const line = { kind: 'choice', values: lines } as const
const cause = { kind: 'choice', values: lossCauses, unknown: true } as const
const clock = { kind: 'choice', values: clockKinds } as const
const yesNo = { kind: 'boolean' } as const
const fact = { kind: 'boolean', unknown: true } as const
const amount = { kind: 'integer', min: 0 } as const
const estimate = { kind: 'integer', min: 0, unknown: true } as const
const signed = { kind: 'integer', min: -Number.MAX_SAFE_INTEGER, unknown: true } as const

export const ruleContracts = {
  checklist: {
    hitPolicy: 'collect',
    inputs: {
      line,
      cause,
      injury: yesNo,
      death: yesNo,
      thirdParty: yesNo,
      amountMinor: estimate,
    },
    outputs: {
      item: { kind: 'choice', values: checklistItems },
      need: { kind: 'choice', values: ['required', 'conditional'] },
      label: { kind: 'text' },
      condition: { kind: 'text', nullable: true },
      original: { kind: 'boolean' },
    },
    closing: { item: 'otherEvidence', need: 'conditional' },
  },
  coverageChecks: {
    hitPolicy: 'firstOfEach',
    each: 'check',
    inputs: {
      line,
      cause,
      policyInForceAtLoss: fact,
      premiumStatus: { kind: 'choice', values: ['paid', 'partlyPaid', 'unpaid', 'refunded'], unknown: true },
      waitingDaysLeft: signed,
      objectInsured: fact,
      perilCovered: fact,
      exclusionSuspected: { kind: 'choice', values: exclusionCodes, unknown: true },
      disclosureProof: fact,
      licenceValid: fact,
      drunk: fact,
      limitLeftMinor: signed,
    },
    outputs: {
      check: { kind: 'choice', values: coverageCheckNames },
      result: { kind: 'choice', values: ['pass', 'fail', 'refer'] },
      reason: { kind: 'text' },
      clause: { kind: 'string' },
    },
    closing: { result: 'refer' },
  },
  surveyNeed: {
    hitPolicy: 'first',
    inputs: {
      line,
      cause,
      estimatedMinor: estimate,
      injury: yesNo,
      death: yesNo,
      thirdParties: yesNo,
      doubtful: yesNo,
      previousClaims: amount,
    },
    outputs: {
      required: { kind: 'boolean' },
      kind: { kind: 'choice', values: ['onSite', 'remote', 'none'] },
      reason: { kind: 'text' },
    },
    closing: { required: true, kind: 'onSite' },
  },
  authorityLevels: {
    hitPolicy: 'first',
    inputs: {
      line,
      amountMinor: amount,
      injury: yesNo,
      death: yesNo,
      fraudSuspected: yesNo,
      advance: yesNo,
      reopened: yesNo,
    },
    outputs: { levels: { kind: 'amounts' }, reason: { kind: 'text' } },
    closing: {},
  },
  slaTargets: {
    hitPolicy: 'first',
    inputs: { clock, line, amountMinor: estimate, injury: yesNo, complex: yesNo },
    outputs: {
      target: { kind: 'duration', min: 1 },
      statutory: { kind: 'boolean' },
      warnShareBasisPoints: { kind: 'integer', max: 10_000 },
      source: { kind: 'string' },
    },
    closing: {},
  },
  escalation: {
    hitPolicy: 'collect',
    inputs: { clock, line },
    outputs: {
      level: { kind: 'integer' },
      after: { kind: 'duration', min: 0 },
      action: { kind: 'choice', values: escalationActions },
    },
    closing: { action: 'informSupervisor' },
  },
  reserveOpening: {
    hitPolicy: 'first',
    inputs: { line, cause, injury: yesNo, death: yesNo, estimatedMinor: estimate },
    outputs: {
      indemnityFloorMinor: { kind: 'integer' },
      indemnityShareBasisPoints: { kind: 'integer' },
      expenseMinor: { kind: 'integer' },
    },
    closing: {},
  },
  fastTrack: {
    hitPolicy: 'firstOfEach',
    each: 'rule',
    inputs: {
      line,
      cause,
      injury: yesNo,
      death: yesNo,
      thirdParty: yesNo,
      doubtful: yesNo,
      reopened: yesNo,
      /** The sum of what was asked for, before anything is taken off it. */
      askedMinor: estimate,
      /** The insured themselves, to exactly what the sheet gives. */
      agreedInAdvance: yesNo,
      documentsMissing: amount,
      documentsUnreadable: amount,
      /** Of the seven checks of the panel, those that did not pass. */
      coverageOpen: amount,
      surveyRequired: yesNo,
      duplicates: amount,
      payeeInsured: yesNo,
      payeeVerified: yesNo,
      disputed: yesNo,
      /** Other claims on the fast track, of the last 30 and 365 days; the sums with this one. */
      customerMonthClaims: amount,
      customerYearClaims: amount,
      customerYearMinor: amount,
      policyYearClaims: amount,
      policyYearMinor: amount,
      withinAuthority: yesNo,
    },
    outputs: {
      rule: { kind: 'choice', values: fastTrackRules },
      // There is no `fail`: software never rejects (Personal Information Protection Law, article 24).
      result: { kind: 'choice', values: ['pass', 'refer'] },
      reason: { kind: 'text' },
      clause: { kind: 'string' },
    },
    closing: { result: 'refer' },
  },
} as const satisfies Record<string, RuleContract>

export type RuleTableId = keyof typeof ruleContracts

export type RuleInputs = { readonly [T in RuleTableId]: Row<(typeof ruleContracts)[T]['inputs']> }

/** One row of answers. Amounts are whole fen, shares basis points (1/10,000). */
export type RuleOutputs = { readonly [T in RuleTableId]: Row<(typeof ruleContracts)[T]['outputs']> }

const byName: ReadonlyMap<string, RuleContract> = new Map(Object.entries(ruleContracts))

export function isRuleTable(name: string): name is RuleTableId {
  return byName.has(name)
}

export const ruleTableIds: readonly RuleTableId[] = Object.keys(ruleContracts).filter(isRuleTable)

/** The contract of a table, seen through its general type; undefined for a name that is no table. */
export function contractOf(table: string): RuleContract | undefined {
  return byName.get(table)
}
