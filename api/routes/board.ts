import { readBoard } from '../../db/reads/board/board.ts'
import { countCases, readCases } from '../../db/reads/board/cases.ts'
import { readLoad } from '../../db/reads/board/load.ts'
import { readPassages } from '../../db/reads/board/stage-times.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { cursorFrom, defaultPageSize } from '../paging.ts'
import {
  board,
  boardQuery,
  casesPage,
  casesQuery,
  load,
  passagesList,
  passagesQuery,
} from '../schemas/board.ts'
import { onTheWire } from '../wire.ts'

const tags = ['board']
const config = { action: 'readBoard' } as const

/** How the open claims of the reader's branches stand; every number of it is found again in `/board/cases`. */
export function boardRoutes(app: Api, { database }: Dependencies): void {
  app.get(
    '/board',
    {
      config,
      schema: {
        tags,
        summary: 'Open claims by stage, time left and age; what is late; money that waits; stage times 看板',
        querystring: boardQuery,
        response: { 200: board },
      },
    },
    async (request) => readBoard(database, request.identity, request.query),
  )

  app.get(
    '/board/passages',
    {
      config,
      schema: {
        tags,
        summary: 'Claims that left a stage, the longest first 环节耗时明细',
        querystring: passagesQuery,
        response: { 200: passagesList },
      },
    },
    async (request, reply) =>
      reply.send(onTheWire(await readPassages(database, request.identity, request.query)) as never),
  )

  app.get(
    '/board/cases',
    {
      config,
      schema: {
        tags,
        summary: 'Open claims behind a number: what is late, by which term, why, in whose hands 看板案件清单',
        querystring: casesQuery,
        response: { 200: casesPage },
      },
    },
    async (request, reply) => {
      const { cursor, limit = defaultPageSize, ...filter } = request.query
      const [found, count] = await Promise.all([
        readCases(database, request.identity, filter, { cursor: cursorFrom(cursor), limit }),
        countCases(database, request.identity, filter),
      ])
      return reply.send(onTheWire({ ...found, count }) as never)
    },
  )

  app.get(
    '/board/load',
    {
      config,
      schema: {
        tags,
        summary: 'Open work by person 人员工作量',
        response: { 200: load },
      },
    },
    async (request) => ({ people: await readLoad(database, request.identity) }),
  )
}
