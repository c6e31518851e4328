import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkSheetInput } from '../../../domain/adjustment/faults/check-sheet-input.ts'
import { calculate } from '../../../domain/adjustment/sheet.ts'
import { isDrawn } from '../../../domain/claim/fast-track-sample.ts'
import type { SmallClaim } from '../../../domain/claim/fast-track-state.ts'
import { smallClaimSheet } from '../../../domain/claim/small-claim-sheet.ts'
import { fen } from '../../../domain/money.ts'
import type { PolicySnapshot, PolicyTerms } from '../../../domain/policy/terms.ts'
import { asked, smallClaim } from './support/fast-track.ts'
import { policy } from './support/world.ts'

const medicalTerms: PolicyTerms = {
  ...policy.terms,
  wordingId: 'accident',
  coverages: [
    {
      coverage: 'accidentMedical',
      sumInsuredMinor: fen(1_000_000),
      deductibleMinor: fen(10_000),
      rate: '0.9',
    },
  ],
}

function bill(...amounts: readonly number[]): SmallClaim {
  return {
    ...smallClaim,
    lines: amounts.map((askedMinor) => ({
      coverage: 'accidentMedical',
      item: 'treatment',
      askedMinor: fen(askedMinor),
    })),
    declared: { ...smallClaim.declared, socialInsuranceSettled: true },
  }
}

function payable(claim: SmallClaim, terms: Partial<PolicyTerms>, usedMinor = 0): number | null {
  const snapshot: PolicySnapshot = { ...policy, terms: { ...policy.terms, ...terms } }
  const input = smallClaimSheet(asked({}, claim).state, snapshot, usedMinor)
  if (input === null || checkSheetInput(input).length > 0) return null
  const result = calculate(input)
  return result.outcome === 'calculated' ? result.payableMinor : null
}

describe('the sheet of a small claim', () => {
  it('pays the damage of a vehicle that was alone, by the formula of the wording', () => {
    expect(payable(smallClaim, {})).toBe(280_000)
  })

  it('takes off what the policy takes off: deductible and rider', () => {
    const coverages = [
      { coverage: 'ownDamage' as const, sumInsuredMinor: fen(20_000_000), deductibleMinor: fen(30_000) },
    ]
    expect(payable(smallClaim, { coverages })).toBe(250_000)
    expect(payable(smallClaim, { coverages, riders: ['absoluteDeductible10'] })).toBe(225_000)
  })

  it('pays bills less the deductible by the rate, all of them together', () => {
    expect(payable(bill(200_000, 60_000), medicalTerms)).toBe((260_000 - 10_000) * 0.9)
  })

  it('pays no more than other claims have left of the sum insured', () => {
    expect(payable(bill(260_000), medicalTerms, 900_000)).toBe(100_000)
    expect(payable(bill(260_000), medicalTerms, 5_000_000)).toBe(0)
  })

  it('is none for a cover that the policy does not have', () => {
    expect(payable(bill(200_000), {})).toBeNull()
  })

  it('cannot be calculated from an item that the cover does not know', () => {
    const wrong: SmallClaim = {
      ...smallClaim,
      lines: [{ coverage: 'ownDamage', item: 'medicine', askedMinor: fen(280_000) }],
    }
    expect(payable(wrong, {})).toBeNull()
  })
})

describe('the draw of the sample', () => {
  const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
  const drawn = (seed: string, share: number) =>
    Array.from({ length: 4000 }, (_, index) => `LP${index}`).filter((caseNumber) =>
      isDrawn(hash, { seed, caseNumber, share }),
    )

  it('is the same for everybody who knows the seed, and another with another seed', () => {
    expect(drawn('a', 500)).toEqual(drawn('a', 500))
    expect(drawn('a', 500)).not.toEqual(drawn('b', 500))
  })

  it('takes about the share that is set, all at 10,000 and none at 0', () => {
    expect(drawn('a', 500).length).toBeGreaterThan(150)
    expect(drawn('a', 500).length).toBeLessThan(250)
    expect([drawn('a', 0).length, drawn('a', 10_000).length]).toEqual([0, 4000])
  })

  it('only grows with the share', () => {
    const more = new Set(drawn('a', 1000))
    expect(drawn('a', 500).every((caseNumber) => more.has(caseNumber))).toBe(true)
  })
})
