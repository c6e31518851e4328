import { amountOf, claimOf, contactOf, textOf, type Template } from './facts.ts'
import { person, yuan } from './wording.ts'

export const paid: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const amount = yuan(amountOf(facts, 'amountMinor'))
  const ref = textOf(facts, 'ref')
  return {
    zh: `案件 ${caseNumber} 的赔款 ${amount} 已由银行支付，流水号 ${ref}。如未到账请联系${person(contactOf(facts)).zh}。`,
    en: `${amount} for case ${caseNumber} has been paid by the bank, reference ${ref}. If it has not arrived, call ${person(contactOf(facts)).en}.`,
  }
}

/** No account number and no name: the message may be read by others. */
export const paymentProblem: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const contact = person(contactOf(facts))
  return {
    zh: `案件 ${caseNumber} 的赔款未能到账，可能是收款账户有误。请登录核对账户，或联系${contact.zh}；更正并重新核准后即再次支付。`,
    en: `The payment for case ${caseNumber} did not arrive; the account may be wrong. Please sign in and check it, or call ${contact.en}. When it is corrected and approved again, we pay again.`,
  }
}
