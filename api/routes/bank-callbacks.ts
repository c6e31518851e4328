import { channel } from 'node:diagnostics_channel'
import { Type } from 'typebox'
import { verifyCallback } from '../../bank/callback.ts'
import { type BankCallback, callbackSchema } from '../../bank/protocol.ts'
import { systemSender } from '../../db/commands.ts'
import { poolFor } from '../../db/money-pool.ts'
import { keepBankMessage, markApplied, quarantine } from '../../db/statements/bank-messages.ts'
import type { BankAnswer } from '../../domain/claim/bank-answer.ts'
import { DomainError, refuse } from '../../domain/errors.ts'
import { fen } from '../../domain/money.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { rawBodyOf, withRawBody } from '../plugins/raw-body.ts'

const kept = channel('lipei:callback.kept')
const applied = channel('lipei:callback.applied')
const marked = channel('lipei:callback.marked')

/** For the document only: the bytes are read after their signature is checked. */
const form = {
  ...callbackSchema,
  examples: [
    {
      messageId: 'M-20260309-000017',
      ref: 'LP0C9C1C528A3E4A4F9F3A0D7F6B2E',
      status: 'paid',
      amountMinor: 280_000,
      bankReference: 'B20260309000017',
      at: 1_773_023_400_000,
    },
  ],
}

/**
 * What the bank tells us by itself. A callback is a hint: genuine by its signature, kept once by its message id,
 * then put through the same transition as the answer to a question. The bank repeats it until it is answered 2xx,
 * so that is answered only when the message is applied or set aside.
 */
export async function bankCallbackRoutes(
  app: Api,
  dependencies: Pick<Dependencies, 'bankKeys' | 'database' | 'moneyDatabase' | 'execute' | 'tell'>,
): Promise<void> {
  const { bankKeys } = dependencies
  const database = poolFor(dependencies, 'recordBankAnswer')
  await withRawBody(app, (scope) => {
    scope.post(
      '/bank/callbacks',
      {
        config: { action: 'public', idempotencyKey: false },
        schema: {
          tags: ['payments'],
          summary: 'Callback of the bank, signed 银行回调',
          description: 'Signed as docs/bank-protocol.md says; repeated until it is answered by 204.',
          form,
          refusals: ['signatureInvalid'],
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const incoming = { headers: request.headers, path: request.url, rawBody: rawBodyOf(request) }
        const verification = verifyCallback(incoming, { keys: bankKeys, now: Date.now() })
        if (!verification.valid) {
          const { fault } = verification
          return refuse(fault === 'bodyUnreadable' ? 'malformed' : 'signatureInvalid', { fault })
        }
        const { callback } = verification
        const { messageId, ref } = callback
        const { finished, intent } = await keepBankMessage(database, { messageId, ref, body: callback })
        kept.publish(callback)
        if (!finished) {
          if (intent === null) await quarantine(database, messageId, 'unknownReference')
          else await apply({ ...dependencies, database }, callback, intent)
        }
        marked.publish(callback)
        return reply.code(204).send(null)
      },
    )
  })
}

async function apply(
  { database, execute, tell }: Pick<Dependencies, 'database' | 'execute' | 'tell'>,
  callback: BankCallback,
  { claimId, intentId }: { readonly claimId: string; readonly intentId: string },
): Promise<void> {
  const { messageId } = callback
  try {
    const { reply, told, tellNeeded } = await execute({
      type: 'recordBankAnswer',
      claimId,
      body: { intentId, fence: null, source: 'callback', answer: answerOf(callback) },
      sender: systemSender,
      key: `bank:${messageId}`,
    })
    applied.publish(callback)
    if (tellNeeded) tell(told)
    if (reply['status'] === 'suspense') await quarantine(database, messageId, 'contradiction')
    else await markApplied(database, messageId)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'temporarilyUnavailable') throw error
    await quarantine(database, messageId, error.code)
  }
}

function answerOf(callback: BankCallback): BankAnswer {
  switch (callback.status) {
    case 'accepted':
      return { status: 'accepted' }
    case 'paid':
    case 'returned':
      return { status: callback.status, at: callback.at, amountMinor: fen(callback.amountMinor) }
    case 'rejected':
      // Another payment may have this reference: nothing is known about ours.
      return callback.reason === 'referenceInUse'
        ? { status: 'unknown', reason: callback.reason }
        : { status: 'rejected', reason: callback.reason }
  }
}
