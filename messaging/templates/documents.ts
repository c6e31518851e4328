import { claimOf, contactOf, dueOf, itemsOf, type NoticeFacts, type Template } from './facts.ts'
import { before, person } from './wording.ts'

export const checklist: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const items = itemsOf(facts)
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 需要以下材料：${items.zh}。齐全后我们即审核并告知结果。如有困难请联系${contact.zh}。`,
    en: `Case ${caseNumber} needs: ${items.en}. When all have come we review them and tell you the result. If something is difficult, call ${contact.en}.`,
  }
}

export const reminder: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const items = itemsOf(facts)
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 还缺：${items.zh}。收到后我们立即继续办理。需要帮助请联系${contact.zh}。`,
    en: `Case ${caseNumber} still lacks: ${items.en}. We go on as soon as they arrive. For help call ${contact.en}.`,
  }
}

/** All that is missing, in one notice (Insurance Law, article 22); the term stands still until it is supplied. */
export const supplement: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const items = itemsOf(facts)
  const by = wanted(facts)
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 一次性补充通知（《保险法》第二十二条）：请${by.zh}补充：${items.zh}。补齐前核定期限暂停，补齐后继续计算。联系人：${contact.zh}。`,
    en: `Case ${caseNumber}, notice of what is missing (Insurance Law, article 22): please supply${by.en}: ${items.en}. Until then our deadline to decide is on hold; time runs on when all has arrived. Your contact: ${contact.en}.`,
  }
}

/** The term to supply begins with the delivery of this notice, so it can be named only when a former one has begun it. */
function wanted(facts: NoticeFacts) {
  const due = dueOf(facts, 'supplement')
  if (due === null) return { zh: '', en: '' }
  const { zh, en } = before(due)
  return { zh: `于${zh}`, en: ` ${en}` }
}
