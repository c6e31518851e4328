import { describe, expect, it } from 'vitest'
import { checkIdentityNumber } from '../../domain/identity/identity-number.ts'
import { checkMobilePhone, checkPhone } from '../../domain/identity/phone.ts'
import { checkUnifiedSocialCreditCode } from '../../domain/identity/unified-social-credit-code.ts'
import { lines } from '../../domain/policy/terms.ts'
import { resolveDates } from '../../scripts/demonstration/dates.ts'
import { demonstrationDocument, demonstrationSignIns } from '../../scripts/demonstration/documents.ts'
import { demonstrationStaff, partner, partnerLogin } from '../../scripts/demonstration/load-staff.ts'

const signIns = demonstrationSignIns()
const today = '2026-11-22'

describe('the people of the demonstration', () => {
  it('each have a sign-in for each account, with a password that the product would take', () => {
    const accounts = signIns.filter(({ role }) => role !== 'customer' && role !== 'partner')
    expect(accounts.map(({ account }) => account)).toEqual(demonstrationStaff.flatMap(({ logins }) => logins))
    for (const { account, password } of accounts) expect(password.length, account).toBeGreaterThanOrEqual(12)
    expect(signIns.find(({ role }) => role === 'partner')?.account).toBe(partnerLogin)
  })

  it('pass the same checks as real ones', () => {
    for (const { name, identityNumber, phone, workPhone, skills } of demonstrationStaff) {
      expect([name, checkIdentityNumber(identityNumber, today).ok]).toEqual([name, true])
      expect([name, checkMobilePhone(phone).ok, checkPhone(workPhone).ok]).toEqual([name, true, true])
      for (const skill of skills) expect(lines).toContain(skill)
    }
    expect(checkUnifiedSocialCreditCode(partner.creditCode).ok).toBe(true)
    const phones = demonstrationStaff.map(({ phone }) => phone)
    expect(new Set(phones).size).toBe(phones.length)
  })

  it.each([1_000_000, 5_000_000, 20_000_000, 100_000_000, 1_000_000_000, Number.MAX_SAFE_INTEGER])(
    'are two approvers at least whose limit covers %i fen, so that one can stand in for the other',
    (amount) => {
      const able = demonstrationStaff.filter(({ limitMinor }) => (limitMinor ?? -1) >= amount)
      expect(able.length).toBeGreaterThanOrEqual(2)
    },
  )

  it('can settle a claim in every branch: two people at least for each step', () => {
    for (const branch of ['3101', '3301', '4403'])
      for (const role of ['handler', 'surveyor', 'adjuster', 'finance'] as const) {
        const able = demonstrationStaff.filter(({ roles }) =>
          roles.some((one) => one.role === role && (one.branches === 'all' || one.branches.includes(branch))),
        )
        expect(able.length, `${role} of ${branch}`).toBeGreaterThanOrEqual(2)
      }
  })

  it('hold one role each, and one of them has two accounts', () => {
    expect(demonstrationStaff.filter(({ roles }) => roles.length !== 1)).toEqual([])
    expect(demonstrationStaff.filter(({ logins }) => logins.length === 2)).toHaveLength(1)
  })
})

describe('dates of the demonstration', () => {
  it('are counted from the day on which it is loaded', () => {
    const given = { a: '@day-22', b: ['@start+9', '@start-0', 'start-1', 7, null], c: { d: '2019-07-01' } }
    expect(resolveDates(given, today)).toEqual({
      a: '2026-10-31',
      b: ['2026-12-01T00:00:00+08:00', '2026-11-22T00:00:00+08:00', 'start-1', 7, null],
      c: { d: '2019-07-01' },
    })
  })
})

describe('the cars of the demonstration', () => {
  it('have one policy of each line at a time', () => {
    const { policies } = resolveDates(demonstrationDocument('policies-motor'), today) as MotorPolicies
    const overlaps = policies.flatMap((one, place) =>
      policies
        .slice(place + 1)
        .filter((other) => insuresTheSame(one, other) && overlap(one, other))
        .map((other) => `${one.policyNumber} ${other.policyNumber}`),
    )
    expect(policies.length).toBeGreaterThan(10)
    expect(overlaps).toEqual([])
  })
})

interface MotorPolicy {
  readonly policyNumber: string
  readonly productId: string
  readonly inceptionAt: string
  readonly expiryAt: string
  readonly objects: readonly { readonly vehicleNumber: string }[]
}
interface MotorPolicies {
  readonly policies: readonly MotorPolicy[]
}

function insuresTheSame(one: MotorPolicy, other: MotorPolicy): boolean {
  const cars = new Set(one.objects.map(({ vehicleNumber }) => vehicleNumber))
  return one.productId === other.productId && other.objects.some((car) => cars.has(car.vehicleNumber))
}

/** All of it is written in the time of Shanghai, where text stands in the order of time. */
const overlap = (one: MotorPolicy, other: MotorPolicy) =>
  one.inceptionAt < other.expiryAt && other.inceptionAt < one.expiryAt
