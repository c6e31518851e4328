import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { noticeQueue } from '../queues.ts'
import { notices } from '../schema/index.ts'
import type { SendCode } from './codes.ts'

const text = (code: string) =>
  `【理赔】验证码${code}，5分钟内有效，请勿告知他人。Your code is ${code}; it is valid for 5 minutes, tell it to nobody.`

/** Queues a code as a notice: the text lies encrypted in the row, the job names the row and nothing else. */
export function codeNotice(
  cipher: FieldCipher,
  enqueue: (tx: Transaction, queue: string, jobs: readonly object[]) => Promise<void>,
): SendCode {
  return async (tx, { personId, code }) => {
    const id = randomUUID()
    await tx.insert(notices).values({
      id,
      personId,
      template: 'oneTimeCode',
      channel: 'sms',
      parameters: {},
      textEncrypted: cipher.encrypt(text(code), fieldContext('notice', id, 'text')),
      status: 'queued',
      queuedAt: sql`clock_timestamp()`,
    })
    await enqueue(tx, noticeQueue, [{ noticeId: id }])
  }
}
