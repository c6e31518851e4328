import { describe, expect, it } from 'vitest'
import { fen } from '../../../domain/money.ts'
import { termsFaults } from '../../../domain/policy/check-terms.ts'
import type { CoverageTerms, Line, PolicyTerms } from '../../../domain/policy/terms.ts'

const medical: CoverageTerms = { coverage: 'healthMedical', sumInsuredMinor: fen(100), rate: '0.9' }
const daily: CoverageTerms = {
  coverage: 'dailyAllowance',
  sumInsuredMinor: fen(100),
  dailyMinor: fen(1),
  waitingDays: 3,
  maximumDays: 90,
}
const health: PolicyTerms = {
  wordingId: 'healthShortTerm',
  coverages: [medical, daily],
  perils: ['illness'],
  exclusions: ['preExistingCondition'],
  waitingPeriodDays: 30,
}

function faultsOf(
  terms: PolicyTerms,
  {
    line = 'health',
    from = '2026-01-01',
    to = '2027-01-01',
  }: { line?: Line; from?: string; to?: string } = {},
) {
  const instant = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  const found = termsFaults({ line, inceptionAt: instant(from), expiryAt: instant(to), terms })
  return found.map(({ path, reason }) => [path, reason])
}

const withMedical = (changed: object) => ({ ...health, coverages: [{ ...medical, ...changed }, daily] })

describe('terms of a policy', () => {
  it('of health have a waiting period, rates and days', () => {
    expect(faultsOf(health)).toEqual([])
  })

  it.each(['1', '1.0', '0.0001', '0.85'])('admit the rate %s', (rate) => {
    expect(faultsOf(withMedical({ rate, rateWithoutSocialInsurance: rate }))).toEqual([])
  })

  it.each(['0', '0.0000', '1.0001', '.5', '-0.5', '1e-1', '0.12345', '０.5'])(
    'refuse the rate %s',
    (rate) => {
      expect(faultsOf(withMedical({ rate }))).toEqual([['/coverages/0/rate', 'rateOutside']])
    },
  )

  it('of a medical coverage without its rate could not be adjusted', () => {
    expect(
      faultsOf({ ...health, coverages: [{ coverage: 'healthMedical', sumInsuredMinor: fen(1) }] }),
    ).toEqual([['/coverages/0/rate', 'required']])
  })

  it('of a daily allowance state the amount, the days waited for and the most', () => {
    const { dailyMinor: _, waitingDays: __, ...bare } = daily
    expect(faultsOf({ ...health, coverages: [bare] })).toEqual([
      ['/coverages/0/dailyMinor', 'required'],
      ['/coverages/0/waitingDays', 'required'],
    ])
    expect(faultsOf(withMedical({ maximumDays: 5, subject: 'stock', firstLoss: false }))).toEqual([
      ['/coverages/0/maximumDays', 'termNotOfCoverage'],
      ['/coverages/0/subject', 'termNotOfCoverage'],
      ['/coverages/0/firstLoss', 'termNotOfCoverage'],
    ])
  })

  it('list nothing twice, and no exclusion called none', () => {
    const terms = { ...health, perils: ['illness', 'illness'], exclusions: ['none'] }
    expect(faultsOf(terms)).toEqual([
      ['/perils/1', 'twice'],
      ['/exclusions/0', 'exclusionUnknown'],
    ])
  })

  it('may reach over the day on which the compulsory limits were raised (2020-09-19): the wording goes on', () => {
    const compulsory = {
      ...health,
      wordingId: 'motorCompulsory',
      coverages: [{ coverage: 'compulsoryMotor' as const, sumInsuredMinor: fen(1) }],
      perils: ['collision'],
      exclusions: [],
      waitingPeriodDays: 0,
    }
    const asked = { line: 'motorCompulsory', from: '2020-03-01', to: '2021-03-01' } as const
    expect(faultsOf(compulsory, asked)).toEqual([])
    const early = { ...asked, from: '2008-01-31', to: '2009-01-31' }
    expect(faultsOf(compulsory, early)).toEqual([['/wordingId', 'wordingNotInForce']])
  })

  it('need no wording on the day of expiry, which is covered no more', () => {
    const motor = {
      ...health,
      wordingId: 'motorCommercial2014',
      coverages: [{ coverage: 'ownDamage' as const, sumInsuredMinor: fen(1) }],
      perils: ['collision'],
      exclusions: [],
      waitingPeriodDays: 0,
    }
    const until = (to: string) => faultsOf(motor, { line: 'motorCommercial', from: '2020-09-18', to })
    expect(until('2021-09-19')).toEqual([])
    expect(until('2021-09-20')).toEqual([['/wordingId', 'wordingNotInForce']])
  })
})
