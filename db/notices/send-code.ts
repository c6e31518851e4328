import { randomUUID } from 'node:crypto'
import type { Text } from '../../domain/text.ts'
import type { JobQueue } from '../enqueue.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { codeLimit, type SendCode } from '../identity/codes.ts'
import { noticeQueue } from '../queues.ts'
import { notices } from '../schema/index.ts'
import { clockOf } from '../transact.ts'
import { sealNoticeText } from './notice-text.ts'
import { toContext, toParameter } from './read-notice.ts'

/**
 * Queues the message with a one-time code. Its text is written here, because nobody else ever knows the code,
 * and it goes to the number that asked, which need not be the one that is on file for the person.
 *
 * @param write gives the words for a code that is valid for so many minutes.
 */
export function createSendCode({
  cipher,
  enqueue,
  write,
}: {
  readonly cipher: FieldCipher
  readonly enqueue: JobQueue['enqueue']
  readonly write: (code: string, minutes: number) => Text
}): SendCode {
  return async (tx, { personId, phone, code }) => {
    const id = randomUUID()
    await tx.insert(notices).values({
      id,
      personId,
      template: 'oneTimeCode',
      channel: 'sms',
      parameters: { [toParameter]: cipher.encrypt(phone, toContext(id)) },
      textEncrypted: sealNoticeText(cipher, id, write(code, codeLimit / 60_000)),
      status: 'queued',
      queuedAt: await clockOf(tx),
    })
    await enqueue(tx, noticeQueue, [{ noticeId: id }])
  }
}
