import type { Words } from '../../language/language.ts'

/** Why a payment is in suspense, of the codes that the domain gives. */
const known = [
  'amountDiffers',
  'paidWhile',
  'rejectedWhile',
  'returnedWhile',
  'approvalVoid',
  'payeeChanged',
  'authorityLost',
  'approvalMissing',
  'strayPayment',
  'aboveSettlement',
  'dedupWindowOver',
]

/** `paidWhile:cancelled` names the state in which the bank's answer found the payment. An unknown code stays. */
export function suspenseWords(reason: string, t: Words): string {
  const [code = '', status] = reason.split(':')
  if (!known.includes(code)) return reason
  return t(
    `claim:suspense.because.${code}`,
    status === undefined ? {} : { status: t(`claim:intent.${status}`) },
  )
}
