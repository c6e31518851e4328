import type { Claim } from '../queries.ts'

interface Figure {
  readonly kind: 'calculated' | 'approved' | 'paid'
  readonly minor: number
}

const sum = (all: readonly { readonly amountMinor: number }[]) =>
  all.reduce((total, { amountMinor }) => total + amountMinor, 0)

/**
 * What is known best of what a claim comes to, beyond its estimate: what its newest sheet says, what was approved by
 * that sheet, or that all of this has been paid. A sheet of a reopened claim is newer than what was paid before.
 */
export function newestFigure({
  sheets,
  settlements,
  intents,
}: Pick<Claim, 'sheets' | 'settlements' | 'intents'>): Figure | undefined {
  const sheet = sheets.at(-1)
  if (sheet === undefined) return undefined
  const granted = settlements.filter(({ kind, state }) => kind !== 'repayment' && state === 'approved')
  if (!granted.some(({ kind, sheetVersion }) => kind === 'final' && sheetVersion === sheet.version))
    return { kind: 'calculated', minor: sheet.payableMinor }
  // With the advances: the last settlement asks only for what is left.
  const approved = sum(granted)
  const paid = sum(intents.filter(({ status }) => status === 'paid'))
  return { kind: approved > 0 && paid >= approved ? 'paid' : 'approved', minor: approved }
}
