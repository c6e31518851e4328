import { amountOf, claimOf, contactOf, dueOf, textOf, type NoticeFacts, type Template } from './facts.ts'
import { before, on, person, yuan } from './wording.ts'
import type { Text } from '../../domain/text.ts'

export const accepted: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const by = expected(
    facts,
    '我们将',
    '核定损失',
    'We will determine the loss',
    'determination',
    'damageAssessment',
  )
  return {
    zh: `案件 ${caseNumber} 属于保险责任，已受理。${by.zh}。联系人：${person(contactOf(facts)).zh}。`,
    en: `Case ${caseNumber} is covered and accepted. ${by.en}. Your contact: ${person(contactOf(facts)).en}.`,
  }
}

const reasons: Readonly<Record<string, Text>> = {
  inForce: { zh: '出险时保险合同未生效或已终止', en: 'the policy was not in force at the time of the loss' },
  premiumPaid: { zh: '未按约定交纳保险费', en: 'the premium had not been paid as agreed' },
  waitingPeriod: { zh: '事故发生在等待期内', en: 'the loss happened within the waiting period' },
  insuredObject: { zh: '受损标的不在承保范围', en: 'what was damaged is not what is insured' },
  peril: { zh: '事故原因不属于保险责任', en: 'the cause is not among the perils insured' },
  exclusion: { zh: '属于责任免除情形', en: 'an exclusion of the policy applies' },
  limitation: {
    zh: '报案时已超过二年的诉讼时效',
    en: 'the loss was reported after the limitation of two years',
  },
  limitsLeft: { zh: '保险金额已用完', en: 'the sum insured is used up' },
}

/** In writing, with clause and reason (Insurance Law, article 24). */
export const rejection: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const clause = textOf(facts, 'clause')
  const reason = reasons[textOf(facts, 'check')] ?? {
    zh: '经审核不符合赔付条件',
    en: 'on review the conditions for payment are not met',
  }
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 拒赔通知书：${reason.zh}，依据条款：${clause}。如有异议，可联系${contact.zh}申请复核，也可投诉或提起诉讼。`,
    en: `Case ${caseNumber}, rejection: ${reason.en}; clause: ${clause}. If you disagree, ask ${contact.en} for a review; you may also complain or go to court.`,
  }
}

export const proposal: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const amount = yuan(amountOf(facts, 'payableMinor'))
  const due = dueOf(facts, 'agreement')
  const by = due === null ? { zh: '', en: '' } : { zh: `于${before(due).zh}`, en: ` ${before(due).en}` }
  return {
    zh: `案件 ${caseNumber} 理算金额 ${amount}。请${by.zh}登录查看计算明细并确认；如有异议，可逐项提出。`,
    en: `Case ${caseNumber}: we propose ${amount}. Please sign in, look at how it was worked out and agree${by.en}, or dispute single lines.`,
  }
}

export const settlementDecision: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const amount = yuan(amountOf(facts, 'amountMinor'))
  const by = expected(facts, '赔款将', '支付到您的账户', 'The money will be in your account', 'payment')
  return {
    zh: `案件 ${caseNumber} 已核赔，金额 ${amount}。${by.zh}。`,
    en: `Case ${caseNumber} is approved with ${amount}. ${by.en}.`,
  }
}

/** What comes next and when; without a running clock no date is promised. */
function expected(
  facts: NoticeFacts,
  whoZh: string,
  whatZh: string,
  en: string,
  ...kinds: Parameters<typeof dueOf>[1][]
): Text {
  const by = on(dueOf(facts, ...kinds))
  return { zh: `${whoZh}${by.zh}${whatZh}`, en: `${en} ${by.en}` }
}
