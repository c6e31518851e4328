import { claimOf, contactOf, instantOf, textOf, type Template } from './facts.ts'
import { before, person } from './wording.ts'

export const withdrawn: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 已按您的要求撤销，不再办理。如需恢复，请联系${contact.zh}。`,
    en: `Case ${caseNumber} was withdrawn as you wished and is closed. To take it up again, call ${contact.en}.`,
  }
}

export const reopened: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 已重新开启，由${contact.zh}继续办理，进展会随时告知您。`,
    en: `Case ${caseNumber} is open again. ${contact.en} goes on with it and will keep you informed.`,
  }
}

/** Leads to the messages of the claim, which stay open after its end: there is no other place for an answer. */
export const satisfaction: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  return {
    zh: `案件 ${caseNumber} 已结案。您对这次理赔满意吗？请登录，在案件的“留言”中告诉我们。`,
    en: `Case ${caseNumber} is closed. Were you satisfied with how we handled it? Please sign in and tell us in the messages of the claim.`,
  }
}

const tasks: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  firstContact: ['首次联系客户', 'first contact'],
  collectDocuments: ['收集材料', 'documents'],
  decideAcceptance: ['受理决定', 'decision on acceptance'],
  dispatchSurvey: ['查勘派工', 'dispatch of a surveyor'],
  answerSurveyOffer: ['查勘接单', 'answer to a survey offer'],
  survey: ['查勘', 'survey'],
  prepareSheet: ['定损理算', 'calculation sheet'],
  answerProposal: ['赔偿协议', 'agreement'],
  submitSettlement: ['提交核赔', 'proposal for approval'],
  decideApproval: ['核赔审批', 'approval'],
  releasePayment: ['支付赔款', 'release of the payment'],
}

/** To the member of staff whose work is late. */
export const delay: Template = (facts) => {
  const task = textOf(facts, 'task')
  const [zh, en] = tasks[task] ?? ['待办事项', 'open work']
  const caseNumber = textOf(facts, 'caseNumber')
  const by = before(instantOf(facts, 'dueAt'))
  return {
    zh: `提醒：案件 ${caseNumber} 的「${zh}」应于${by.zh}完成，请立即处理；如会延误，请登记原因和新的日期并告知客户。`,
    en: `Reminder: ${en} of case ${caseNumber} is due ${by.en}. Please see to it now; if it will be late, enter the reason and a new date and tell the customer.`,
  }
}
