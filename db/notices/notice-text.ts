import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'

const context = (noticeId: string) => fieldContext('notice', noticeId, 'text')

/** What was really sent; it holds personal data and is bound to its row. */
export function sealNoticeText(cipher: FieldCipher, noticeId: string, text: string): string {
  return cipher.encrypt(text, context(noticeId))
}

export function openNoticeText(cipher: FieldCipher, noticeId: string, textEncrypted: string): string {
  return cipher.decrypt(textEncrypted, context(noticeId))
}
