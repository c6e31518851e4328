import type { SheetReason } from '../../../../domain/claim/sheet-reasons.ts'

/** In the order in which they are offered; one that is missing is an error of its type. */
const offered: Readonly<Record<SheetReason, true>> = {
  newPapers: true,
  objectionFollowed: true,
  objectionWeighed: true,
  assessment: true,
  agreement: true,
  judgment: true,
  otherClaims: true,
  latePayment: true,
  correction: true,
}

export const sheetReasons = Object.keys(offered) as readonly SheetReason[]
