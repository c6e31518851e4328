import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../../../domain/money.ts'
import {
  inForce,
  policyAsOf,
  withCompulsory,
  type Endorsement,
  type IssuedPolicy,
  type PremiumEvent,
} from '../../../domain/policy/snapshot.ts'
import {
  coverageOf,
  premiumStatuses,
  type EndorsementChange,
  type PolicySnapshot,
} from '../../../domain/policy/terms.ts'

const inceptionAt = Date.parse('2026-01-01T00:00:00+08:00')
const expiryAt = Date.parse('2027-01-01T00:00:00+08:00')
const effectiveAt = Date.parse('2026-03-01T00:00:00+08:00')

const issued: IssuedPolicy = {
  policyId: 'policy',
  policyNumber: 'PDAA1',
  line: 'property',
  branchId: 'branch',
  inceptionAt,
  expiryAt,
  terms: {
    wordingId: 'propertyHousehold',
    coverages: [
      { coverage: 'property', subject: 'building', sumInsuredMinor: fen(100) },
      { coverage: 'property', subject: 'contents', sumInsuredMinor: fen(50) },
    ],
    perils: ['fire'],
    exclusions: [],
    waitingPeriodDays: 0,
  },
}

function endorsed(change: EndorsementChange, asOf: number): PolicySnapshot {
  return policyAsOf(issued, [{ number: 1, effectiveAt, change }], [], asOf)
}

const changes: readonly (readonly [
  string,
  EndorsementChange,
  (policy: PolicySnapshot) => unknown,
  unknown,
  unknown,
])[] = [
  [
    'terms',
    { kind: 'terms', terms: { perils: ['fire', 'flood'] } },
    (one) => one.terms.perils,
    ['fire'],
    ['fire', 'flood'],
  ],
  [
    'a coverage that changes',
    { kind: 'coverage', coverage: { coverage: 'property', subject: 'contents', sumInsuredMinor: fen(80) } },
    (one) => one.terms.coverages.map((coverage) => [coverage.subject, coverage.sumInsuredMinor]),
    [
      ['building', 100],
      ['contents', 50],
    ],
    [
      ['building', 100],
      ['contents', 80],
    ],
  ],
  [
    'a coverage that is added',
    { kind: 'coverage', coverage: { coverage: 'property', subject: 'stock', sumInsuredMinor: fen(9) } },
    (one) => one.terms.coverages.length,
    2,
    3,
  ],
  [
    'a coverage that is removed',
    { kind: 'coverageRemoved', coverage: 'property', subject: 'building' },
    (one) => one.terms.coverages.map((coverage) => coverage.subject),
    ['building', 'contents'],
    ['contents'],
  ],
  ['the expiry', { kind: 'expiry', expiryAt: expiryAt + 1 }, (one) => one.expiryAt, expiryAt, expiryAt + 1],
  ['a cancellation', { kind: 'cancellation' }, (one) => one.cancelled, false, true],
]

