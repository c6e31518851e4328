import { claimOf, colleagueOf, contactOf, dueOf, itemsOf, textOf, type Template } from './facts.ts'
import { before, on, person } from './wording.ts'

/** Number, contact, next step and papers, at once (Compulsory Motor Regulation, article 28: the list in writing). */
export const acknowledgement: Template = (facts) => {
  const contact = person(colleagueOf(facts, 'contactId'))
  const by = on(claimOf(facts).callBy)
  const items = itemsOf(facts)
  return {
    zh: `您的报案已受理，案件号 ${textOf(facts, 'caseNumber')}。${contact.zh}将${by.zh}联系您。请准备：${items.zh}。可在线上传，也可交给理赔员。`,
    en: `We have your report, case ${textOf(facts, 'caseNumber')}. ${contact.en} will call you ${by.en}. Please prepare: ${items.en}. You can upload them online or hand them in.`,
  }
}

export const contactChanged: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const contact = person(colleagueOf(facts, 'contactId'))
  const due = dueOf(facts, 'firstContact')
  const next =
    due === null
      ? { zh: '有任何问题请直接联系。', en: 'Please turn to them with any question.' }
      : { zh: `将于${before(due).zh}联系您。`, en: `They will call you ${before(due).en}.` }
  return {
    zh: `案件 ${caseNumber} 现由${contact.zh}负责，${next.zh}`,
    en: `Case ${caseNumber} is now looked after by ${contact.en}. ${next.en}`,
  }
}

/** The words of the message itself stay in the case: a telephone's screen shows more people than one. */
export const message: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 有一条新留言，请登录查看并回复。联系人：${contact.zh}。`,
    en: `There is a new message in case ${caseNumber}; sign in to read and answer it. Your contact: ${contact.en}.`,
  }
}
