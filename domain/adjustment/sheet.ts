import { add, fen } from '../money.ts'
import { checkSheetInput } from './faults/check-sheet-input.ts'
import { type CoverageAmounts, type Outcome, byClaimant, counted, linesOf } from './lines.ts'
import { lateDamages } from './late-damages.ts'
import { calculateLiability } from './liability/liability.ts'
import { calculateMotor } from './motor/motor.ts'
import { calculatePerson } from './person/person.ts'
import { calculateProperty } from './property/property.ts'
import type { CoverageInput } from './coverage-input.ts'
import type {
  CalculatedSheet,
  Claimant,
  CoverageResult,
  LineResult,
  SheetInput,
  SheetResult,
} from './sheet-types.ts'
import { type Trace, createTrace, roundingPolicy } from './trace.ts'
import type { Wording } from './wordings/wording.ts'
import { compulsoryWordingOn, wordingOn } from './wordings/wordings.ts'

/** Raised whenever the same input could give another result; stored with every sheet. */
export const engineVersion = '1.1.0'

/** Steps come in the order of the lines, so lines are put in one order first: entering order means nothing. */
function inLineOrder(input: SheetInput): SheetInput {
  const ordered = (coverage: CoverageInput): CoverageInput =>
    'lines' in coverage
      ? { ...coverage, lines: coverage.lines.toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1)) }
      : coverage
  return { ...input, coverages: input.coverages.map(ordered) }
}

function workOut(input: SheetInput, wording: Wording, trace: Trace): Outcome | undefined {
  switch (wording.kind) {
    case 'motorCompulsory':
    case 'motorCommercial': {
      const limits = compulsoryWordingOn(input.lossDate)
      if (!limits || !input.motor) return undefined
      const commercial = wording.kind === 'motorCommercial' ? wording : undefined
      return calculateMotor(input, input.motor, limits, commercial, trace)
    }
    case 'property':
      return calculateProperty(input, wording, trace)
    case 'liability':
      return calculateLiability(input, trace)
    case 'person':
      return calculatePerson(input, wording, trace)
  }
}

function coverageResult(claimants: readonly Claimant[], worked: CoverageAmounts): CoverageResult {
  const { coverage, subject, amounts } = worked
  const owed = byClaimant(claimants, amounts)
  const payableMinor = add(...owed.map((each) => fen(each.payableMinor)))
  return { coverage, ...(subject === undefined ? {} : { subject }), payableMinor, byClaimant: owed }
}

function lineResults(coverages: readonly CoverageInput[]): LineResult[] {
  return coverages.flatMap((coverage) =>
    linesOf(coverage).map((line) => ({
      lineId: line.lineId,
      coverage: coverage.coverage,
      countedMinor: counted(line),
      counted: line.agreedMinor === undefined ? 'assessed' : 'agreed',
    })),
  )
}

/**
 * The calculation sheet of a claim. Without a wording for the day of loss the outcome is `noWording`:
 * nothing is paid and a person decides. The same input always gives the same sheet.
 * Throws a TypeError on any other fault: callers refuse those with `checkSheetInput` first.
 */
export function calculate(given: SheetInput): SheetResult {
  const faults = checkSheetInput(given)
  const { wordingId, lossDate } = given
  if (faults.length > 0 && faults.every(({ code }) => code === 'noWording')) {
    return { outcome: 'noWording', wordingId, lossDate, engineVersion }
  }
  const first = faults[0]
  if (first) throw new TypeError(`${first.path}: ${first.text.en}`)
  const input = inLineOrder(given)
  const wording = wordingOn(wordingId, lossDate)
  const trace = createTrace()
  const worked = wording && workOut(input, wording, trace)
  if (!wording || !worked) return { outcome: 'noWording', wordingId, lossDate, engineVersion }
  const late = lateDamages(trace, input.delay ?? [])
  const byCoverage = [...worked.coverages, ...late].map((each) => coverageResult(input.claimants, each))
  const sheet: CalculatedSheet = {
    outcome: 'calculated',
    wordingId,
    wordingVerified: wording.verified,
    engineVersion,
    roundingPolicy,
    byCoverage,
    byClaimant: byClaimant(
      input.claimants,
      byCoverage.flatMap((coverage) => coverage.byClaimant),
    ),
    payableMinor: add(...byCoverage.map((coverage) => fen(coverage.payableMinor))),
    compulsoryParts: worked.compulsoryParts,
    recoverables: worked.recoverables,
    recoverableMinor: add(...worked.recoverables.map((each) => fen(each.amountMinor))),
    lines: lineResults(input.coverages),
    steps: trace.steps,
  }
  return sheet
}
