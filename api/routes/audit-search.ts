import { Readable } from 'node:stream'
import { type AuditSearch, searchAudit } from '../../db/reads/audit-search.ts'
import type { Database } from '../../db/client.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import { type AuditFormat, headOf, lineOf, mediaTypeOf } from '../audit-lines.ts'
import { caseNumberOf } from '../case-number-of.ts'
import type { Dependencies } from '../dependencies.ts'
import { cursorFrom, defaultPageSize } from '../paging.ts'
import { auditExport, auditSearchQuery, type AuditWords, foundEntries } from '../schemas/audit.ts'
import { instantOf, isoInstant, onTheWire } from '../wire.ts'

const tags = ['audit']
const config = { action: 'readAudit' } as const

/** The audit across all claims: searched, and taken out as a file, which is recorded itself. */
export function auditSearchRoutes(app: Api, dependencies: Dependencies): void {
  const { database } = dependencies
  const administer = administration(dependencies)

  app.get(
    '/audit/entries',
    {
      config,
      schema: {
        tags,
        summary: 'Search the audit by claim, person, action, time and outcome 查询审计记录',
        querystring: auditSearchQuery,
        response: { 200: foundEntries },
      },
    },
    async (request, reply) => {
      const { cursor, limit = defaultPageSize, ...words } = request.query
      const page = { cursor: cursorFrom(cursor), limit }
      return reply.send(onTheWire(await searchAudit(database, searchOf(words), page)) as never)
    },
  )

  app.post(
    '/audit/exports',
    {
      config,
      schema: {
        tags,
        summary: 'The entries found, as CSV or JSON lines; the export is recorded 导出审计记录',
        body: auditExport,
        files: ['text/csv', 'application/jsonl'],
      },
    },
    async (request, reply) => {
      const { format, ...words } = request.body
      const search = searchOf(words)
      // Under the same key it is recorded once, and what is sent again ends at the same instant.
      const { until } = await administer(request, async (_tx, { now }) => ({ until: now }))
      const to = Math.min(search.to ?? until, until)
      const day = isoInstant(until).slice(0, 10)
      return reply
        .type(mediaTypeOf(format))
        .header('content-disposition', `attachment; filename="lipei-audit-${day}.${format}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(linesOf(database, { ...search, to }, format)))
    },
  )
}

function searchOf({ caseNumber, outsideClaims, from, to, ...rest }: AuditWords): AuditSearch {
  return {
    ...rest,
    ...(caseNumber === undefined ? {} : { caseNumber: caseNumberOf(caseNumber) }),
    ...(outsideClaims === true ? { caseNumber: null } : {}),
    ...instantIn('from', from),
    ...instantIn('to', to),
  }
}

function instantIn(name: 'from' | 'to', text: string | undefined): Readonly<Record<string, Instant>> {
  return text === undefined ? {} : { [name]: instantOf(`/${name}`, text) }
}

const pageOfExport = 1000

/** Page by page, so that a long export holds neither memory nor a transaction. */
async function* linesOf(database: Database, search: AuditSearch, format: AuditFormat) {
  yield headOf(format)
  let cursor: string | null = null
  do {
    const page = { cursor: cursorFrom(cursor ?? undefined), limit: pageOfExport }
    const { entries, next }: Awaited<ReturnType<typeof searchAudit>> = await searchAudit(
      database,
      search,
      page,
    )
    yield entries.map((entry) => lineOf(format, entry)).join('')
    cursor = next
  } while (cursor !== null)
}
