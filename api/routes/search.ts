import { searchClaims } from '../../db/reads/search.ts'
import { checkPhone } from '../../domain/identity/phone.ts'
import { checkPlate } from '../../domain/identity/plate.ts'
import type { Api } from '../api.ts'
import { caseNumberOf } from '../case-number-of.ts'
import type { Dependencies } from '../dependencies.ts'
import { requireFields } from '../fields.ts'
import { cursorFrom, defaultPageSize } from '../paging.ts'
import { claimSearch, foundClaims } from '../schemas/claim/reads.ts'
import { onTheWire } from '../wire.ts'

/** Finding a claim by what a caller can say on the telephone. */
export function searchRoutes(app: Api, { database, cipher }: Dependencies): void {
  app.post(
    '/claims/search',
    {
      config: { action: 'searchClaims', idempotencyKey: false },
      schema: {
        tags: ['claims'],
        summary: 'Find claims 查询案件',
        body: claimSearch,
        response: { 200: foundClaims },
      },
    },
    async (request, reply) => {
      const { caseNumber, plate, phone, cursor, limit = defaultPageSize, ...rest } = request.body
      const checked = requireFields<{ '/plate': { plate: string }; '/phone': string }>({
        '/plate': plate === undefined ? null : checkPlate(plate),
        '/phone': phone === undefined ? null : checkPhone(phone),
      })
      const search = {
        ...rest,
        ...(caseNumber === undefined ? {} : { caseNumber: caseNumberOf(caseNumber) }),
        ...(checked['/plate'] === null ? {} : { plate: checked['/plate'].plate }),
        ...(checked['/phone'] === null ? {} : { phone: checked['/phone'] }),
      }
      const page = { cursor: cursorFrom(cursor), limit }
      const { rows, next } = await searchClaims(database, cipher, request.identity, search, page)
      return reply.send(onTheWire({ claims: rows, next }) as never)
    },
  )
}
