import { atOneMoment, readClaimFor } from '../../db/reads/claim-for-reader.ts'
import { readLedger } from '../../db/reads/ledger.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { ledger } from '../schemas/claim/reads.ts'
import { claimParams } from '../schemas/claim/values.ts'
import { senderOf } from '../sender.ts'
import { onTheWire } from '../wire.ts'

/** What a claim means in the books. */
export function ledgerRoutes(app: Api, { database }: Dependencies): void {
  app.get(
    '/claims/:claimId/ledger',
    {
      config: { action: 'readLedger' },
      schema: {
        tags: ['claims'],
        summary: 'Postings and balances 账目',
        params: claimParams,
        response: { 200: ledger },
      },
    },
    async (request, reply) => {
      const { claimId } = request.params
      const found = await atOneMoment(database, async (tx) => {
        await readClaimFor(tx, { claimId, sender: senderOf(request), actions: ['readLedger'] })
        return readLedger(tx, claimId)
      })
      return reply.send(onTheWire(found) as never)
    },
  )
}
