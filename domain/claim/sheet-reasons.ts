/** Why a figure that the customer has seen is calculated anew. They read it, so each is one that has words for them. */
export const sheetReasons = [
  'newPapers',
  'objectionFollowed',
  'objectionWeighed',
  'assessment',
  'agreement',
  'judgment',
  'otherClaims',
  'latePayment',
  'correction',
] as const
export type SheetReason = (typeof sheetReasons)[number]
