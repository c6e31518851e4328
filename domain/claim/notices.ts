/** Names of the letters and messages that the product sends; their texts lie with the sender. */
export const noticeTemplates = [
  'acknowledgement',
  'contactChanged',
  'checklist',
  'reminder',
  'supplement',
  'accepted',
  'rejection',
  'surveyorAssigned',
  'surveyOffered',
  'proposal',
  'settlementDecision',
  'paid',
  'paymentProblem',
  'withdrawn',
  'reopened',
  'satisfaction',
  'delay',
  'message',
  'oneTimeCode',
] as const
export type NoticeTemplate = (typeof noticeTemplates)[number]

/** A notice to be sent when the decision is committed. Parameters are codes, ids, amounts and instants. */
export interface NoticeOrder {
  readonly id: string
  readonly template: NoticeTemplate
  /** A party of the claim, or a member of staff. */
  readonly to: { readonly partyId: string } | { readonly personId: string }
  readonly parameters: Readonly<Record<string, string | number | boolean | readonly string[] | null>>
}
