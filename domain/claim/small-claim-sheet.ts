import type { CoverageInput, LineInput } from '../adjustment/coverage-input.ts'
import type { SheetInput, WordingId } from '../adjustment/sheet-types.ts'
import { coverageOf, type CoverageTerms, type PolicySnapshot } from '../policy/terms.ts'
import { civilDateOf } from '../time/civil-date.ts'
import type { SmallClaim } from './fast-track-state.ts'
import type { ClaimState } from './state.ts'

/** Deductible rates that riders take off, as the wording of 2020 sells them. */
const riderRates: Readonly<Record<string, string>> = {
  absoluteDeductible5: '0.05',
  absoluteDeductible10: '0.1',
  absoluteDeductible15: '0.15',
  absoluteDeductible20: '0.2',
}

/**
 * The sheet of a small claim, from the lines that were asked for and the terms of the policy; null when the policy
 * has no such cover. Nothing is taken off a line here: what the formulas take off shows in the amount, and an amount
 * other than the insured agreed to goes to a person.
 * @param usedMinor what other claims have taken from the sum insured already.
 */
export function smallClaimSheet(
  state: Pick<ClaimState, 'fastTrack' | 'lossAt' | 'parties'>,
  policy: PolicySnapshot,
  usedMinor: number,
): SheetInput | null {
  const { fastTrack, lossAt, parties } = state
  const insured = parties.find(({ role }) => role === 'insured')
  if (fastTrack === undefined || insured === undefined) return null
  const { asked } = fastTrack
  const codes = [...new Set(asked.lines.map(({ coverage }) => coverage))]
  const coverages = codes.flatMap((code) => {
    const terms = coverageOf(policy.terms, code)
    if (terms === undefined) return []
    const lines = linesOf(asked, code, insured.id)
    return [code === 'ownDamage' ? ownDamage(terms, policy, lines) : medical(asked, terms, usedMinor, lines)]
  })
  if (coverages.length < codes.length) return null
  const motor = codes.includes('ownDamage') ? { motor: alone } : {}
  return {
    wordingId: policy.terms.wordingId as WordingId,
    lossDate: civilDateOf(lossAt),
    claimants: [{ claimantId: insured.id, role: 'insured' }],
    ...motor,
    coverages,
  }
}

/** Nobody else had a part in it: the rules let no other accident of a vehicle on the fast track. */
const alone = { liability: { degree: 'sole', basis: 'wording' }, others: [] } as const

function linesOf(asked: SmallClaim, code: string, claimantId: string): readonly LineInput[] {
  return asked.lines.flatMap(({ coverage, item, askedMinor }, index) =>
    coverage === code
      ? [
          {
            lineId: `reported-${index + 1}`,
            claimantId,
            item,
            basis: code === 'ownDamage' ? 'repairCost' : 'invoice',
            askedMinor,
            assessedMinor: askedMinor,
            ...(code === 'ownDamage' ? {} : { catalogueClass: 'A' as const }),
          },
        ]
      : [],
  )
}

function ownDamage(
  { sumInsuredMinor, deductibleMinor }: CoverageTerms,
  { terms: { riders = [] } }: PolicySnapshot,
  lines: readonly LineInput[],
): CoverageInput {
  const rates = riders.flatMap((rider) => riderRates[rider] ?? [])
  return {
    coverage: 'ownDamage',
    sumInsuredMinor,
    method: 'clause',
    ...(deductibleMinor === undefined ? {} : { deductibleMinor }),
    ...(riders.includes('faultDeductibleWaived') ? { faultDeductibleWaived: true } : {}),
    ...(rates.length === 0 ? {} : { absoluteRates: rates.map((rate) => ({ reason: 'rider', rate })) }),
    lines,
  }
}

function medical(
  { declared }: SmallClaim,
  {
    coverage,
    sumInsuredMinor,
    deductibleMinor,
    rate = '1',
    rateWithoutSocialInsurance = rate,
  }: CoverageTerms,
  usedMinor: number,
  lines: readonly LineInput[],
): CoverageInput {
  return {
    coverage: coverage === 'healthMedical' ? 'healthMedical' : 'accidentMedical',
    sumInsuredMinor,
    ...(usedMinor > 0 ? { usedMinor: Math.min(usedMinor, sumInsuredMinor) } : {}),
    ...(deductibleMinor === undefined ? {} : { deductibleMinor }),
    socialInsuranceSettledFirst: declared.socialInsuranceSettled,
    rates: { settledFirst: rate, notSettledFirst: rateWithoutSocialInsurance },
    lines,
  }
}