describe('a policy as of an instant', () => {
  it.each(changes)(
    '%s counts from its effective instant on, and not a millisecond before',
    (_title, change, look, before, after) => {
      expect(look(endorsed(change, effectiveAt - 1))).toEqual(before)
      expect(look(endorsed(change, effectiveAt))).toEqual(after)
      expect(endorsed(change, effectiveAt - 1).endorsementNumbers).toEqual([])
      expect(endorsed(change, effectiveAt).endorsementNumbers).toEqual([1])
    },
  )

  it('covers its first instant and not its last: expiry belongs to the next policy', () => {
    const at = (asOf: number) => inForce(policyAsOf(issued, [], [], asOf))
    expect([inceptionAt - 1, inceptionAt, expiryAt - 1, expiryAt].map(at)).toEqual([false, true, true, false])
    expect(inForce(endorsed({ kind: 'cancellation' }, effectiveAt))).toBe(false)
  })

  it('applies endorsements of one instant in the order of their numbers', () => {
    const perils = (number: number, ...list: string[]): Endorsement => ({
      number,
      effectiveAt,
      change: { kind: 'terms', terms: { perils: list } },
    })
    const policy = policyAsOf(issued, [perils(2, 'storm'), perils(1, 'flood')], [], effectiveAt)
    expect(policy.terms.perils).toEqual(['storm'])
    expect(policy.endorsementNumbers).toEqual([1, 2])
  })

  it('is unpaid until a premium event says otherwise, and holds the status of its instant', () => {
    const events: readonly PremiumEvent[] = [
      { status: 'refunded', at: effectiveAt + 10 },
      { status: 'partlyPaid', at: inceptionAt },
      { status: 'paid', at: effectiveAt },
    ]
    const at = (asOf: number) => policyAsOf(issued, [], events, asOf).premiumStatus
    expect([inceptionAt - 1, inceptionAt, effectiveAt - 1, effectiveAt, effectiveAt + 10].map(at)).toEqual([
      'unpaid',
      'partlyPaid',
      'partlyPaid',
      'paid',
      'refunded',
    ])
  })

  it('is never reached by what happened later', () => {
    const later = fc.record({
      number: fc.integer({ min: 2, max: 9 }),
      effectiveAt: fc.integer({ min: effectiveAt + 1, max: expiryAt }),
      change: fc.constantFrom(...changes.map(([, change]) => change)),
    })
    const event = fc.record({
      status: fc.constantFrom(...premiumStatuses),
      at: fc.integer({ min: effectiveAt + 1, max: expiryAt }),
    })
    fc.assert(
      fc.property(fc.array(later), fc.array(event), (endorsements, premium) => {
        expect(policyAsOf(issued, endorsements, premium, effectiveAt)).toEqual(
          policyAsOf(issued, [], [], effectiveAt),
        )
      }),
    )
  })
})

describe('the compulsory cover of the same vehicle', () => {
  const snapshot = (line: 'motorCommercial' | 'motorCompulsory', coverage: 'ownDamage' | 'compulsoryMotor') =>
    policyAsOf(
      {
        ...issued,
        policyNumber: line,
        line,
        terms: { ...issued.terms, coverages: [{ coverage, sumInsuredMinor: fen(100) }] },
      },
      [],
      [{ status: 'paid', at: inceptionAt }],
      effectiveAt,
    )
  const commercial = snapshot('motorCommercial', 'ownDamage')
  const compulsory = snapshot('motorCompulsory', 'compulsoryMotor')

  it('comes along with the commercial policy while it is in force and paid', () => {
    const both = withCompulsory(commercial, compulsory)
    expect(both.terms.coverages.map((one) => one.coverage)).toEqual(['ownDamage', 'compulsoryMotor'])
    expect(both.compulsoryPolicyNumber).toBe('motorCompulsory')
  })

  it('does not when it is cancelled, unpaid, over, or sold together with it', () => {
    expect(withCompulsory(commercial, undefined)).toEqual(commercial)
    expect(withCompulsory(commercial, { ...compulsory, cancelled: true })).toEqual(commercial)
    expect(withCompulsory(commercial, { ...compulsory, premiumStatus: 'unpaid' })).toEqual(commercial)
    expect(withCompulsory(commercial, { ...compulsory, expiryAt: effectiveAt })).toEqual(commercial)
    const combined = withCompulsory(commercial, compulsory)
    expect(withCompulsory(combined, compulsory)).toEqual(combined)
  })
})

describe('a coverage of the terms', () => {
  it('is the one of the subject, or the one for all that is insured', () => {
    expect(coverageOf(issued.terms, 'property', 'contents')?.sumInsuredMinor).toBe(50)
    expect(coverageOf(issued.terms, 'property', 'stock')).toBeUndefined()
    const whole = { coverages: [{ coverage: 'property' as const, sumInsuredMinor: fen(7) }] }
    expect(coverageOf(whole, 'property', 'stock')?.sumInsuredMinor).toBe(7)
  })
})
