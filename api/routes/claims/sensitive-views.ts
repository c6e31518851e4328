import { viewSensitive } from '../../../db/reads/sensitive-view.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { clearParties, sensitiveView } from '../../schemas/claim/reads.ts'
import { claimParams } from '../../schemas/claim/values.ts'
import { senderOf } from '../../sender.ts'

/** Unmasking: the reason is asked for, and that somebody looked is in the audit before they see anything. */
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
        claimId: request.params.claimId,
        partyId,
        reason,
        requestId: request.id,
      })
      return reply.code(201).send({ parties: parties.map(({ personId: _person, ...party }) => party) })
    },
  )
}
