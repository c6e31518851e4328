import { type Static, Type } from 'typebox'
import { pauseReasons, pausePayLane, readPayLane, reopenPayLane } from '../../db/pay-lane.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { closed, id, nullable, oneOf } from '../schemas/values.ts'
import { onTheWire } from '../wire.ts'

const lane = closed({
  pausedAt: nullable(wireInstant),
  pausedReason: nullable(Type.String()),
  reopenProposedBy: nullable(id),
  unknownPayments: Type.Integer({
    description: 'Payments of which the bank has not said yet what became of them.',
  }),
  owedStatements: Type.Integer({
    description:
      'After a restore: days whose statement the bank still owes; the lane stays shut until it has come.',
  }),
  unknownReferences: Type.Integer({
    description:
      'After a restore: payments of the bank whose references were lost; listed by day in reconciliations.',
  }),
})
const pauseBody = closed({ reason: oneOf(pauseReasons) })
const reopeningBody = closed({})

const shown = (state: unknown) => onTheWire(state) as Static<typeof lane>

/** Whether money may leave at all. One person stops it, two let it go again. */
export function payLaneRoutes(app: Api, dependencies: Dependencies): void {
  const { database } = dependencies
  const administer = administration(dependencies)
  const tags = ['payments']

  app.get(
    '/pay-lane',
    {
      config: { action: 'readPayLane' },
      schema: { tags, summary: 'Whether payments may leave 付款通道状态', response: { 200: lane } },
    },
    async () => shown(await readPayLane(database)),
  )

  app.post(
    '/pay-lane/pause',
    {
      config: { action: 'operatePayLane' },
      schema: {
        tags,
        summary: 'Stop every payment that has not left 暂停付款',
        body: pauseBody,
        response: { 200: lane },
      },
    },
    async (request) =>
      shown(
        await administer(request, (tx, { now }) => pausePayLane(tx, { reason: request.body.reason, now })),
      ),
  )

  app.post(
    '/pay-lane/reopening',
    {
      config: { action: 'operatePayLane' },
      schema: {
        tags,
        summary: 'Propose, and as another person confirm, that payments may leave again 恢复付款',
        body: reopeningBody,
        response: { 200: lane },
      },
    },
    async (request) => shown(await administer(request, (tx, { by }) => reopenPayLane(tx, by))),
  )
}
