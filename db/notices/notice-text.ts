import type { Text } from '../../domain/text.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'

const context = (noticeId: string) => fieldContext('notice', noticeId, 'text')

/** What was really sent, in both languages; it holds personal data and is bound to its row. */
export function sealNoticeText(cipher: FieldCipher, noticeId: string, { zh, en }: Text): string {
  return cipher.encryptJson({ zh, en }, context(noticeId))
}

export function openNoticeText(cipher: FieldCipher, noticeId: string, textEncrypted: string): Text {
  return cipher.decryptJson(textEncrypted, context(noticeId)) as Text
}
