import { atOneMoment, readClaimFor } from '../../../db/reads/claim-for-reader.ts'
import { readReserve } from '../../../db/reads/reserve.ts'
import { reserveReasons } from '../../../domain/claim/reserve.ts'
import { fen } from '../../../domain/money.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { reserve } from '../../schemas/claim/reserve.ts'
import { claimParams, requiredNote } from '../../schemas/claim/values.ts'
import { closed, fenAmount, oneOf } from '../../schemas/values.ts'
import { senderOf } from '../../sender.ts'
import { onTheWire } from '../../wire.ts'
import { commandRoutes } from './command-route.ts'

/** What is set aside for a claim, how it came to that, and setting it anew. */
export function reserveRoutes(app: Api, dependencies: Dependencies): void {
  const { database, cipher } = dependencies
  const add = commandRoutes(app, dependencies)

  app.get(
    '/claims/:claimId/reserve',
    {
      config: { action: 'readClaim' },
      schema: {
        tags: ['claims'],
        summary: 'The reserve with its history 准备金',
        description: 'Every movement in the books, oldest first, with the balance after it.',
        params: claimParams,
        response: { 200: reserve },
      },
    },
    async (request, reply) => {
      const { claimId } = request.params
      const found = await atOneMoment(database, async (tx) =>
        readReserve(
          tx,
          cipher,
          await readClaimFor(tx, { claimId, sender: senderOf(request), actions: ['readClaim'] }),
        ),
      )
      return reply.send(onTheWire(found) as never)
    },
  )

  add('reviseReserve', {
    path: '/reserve',
    summary: 'Set the reserve anew 调整准备金',
    description: 'At any stage until the close, with a reason. Not below what is promised and not paid yet.',
    body: closed({
      indemnityMinor: fenAmount,
      expenseMinor: fenAmount,
      reason: oneOf(reserveReasons),
      note: requiredNote,
    }),
    command: ({ body: { note, indemnityMinor, expenseMinor, reason } }) => ({
      body: { indemnityMinor: fen(indemnityMinor), expenseMinor: fen(expenseMinor), reason },
      note,
    }),
  })
}
