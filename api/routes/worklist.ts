import { countWorklist, readWorklist } from '../../db/reads/worklist.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { cursorFrom, defaultPageSize } from '../paging.ts'
import { worklist, worklistQuery } from '../schemas/claim/reads.ts'
import { onTheWire } from '../wire.ts'

/** Open work by what is due first: in one's own hands, the team's, and what nobody has yet. */
export function worklistRoutes(app: Api, { database, cipher }: Dependencies): void {
  app.get(
    '/worklist',
    {
      config: { action: 'readWorklist' },
      schema: {
        tags: ['worklist'],
        summary: 'What is due next 工作清单',
        querystring: worklistQuery,
        response: { 200: worklist },
      },
    },
    async (request, reply) => {
      const { view = 'mine', kind, cursor, limit = defaultPageSize } = request.query
      const page = { view, kind, cursor: cursorFrom(cursor), limit }
      const [found, counts] = await Promise.all([
        readWorklist(database, cipher, request.identity, page),
        countWorklist(database, request.identity),
      ])
      return reply.send(onTheWire({ ...found, counts }) as never)
    },
  )
}
