import { readOwnClaims } from '../../../db/reads/own-claims.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { cursorFrom, defaultPageSize } from '../../paging.ts'
import { ownClaims, pageQuery } from '../../schemas/claim/reads.ts'
import { onTheWire } from '../../wire.ts'

/** The claims of whoever asks: a customer's own, or those that a partner has reported. */
export function claimListRoutes(app: Api, { database }: Dependencies): void {
  app.get(
    '/claims',
    {
      config: { action: 'readOwnClaims' },
      schema: {
        tags: ['claims'],
        summary: 'Own claims, newest first 我的案件',
        querystring: pageQuery,
        response: { 200: ownClaims },
      },
    },
    async (request, reply) => {
      const { cursor, limit = defaultPageSize } = request.query
      const { rows, next } = await readOwnClaims(database, request.identity, {
        cursor: cursorFrom(cursor),
        limit,
      })
      const claims = rows.map(({ checklist, ...row }) => ({
        ...row,
        wantedDocuments:
          row.stage === 'report' || row.stage === 'documents'
            ? checklist.filter(
                ({ need, state }) => need === 'required' && state !== 'received' && state !== 'accepted',
              ).length
            : 0,
      }))
      return reply.send(onTheWire({ claims, next }) as never)
    },
  )
}
