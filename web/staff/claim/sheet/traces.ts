import type { SheetInput } from '../../../../domain/adjustment/sheet-types.ts'
import type { SheetLine } from '../../../blocks/sheet.tsx'
import type { StepNames } from '../../../blocks/step-words.ts'

/** What codes and ids of a sheet are called where it is read. */
export interface SheetWords {
  /** Name of an item of loss. */
  readonly item: (code: string) => string
  /** Name of a claimant, masked where it is a party's. */
  readonly party: (partyId: string) => string
}

const linesOf = ({ coverages }: SheetInput) =>
  coverages.flatMap((coverage) => ('lines' in coverage ? coverage.lines : []))

/** The losses as they were asked for, assessed and agreed. */
export function lossLines(input: SheetInput, words: SheetWords): readonly SheetLine[] {
  return linesOf(input).map((line) => ({
    id: line.lineId,
    name: words.item(line.item),
    claimant: words.party(line.claimantId),
    askedMinor: line.askedMinor,
    assessedMinor: line.assessedMinor,
    agreedMinor: line.agreedMinor ?? line.assessedMinor,
  }))
}

/** What the steps of the sheet speak of, by the names in it. */
export function stepNames(input: SheetInput, words: SheetWords): StepNames {
  const people = input.claimants.map(({ claimantId }) => [claimantId, words.party(claimantId)] as const)
  const lines = linesOf(input).map(
    ({ lineId, item, claimantId }) => [lineId, `${words.item(item)} · ${words.party(claimantId)}`] as const,
  )
  return { people: new Map(people), lines: new Map(lines), item: words.item }
}
