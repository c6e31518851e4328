import { describe, expect, it } from 'vitest'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { calculate } from '../../../domain/adjustment/sheet.ts'
import { compare, differencesBetween } from '../../../scripts/recompute/compare.ts'
import type { Case } from '../../../scripts/recompute/program/case.ts'
import { generateCases } from '../../../scripts/recompute/program/generate/generate.ts'
import { recompute } from '../../../scripts/recompute/program/recompute.ts'

describe('a second program', () => {
  it('agrees with the engine to the fen over every wording', () => {
    const disagreements = [...generateCases(2026, 3000)].flatMap((given) => {
      const differences = compare(given)
      return differences.length === 0 ? [] : [{ differences, given }]
    })
    expect(disagreements.slice(0, 3)).toEqual([])
  })

  it('is asked about every coverage, and mostly about cases that pay something', () => {
    const cases = [...generateCases(7, 700)]
    const coverages = new Set(cases.flatMap((each) => each.coverages.map(({ coverage }) => coverage)))
    expect([...coverages].toSorted()).toEqual([
      'accidentDeath',
      'accidentDisability',
      'accidentMedical',
      'compulsoryMotor',
      'dailyAllowance',
      'driverSeat',
      'healthMedical',
      'liability',
      'ownDamage',
      'property',
      'thirdParty',
    ])
    const paying = cases.filter((each) =>
      recompute(each).coverages.some(({ byClaimant }) =>
        [...byClaimant.values()].some((amount) => amount > 0),
      ),
    )
    expect(paying.length).toBeGreaterThan(600)
  })

  it('is asked about late payments, rights given away, the household, and what social insurance paid of a bill', () => {
    const cases = [...generateCases(7, 700)]
    const liable = cases.flatMap(({ motor, coverages }) => [
      ...(motor?.others ?? []),
      ...coverages.flatMap((each) => (each.coverage === 'property' ? (each.liableParties ?? []) : [])),
    ])
    const bills = cases.flatMap(({ coverages }) =>
      coverages.flatMap((each) => ('lines' in each ? each.lines : []).flatMap((line) => line.receipts ?? [])),
    )
    const some = [
      cases.filter(({ delay }) => delay !== undefined),
      liable.filter(({ household }) => household?.intent === false),
      ...['waivedBeforePayment', 'waivedAfterPayment', 'lostByInsured'].map((right) =>
        liable.filter((each) => each.right === right),
      ),
      bills.filter(({ paidByOthersMinor = 0 }) => paidByOthersMinor > 0),
    ]
    expect(some.filter((found) => found.length < 20)).toEqual([])
  })

  it('generates the same cases from the same seed', () => {
    expect([...generateCases(3, 20)]).toEqual([...generateCases(3, 20)])
    expect([...generateCases(4, 20)]).not.toEqual([...generateCases(3, 20)])
  })
})

const [first] = generateCases(1, 1)
const given = first as Case
const sheet = calculate(given as unknown as SheetInput)

describe('a disagreement', () => {
  it('names the figure, with what each of them says', () => {
    if (sheet.outcome !== 'calculated') throw new Error('the first case has a wording')
    const wrong = { ...sheet, payableMinor: sheet.payableMinor + 1 }
    expect(differencesBetween(wrong, recompute(given))).toEqual([
      { figure: 'payable', engine: sheet.payableMinor + 1, program: sheet.payableMinor },
    ])
  })

  it('is also a case that the engine refuses', () => {
    expect(compare({ ...given, lossDate: '2018-02-30' })).toEqual([
      { figure: 'lossDate', engine: 'dateInvalid', program: 0 },
    ])
  })
})
