import type { SheetReason } from '../../../../domain/claim/sheet-reasons.ts'
import { everyCode } from '../forms/every-code.ts'

/** Why a figure that the customer has seen is another one now. */
export const sheetReasons = everyCode<SheetReason>({
  newPapers: true,
  objectionFollowed: true,
  objectionWeighed: true,
  assessment: true,
  agreement: true,
  judgment: true,
  otherClaims: true,
  latePayment: true,
  correction: true,
})
