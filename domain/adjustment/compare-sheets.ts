import type { CalculatedSheet, SheetInput, SheetResult } from './sheet-types.ts'
import { calculate } from './sheet.ts'

/** A figure that differs between two sheets; undefined where one of them does not have it. */
export interface SheetDifference {
  /** `payable`, `recoverable`, `coverage …`, `line …`, `step …`, or a property of the sheet itself. */
  readonly what: string
  readonly before: number | string | undefined
  readonly after: number | string | undefined
}

type Figures = ReadonlyMap<string, number | string>

function figuresOf(sheet: CalculatedSheet): Figures {
  return new Map<string, number | string>([
    ['wording', sheet.wordingId],
    ['engine', sheet.engineVersion],
    ['rounding', sheet.roundingPolicy],
    ['payable', sheet.payableMinor],
    ['recoverable', sheet.recoverableMinor],
    ...sheet.byCoverage.flatMap(({ coverage, subject, payableMinor, byClaimant }) => {
      const name = subject === undefined ? coverage : `${coverage}:${subject}`
      return [
        [`coverage ${name}`, payableMinor] as const,
        ...byClaimant.map((each) => [`coverage ${name} ${each.claimantId}`, each.payableMinor] as const),
      ]
    }),
    ...sheet.lines.map((line) => [`line ${line.lineId}`, line.countedMinor] as const),
    ...sheet.steps.map((step) => [`step ${step.id}`, step.resultMinor] as const),
  ])
}

/** What changed from one sheet to another, in the order of the sheets. Equal sheets give an empty list. */
export function compareSheets(before: SheetResult, after: SheetResult): SheetDifference[] {
  if (before.outcome !== 'calculated' || after.outcome !== 'calculated') {
    return before.outcome === after.outcome
      ? []
      : [{ what: 'outcome', before: before.outcome, after: after.outcome }]
  }
  const [was, is] = [figuresOf(before), figuresOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((what) => ({ what, before: was.get(what), after: is.get(what) }))
    .filter((each) => each.before !== each.after)
}

/**
 * Works out a stored input again and tells what is different from the stored sheet. It agrees when every
 * figure is the same: that another engine found it is told, and is no difference.
 */
export function rerun(
  input: SheetInput,
  stored: SheetResult,
): { readonly agrees: boolean; readonly differences: readonly SheetDifference[] } {
  const differences = compareSheets(stored, calculate(input))
  return { agrees: differences.every(({ what }) => what === 'engine'), differences }
}
