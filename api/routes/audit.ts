import { headOf, readAuditPage, verifyChain } from '../../db/reads/audit.ts'
import { atOneMoment } from '../../db/reads/claim-for-reader.ts'
import { refuse } from '../../domain/errors.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { auditPage, auditQuery } from '../schemas/audit.ts'
import { onTheWire } from '../wire.ts'

/** Who did or tried what, with the proof that nothing was changed or cut off since. */
export function auditRoutes(app: Api, { database }: Dependencies): void {
  app.get(
    '/audit',
    {
      config: { action: 'readAudit' },
      schema: {
        tags: ['audit'],
        summary: 'A chain of the audit, calculated again 审计记录与校验',
        querystring: auditQuery,
        response: { 200: auditPage },
      },
    },
    async (request, reply) => {
      const { chain, after = 0, limit = 200 } = request.query
      const found = await atOneMoment(database, async (tx) => {
        if ((await headOf(tx, chain)) === undefined) refuse('notFound')
        const entries = await readAuditPage(tx, chain, { after, limit })
        return { entries, verification: await verifyChain(tx, chain) }
      })
      const entries = found.entries.map(({ chain: _chain, ...entry }) => entry)
      const next = entries.length === limit ? (entries.at(-1)?.sequence ?? null) : null
      return reply.send(onTheWire({ chain, entries, verification: found.verification, next }) as never)
    },
  )
}
