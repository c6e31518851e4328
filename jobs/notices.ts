import { channel } from 'node:diagnostics_channel'
import { inBothLanguages, isRendered, renderNotice } from '../messaging/render.ts'
import type { MessageGateway } from '../messaging/gateway.ts'
import type { Database } from '../db/client.ts'
import type { FieldCipher } from '../db/encryption/field-cipher.ts'
import { codeLimit } from '../db/identity/codes.ts'
import { beginTry, recordNoticeFailure, recordSent } from '../db/notices/follow-notice.ts'
import { readNotice, type NoticeToSend } from '../db/notices/read-notice.ts'

const written = channel('lipei:notice.written')
const accepted = channel('lipei:notice.accepted')

export interface NoticeJob {
  readonly noticeId: string
}

export interface NoticeDependencies {
  readonly database: Database
  readonly cipher: FieldCipher
  readonly gateway: MessageGateway
  /** Puts the job into the queue again, to be done after so many seconds. */
  readonly later: (job: NoticeJob, seconds: number) => Promise<void>
}

const hours = 3_600_000
/** A carrier that is away for longer is not waited for: somebody has to reach the customer in another way. */
const patience = 24 * hours
const longestPause = 60

/**
 * Sends one notice. The notice's id is the message at the gateway, so a job that runs twice sends it once. A
 * gateway that does not answer is no failure of the job: it comes back later, and the queue's own tries are kept
 * for what breaks here.
 */
export async function sendNotice(dependencies: NoticeDependencies, job: NoticeJob): Promise<void> {
  const { database, cipher, gateway } = dependencies
  const { noticeId } = job
  const notice = await readNotice(database, cipher, noticeId)
  if (notice === undefined || notice.status !== 'queued') return
  const obstacle = obstacleOf(notice)
  if (obstacle !== null) {
    // Another run of this job may have sent it since we looked: what was sent is not called a failure then.
    await recordNoticeFailure(database, noticeId, obstacle, ['queued'])
    return
  }
  const text = isRendered(notice.template) ? inBothLanguages(renderNotice(notice.template, notice)) : null
  const words = await beginTry(database, cipher, { noticeId, text })
  if (words === undefined) return
  written.publish(job)
  const { template, phone } = notice
  const answer = await gateway.send({ id: noticeId, to: phone ?? '', template, text: words })
  switch (answer.outcome) {
    case 'accepted':
      accepted.publish(job)
      await recordSent(database, { noticeId, reference: answer.reference })
      return
    case 'rejected':
      await recordNoticeFailure(database, noticeId, answer.reason)
      return
    case 'unknown':
      await waitForGateway(dependencies, notice, answer.reason)
  }
}

/** Why nothing is sent at all. */
function obstacleOf({ template, tries, queuedAt, now, phone }: NoticeToSend): string | null {
  if (template === 'oneTimeCode') {
    // What became of the first try is not known, and nobody gets two messages with one code.
    if (tries > 0) return 'interrupted'
    if (now > queuedAt + codeLimit) return 'expired'
  }
  if (phone === null) return 'noPhone'
  return now > queuedAt + patience ? 'gatewayUnreachable' : null
}

async function waitForGateway(
  { database, later }: NoticeDependencies,
  { id, template, tries }: NoticeToSend,
  reason: string,
): Promise<void> {
  if (template === 'oneTimeCode') {
    await recordNoticeFailure(database, id, reason)
    return
  }
  const seconds = Math.min(longestPause, 2 ** Math.min(tries, 6))
  // Spread, so that a carrier that comes back is not met by everything that waited for it at once.
  await later({ noticeId: id }, Math.ceil(seconds * (0.5 + Math.random() / 2)))
}

/** The queue has given the job up: the notice says so, where handlers look. */
export async function buryNotice(
  { database }: Pick<NoticeDependencies, 'database'>,
  { noticeId }: NoticeJob,
) {
  await recordNoticeFailure(database, noticeId, 'jobFailed')
}
