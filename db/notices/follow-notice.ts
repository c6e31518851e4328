import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { NoticeTemplate } from '../../domain/claim/notices.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { notices } from '../schema/index.ts'
import { clockOf, transact } from '../transact.ts'
import { openNoticeText, sealNoticeText } from './notice-text.ts'

const now = sql`clock_timestamp()`

/**
 * Counts a try before anything is sent, and gives the text to send: the one of the first try, so that one id
 * never carries two texts. Nothing when the notice is no longer to be sent; a one-time code is tried once, and
 * whoever did not get it asks for another.
 */
export async function beginTry(
  database: Database,
  cipher: FieldCipher,
  { noticeId, text }: { readonly noticeId: string; readonly text: string | null },
): Promise<string | undefined> {
  const written = text === null ? null : sealNoticeText(cipher, noticeId, text)
  const [begun] = await database
    .update(notices)
    .set({
      tries: sql`${notices.tries} + 1`,
      textEncrypted: sql`coalesce(${notices.textEncrypted}, ${written})`,
    })
    .where(
      and(
        eq(notices.id, noticeId),
        eq(notices.status, 'queued'),
        or(sql`${notices.template} <> 'oneTimeCode'`, eq(notices.tries, 0)),
      ),
    )
    .returning({ textEncrypted: notices.textEncrypted })
  if (begun === undefined || begun.textEncrypted === null) return undefined
  return openNoticeText(cipher, noticeId, begun.textEncrypted)
}

/**
 * The gateway has taken it. Its receipt may have been faster than its answer, and a second run of the same job may
 * have believed this one dead.
 */
export async function recordSent(
  database: Database,
  { noticeId, reference }: { readonly noticeId: string; readonly reference: string },
): Promise<void> {
  await database
    .update(notices)
    .set({
      status: sql`case when ${notices.status} = 'queued' or ${notices.failure} = 'interrupted' then 'sent'
        else ${notices.status} end`,
      failure: sql`nullif(${notices.failure}, 'interrupted')`,
      sentAt: sql`coalesce(${notices.sentAt}, ${now})`,
      gatewayReference: reference,
    })
    .where(eq(notices.id, noticeId))
}

/** It will not arrive, and somebody has to reach the recipient in another way. What has arrived stays delivered. */
export async function recordNoticeFailure(
  database: Database,
  noticeId: string,
  failure: string,
  from: readonly ('queued' | 'sent')[] = ['queued', 'sent'],
): Promise<boolean> {
  const failed = await database
    .update(notices)
    .set({ status: 'failed', failedAt: sql`${now}`, failure })
    .where(and(eq(notices.id, noticeId), inArray(notices.status, [...from])))
    .returning({ id: notices.id })
  return failed.length > 0
}

export interface DeliveredNotice {
  readonly claimId: string | null
  readonly partyId: string | null
  readonly template: NoticeTemplate
  readonly deliveredAt: Instant
}

/**
 * Keeps the first instant of delivery that was told: legal clocks stand still from it, so a second receipt must
 * not move it. It lies neither before the notice was written nor in the future, whatever the carrier's clock says.
 */
export async function recordDelivery(
  database: Database,
  { noticeId, at }: { readonly noticeId: string; readonly at: Instant },
): Promise<DeliveredNotice | undefined> {
  return transact(database, async (tx) => {
    const [notice] = await tx.select().from(notices).where(eq(notices.id, noticeId)).for('update')
    if (notice === undefined) return undefined
    const { claimId, partyId, queuedAt } = notice
    const template = notice.template as NoticeTemplate
    if (notice.deliveredAt !== null) return { claimId, partyId, template, deliveredAt: notice.deliveredAt }
    const deliveredAt = Math.min(Math.max(at, queuedAt), await clockOf(tx))
    await tx
      .update(notices)
      .set({ status: 'delivered', deliveredAt, failedAt: null, failure: null })
      .where(eq(notices.id, noticeId))
    return { claimId, partyId, template, deliveredAt }
  })
}
