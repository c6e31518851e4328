import { type Fen, add, fen } from '../money.ts'
import type { CoverageInput, LineInput } from './coverage-input.ts'
import { sum, whole } from './rational.ts'
import type { Claimant, ClaimantAmount, CompulsoryPart, OwedUnder, Recoverable } from './sheet-types.ts'
import type { Share, Weighted } from './shares.ts'

/** What a line of business works out for one coverage. */
export interface CoverageAmounts {
  readonly coverage: OwedUnder
  readonly subject?: string
  readonly amounts: readonly ClaimantAmount[]
}

/** What a line of business works out for a sheet. */
export interface Outcome {
  readonly coverages: readonly CoverageAmounts[]
  readonly compulsoryParts: readonly CompulsoryPart[]
  readonly recoverables: readonly Recoverable[]
}

/** The amount of a line that counts: what was agreed, else what was assessed. */
export function counted(line: LineInput): Fen {
  return fen(line.agreedMinor ?? line.assessedMinor)
}

export function linesOf(coverage: CoverageInput): readonly LineInput[] {
  return 'lines' in coverage ? coverage.lines : []
}

/** A coverage of the sheet by its kind, with the type of that kind. */
export function coverageOf<Kind extends CoverageInput['coverage']>(
  coverages: readonly CoverageInput[],
  kind: Kind,
): Extract<CoverageInput, { coverage: Kind }> | undefined {
  return coverages.find((each): each is Extract<CoverageInput, { coverage: Kind }> => each.coverage === kind)
}

/** Weights of the claimants by what their lines count, in the order of the sheet's claimants. */
export function weightsByClaimant(
  claimants: readonly Claimant[],
  lines: readonly LineInput[],
  amountOf: (line: LineInput) => Weighted['weight'] = (line) => whole(counted(line)),
): Weighted[] {
  return claimants.flatMap(({ claimantId }) => {
    const theirs = lines.filter((line) => line.claimantId === claimantId)
    return theirs.length === 0 ? [] : [{ name: claimantId, weight: sum(...theirs.map(amountOf)) }]
  })
}

/** Adds up what several steps give to the same claimants, in the order of the sheet's claimants. */
export function byClaimant(
  claimants: readonly Claimant[],
  amounts: readonly ClaimantAmount[],
): ClaimantAmount[] {
  return claimants.flatMap(({ claimantId }) => {
    const theirs = amounts.filter((amount) => amount.claimantId === claimantId)
    if (theirs.length === 0) return []
    return [{ claimantId, payableMinor: add(...theirs.map((amount) => fen(amount.payableMinor))) }]
  })
}

export function amountsOf(shares: readonly Share[]): ClaimantAmount[] {
  return shares.map(({ name, amount }) => ({ claimantId: name, payableMinor: amount }))
}
