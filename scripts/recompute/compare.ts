import { checkSheetInput } from '../../domain/adjustment/faults/check-sheet-input.ts'
import { calculate } from '../../domain/adjustment/sheet.ts'
import type { CalculatedSheet, SheetInput } from '../../domain/adjustment/sheet-types.ts'
import type { Answer, Case } from './program/case.ts'
import { recompute } from './program/recompute.ts'

/** A figure of a case on which the engine and the second program do not agree. Amounts in fen. */
export interface Difference {
  readonly figure: string
  readonly engine: number | string
  readonly program: number
}

/** Amounts by what they are for. Nothing and not there at all are the same. */
type Figures = ReadonlyMap<string, number>

function figuresOf(amounts: readonly (readonly [string, number])[]): Figures {
  const figures = new Map<string, number>()
  for (const [name, amount] of amounts) if (amount !== 0) figures.set(name, (figures.get(name) ?? 0) + amount)
  return figures
}

function figuresOfSheet(sheet: CalculatedSheet): Figures {
  return figuresOf([
    ['payable', sheet.payableMinor],
    ...sheet.byCoverage.flatMap(({ coverage, subject, payableMinor, byClaimant }) => {
      const name = subject === undefined ? coverage : `${coverage}.${subject}`
      return [
        [name, payableMinor] as const,
        ...byClaimant.map((each) => [`${name} to ${each.claimantId}`, each.payableMinor] as const),
      ]
    }),
    ...sheet.recoverables.map(
      (each) => [`${each.kind} from ${each.partyId ?? ''}`, each.amountMinor] as const,
    ),
    ...sheet.compulsoryParts.map(
      (part) => [`${part.vehicle} ${part.bucket} to ${part.claimantId}`, part.amountMinor] as const,
    ),
  ])
}

function figuresOfAnswer(answer: Answer): Figures {
  const paid = answer.coverages.flatMap(({ name, byClaimant }) =>
    [...byClaimant].map(([claimantId, amount]) => ({ name, claimantId, amount })),
  )
  return figuresOf([
    ...paid.map(({ amount }) => ['payable', amount] as const),
    ...paid.map(({ name, amount }) => [name, amount] as const),
    ...paid.map(({ name, claimantId, amount }) => [`${name} to ${claimantId}`, amount] as const),
    ...answer.recoveries.map(
      (each) => [`${each.kind} from ${each.partyId ?? ''}`, each.amountMinor] as const,
    ),
    ...answer.compulsoryParts.map(
      (part) => [`${part.vehicle} ${part.bucket} to ${part.claimantId}`, part.amountMinor] as const,
    ),
  ])
}

/** All figures of a sheet that the second program's answer gives otherwise. */
export function differencesBetween(sheet: CalculatedSheet, answer: Answer): Difference[] {
  const [engine, program] = [figuresOfSheet(sheet), figuresOfAnswer(answer)]
  return [...new Set([...engine.keys(), ...program.keys()])]
    .map((figure) => ({ figure, engine: engine.get(figure) ?? 0, program: program.get(figure) ?? 0 }))
    .filter((each) => each.engine !== each.program)
}

/** Works a generated case out twice. A case that the engine refuses is a difference: the generator keeps to the rules. */
export function compare(given: Case): Difference[] {
  // The same JSON, told in the engine's own types.
  const input = given as unknown as SheetInput
  const [fault] = checkSheetInput(input)
  if (fault) return [{ figure: fault.path, engine: fault.code, program: 0 }]
  const sheet = calculate(input)
  if (sheet.outcome !== 'calculated') return [{ figure: 'outcome', engine: sheet.outcome, program: 0 }]
  return differencesBetween(sheet, recompute(given))
}
