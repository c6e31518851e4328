import { amountOf, claimOf, contactOf, textOf, type Template } from './facts.ts'
import { person, yuan } from './wording.ts'

export const paid: Template = (facts) => {
  const { caseNumber } = claimOf(facts)
  const amount = yuan(amountOf(facts, 'amountMinor'))
  const ref = textOf(facts, 'ref')
  // Insurance Law, article 63: papers and what is known of those who are liable.
  const help = facts.parameters['helpAsked'] === true
  const more = help
    ? {
        zh: '我们将向事故责任方追偿，请保留并提供相关证据和情况；未经我们同意放弃追偿无效。',
        en: ' We will claim from whoever is liable: please keep and hand us papers and what you know of it; a waiver without our consent is void.',
      }
    : { zh: '', en: '' }
  return {
    zh: `案件 ${caseNumber} 的赔款 ${amount} 已由银行支付，流水号 ${ref}。如未到账请联系${person(contactOf(facts)).zh}。${more.zh}`,
    en: `${amount} for case ${caseNumber} has been paid by the bank, reference ${ref}. If it has not arrived, call ${person(contactOf(facts)).en}.${more.en}`,
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
