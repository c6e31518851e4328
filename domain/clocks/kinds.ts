import type { ClockKind } from '../rules/vocabulary.ts'
import type { Text } from '../text.ts'

interface ClockKindFacts {
  readonly name: Text
  /**
   * Whether time stands still from the one-time notice's arrival at the customer to the supplement's arrival at
   * the insurer. The law grants that to the determination alone (Insurance Law, Interpretation II, art. 15); the
   * insurer's own promises about the same papers wait with it. The 60 days of art. 25 do not.
   */
  readonly pausedBySupplement: boolean
}

/** What a clock is called on screen and in notices. Targets and their sources are rows of a decision table. */
export const clockKindFacts: Readonly<Record<ClockKind, ClockKindFacts>> = {
  firstContact: runsOn('首次联系客户', 'First contact'),
  surveyorAnswer: runsOn('查勘员接单', 'Answer of the surveyor'),
  surveyorContact: runsOn('查勘员联系客户', 'Call by the surveyor'),
  documentsNotice: runsOn('一次性告知所需材料', 'Notice of the documents needed'),
  documentsReview: waits('材料审核', 'Review of the documents'),
  acceptanceDecision: waits('受理决定', 'Decision on acceptance'),
  determination: waits('核定', 'Determination'),
  survey: runsOn('查勘', 'Survey'),
  damageAssessment: runsOn('定损', 'Assessment of loss'),
  agreement: runsOn('达成赔偿协议', 'Agreement'),
  approvalLevel: runsOn('核赔审批', 'Approval'),
  payment: runsOn('支付赔款', 'Payment'),
  rejectionLetter: runsOn('拒赔通知书', 'Letter of rejection'),
  advance60: runsOn('先行支付可确定数额', 'Advance of the amount that is certain'),
  afterCare: runsOn('结案回访', 'After-care'),
  noticeReminder: runsOn('补充材料提醒', 'Reminder of the notice'),
  supplement: runsOn('客户补充材料', 'Supplement by the customer'),
}

function runsOn(zh: string, en: string): ClockKindFacts {
  return { name: { zh, en }, pausedBySupplement: false }
}

function waits(zh: string, en: string): ClockKindFacts {
  return { name: { zh, en }, pausedBySupplement: true }
}
