import { Type } from 'typebox'
import { systemSender } from '../../db/commands.ts'
import { recordDelivery, recordNoticeFailure } from '../../db/notices/follow-notice.ts'
import { refuse } from '../../domain/errors.ts'
import { verifyReceipt } from '../../messaging/receipt.ts'
import { type MessageReceipt, receiptSchema } from '../../messaging/protocol.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { rawBodyOf, withRawBody } from '../plugins/raw-body.ts'

/** For the document only: the bytes are read after their signature is checked. */
const form = {
  ...receiptSchema,
  examples: [
    {
      receiptId: '5b0f7a0e-2f5b-4c1d-8a8e-6f1c0f4f9b21',
      id: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55',
      status: 'delivered',
      at: 1_773_023_400_000,
    },
  ],
}

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
          description: 'Signed as docs/message-protocol.md says; repeated until it is answered by 204.',
          form,
          refusals: ['signatureInvalid'],
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
