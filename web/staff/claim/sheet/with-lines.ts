import type { LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { EditedCoverage } from './begin-sheet.ts'

const paidByPapers = (lines: readonly LineInput[] = []) =>
  lines
    .flatMap(({ receipts = [] }) => receipts)
    .reduce((sum, { paidByOthersMinor = 0 }) => sum + paidByOthersMinor, 0)

/** What others have paid by the papers goes into what they have paid in all; more may have been entered by hand. */
export function withLines(edited: EditedCoverage, lines: readonly LineInput[]): EditedCoverage {
  const more = paidByPapers(lines) - paidByPapers(edited.lines)
  if (more === 0) return { ...edited, lines }
  const before = typeof edited['paidByOthersMinor'] === 'number' ? edited['paidByOthersMinor'] : 0
  return { ...edited, lines, paidByOthersMinor: Math.max(0, before + more) }
}
