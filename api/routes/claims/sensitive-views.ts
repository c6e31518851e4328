import { viewSensitive } from '../../../db/reads/sensitive-view.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { clearParties, sensitiveView, telephone } from '../../schemas/claim/sensitive.ts'
import { claimParams } from '../../schemas/claim/values.ts'
import { closed, id } from '../../schemas/values.ts'
import { senderOf } from '../../sender.ts'

/**
 * Unmasking: the reason is asked for, unless it is to call somebody, and that somebody looked is in the audit before
 * they see anything.
 */
export function sensitiveViewRoutes(app: Api, { database, cipher }: Dependencies): void {
  app.post(
    '/claims/:claimId/sensitive-views',
    {
      // Looking twice is two looks: each is recorded.
      config: { action: 'readSensitive', idempotencyKey: false },
      schema: {
        tags: ['claims'],
        summary: 'Show personal data in clear 查看敏感信息',
        params: claimParams,
        body: sensitiveView,
        response: { 201: clearParties },
      },
    },
    async (request, reply) => {
      const { partyId = null, reason } = request.body
      const parties = await viewSensitive(database, cipher, {
        sender: senderOf(request),
        action: 'readSensitive',
        claimId: request.params.claimId,
        partyId,
        reason,
        requestId: request.id,
      })
      return reply.code(201).send({ parties: parties.map(({ personId: _person, ...party }) => party) })
    },
  )

  app.post(
    '/claims/:claimId/parties/:partyId/telephone-views',
    {
      config: { action: 'readTelephone', idempotencyKey: false },
      schema: {
        tags: ['claims'],
        summary: 'Show a telephone number, to call it 查看联系电话',
        params: closed({ claimId: id, partyId: id }),
        response: { 201: telephone },
      },
    },
    async (request, reply) => {
      const { claimId, partyId } = request.params
      const [party] = await viewSensitive(database, cipher, {
        sender: senderOf(request),
        action: 'readTelephone',
        claimId,
        partyId,
        reason: 'call',
        requestId: request.id,
      })
      return reply.code(201).send({ phone: party?.phone ?? null })
    },
  )
}
