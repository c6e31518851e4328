import { type Static, Type } from 'typebox'
import { countPayments, readPayments } from '../../db/reads/payments.ts'
import { intentStatuses } from '../../domain/claim/state.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { cursorFrom, defaultPageSize } from '../paging.ts'
import { pageQuery } from '../schemas/claim/reads.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { closed, fenAmount, id, list, nullable, oneOf } from '../schemas/values.ts'
import { onTheWire } from '../wire.ts'

const status = oneOf(intentStatuses)
const payment = closed({
  intentId: id,
  claimId: id,
  caseNumber: Type.String(),
  settlementId: Type.String(),
  ref: Type.String({ description: 'The permanent reference under which the bank knows it.' }),
  amountMinor: fenAmount,
  status,
  suspense: nullable(
    closed({
      reason: Type.String(),
      proposal: nullable(closed({ outcome: oneOf(['paid', 'failed']), by: id })),
    }),
  ),
  updatedAt: wireInstant,
})
const answer = closed({
  payments: list(payment, 'In the state that was asked for, by what changed last.'),
  totals: list(closed({ status, count: Type.Integer(), amountMinor: fenAmount })),
  next: nullable(Type.String()),
})

/** Money on its way, by how far it has come. */
export function paymentRoutes(app: Api, { database }: Dependencies): void {
  app.get(
    '/payments',
    {
      config: { action: 'readLedger' },
      schema: {
        tags: ['payments'],
        summary: 'Payments by state 付款状态',
        querystring: closed({ status, ...pageQuery.properties }),
        response: { 200: answer },
      },
    },
    async (request) => {
      const { status: wanted, cursor, limit = defaultPageSize } = request.query
      const page = { status: wanted, cursor: cursorFrom(cursor), limit }
      const [found, totals] = await Promise.all([
        readPayments(database, request.identity, page),
        countPayments(database, request.identity),
      ])
      return onTheWire({ ...found, totals }) as Static<typeof answer>
    },
  )
}
