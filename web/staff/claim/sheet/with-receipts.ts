import type { LineInput, Receipt } from '../../../../domain/adjustment/coverage-input.ts'

const sumOf = (papers: readonly Receipt[]) => papers.reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/** Receipts are all that was asked for; what was assessed follows them until somebody assesses otherwise. */
export function withReceipts(line: LineInput, receipts: readonly Receipt[] | undefined): LineInput {
  const { receipts: _before, ...rest } = line
  if (receipts === undefined) return rest
  const askedMinor = sumOf(receipts)
  const untouched = line.assessedMinor === line.askedMinor
  return { ...rest, receipts, askedMinor, assessedMinor: untouched ? askedMinor : line.assessedMinor }
}
