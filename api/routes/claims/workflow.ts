import { atOneMoment, readClaimFor } from '../../../db/reads/claim-for-reader.ts'
import { refuse } from '../../../domain/errors.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { workflowState } from '../../schemas/claim/reads.ts'
import { claimParams } from '../../schemas/claim/values.ts'
import { senderOf } from '../../sender.ts'
import { onTheWire } from '../../wire.ts'

/** What the claim's own workflow says: only for staff, and only when somebody wants to know why nothing moves. */
export function workflowRoutes(app: Api, { database, ask }: Dependencies): void {
  app.get(
    '/claims/:claimId/workflow',
    {
      config: { action: 'readWorkflowState' },
      schema: {
        tags: ['claims'],
        summary: 'What the workflow waits for 流程状态',
        description:
          'Asked of the workflow itself within a deadline; 503 temporarilyUnavailable when it cannot answer.',
        params: claimParams,
        response: { 200: workflowState },
      },
    },
    async (request, reply) => {
      const { claimId } = request.params
      const sender = senderOf(request)
      const { row } = await atOneMoment(database, (tx) =>
        readClaimFor(tx, { claimId, sender, actions: ['readWorkflowState'] }),
      )
      const answered = (await ask(claimId)) ?? refuse('temporarilyUnavailable', { reason: 'workflow' })
      const { told, waitsUntil, doing } = answered
      const current = told !== null && told.epoch === row.epoch && told.version >= row.version
      const { epoch, version } = row
      const known = { ...row.told, claimId, epoch, version }
      return reply.send(onTheWire({ told, row: known, waitsUntil, doing, current }) as never)
    },
  )
}
