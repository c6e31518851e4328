import { Type } from 'typebox'
import { systemSender } from '../../db/commands.ts'
import { recordDelivery, recordNoticeFailure } from '../../db/notices/follow-notice.ts'
import { refuse } from '../../domain/errors.ts'
import { verifyReceipt } from '../../messaging/receipt.ts'
import type { MessageReceipt } from '../../messaging/protocol.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { rawBodyOf, withRawBody } from '../plugins/raw-body.ts'

type Needed = Pick<Dependencies, 'database' | 'execute' | 'tell'>

/**
 * Receipts of the message gateway. From the delivery of a notice to a customer legal terms stand still or end
 * (Insurance Law, Interpretation II, article 15; articles 22 and 24), so the first receipt's instant is kept, and
 * the claim is told of it under one key, however often and late receipts come.
 */
export async function receiptRoutes(
  app: Api,
  dependencies: Needed & Pick<Dependencies, 'messageKeys'>,
): Promise<void> {
  await withRawBody(app, (scope) => {
    scope.post(
      '/message-gateway/receipts',
      {
        config: { action: 'public', idempotencyKey: false },
        schema: {
          tags: ['notices'],
          summary: 'Receipt of the message gateway, signed 短信回执',
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const incoming = { headers: request.headers, path: request.url, rawBody: rawBodyOf(request) }
        const verification = verifyReceipt(incoming, { keys: dependencies.messageKeys, now: Date.now() })
        if (!verification.valid) {
          const { fault } = verification
          return refuse(fault === 'bodyUnreadable' ? 'malformed' : 'signatureInvalid', { fault })
        }
        await take(dependencies, verification.receipt)
        return reply.code(204).send(null)
      },
    )
  })
}

/** A receipt for a notice that we do not have is answered too: after a restore nobody could ever take it in. */
async function take({ database, execute, tell }: Needed, receipt: MessageReceipt): Promise<void> {
  const { id: noticeId, status, at } = receipt
  if (status === 'undeliverable') {
    await recordNoticeFailure(database, noticeId, 'undeliverable')
    return
  }
  const notice = await recordDelivery(database, { noticeId, at })
  if (notice === undefined || notice.claimId === null || notice.partyId === null) return
  const { claimId, template, deliveredAt } = notice
  const { told, tellNeeded } = await execute({
    type: 'recordNoticeDelivery',
    claimId,
    body: { noticeId, template, deliveredAt },
    sender: systemSender,
    key: `delivery:${noticeId}`,
  })
  if (tellNeeded) tell(told)
}
