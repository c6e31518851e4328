import { type Static, Type } from 'typebox'
import { type Action, permissions } from '../../domain/permissions.ts'
import { auditFormats } from '../audit-lines.ts'
import { pageQuery } from './claim/reads.ts'
import { wireInstant } from './claim/values.ts'
import { closed, id, line, list, nullable, oneOf } from './values.ts'

const code = nullable(Type.String())

const entry = {
  sequence: Type.Integer(),
  at: wireInstant,
  actorId: nullable(id),
  actorKind: Type.String(),
  accountId: nullable(id),
  action: Type.String(),
  outcome: oneOf(['done', 'refused']),
  code,
  commandId: id,
  requestId: code,
  bodyHash: Type.String(),
  firstEvent: nullable(Type.Integer()),
  lastEvent: nullable(Type.Integer()),
  previousHash: Type.String(),
  hash: Type.String(),
}

export const auditQuery = closed({
  chain: Type.String({
    pattern: '^(?:system|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$',
    description: 'Id of a claim, or `system` for everything else.',
  }),
  after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})

export const auditPage = closed({
  chain: Type.String(),
  entries: list(closed(entry)),
  verification: closed({
    intact: Type.Boolean(),
    checked: Type.Integer({ description: 'Entries of the whole chain that were calculated again.' }),
    firstBroken: nullable(Type.Integer({ description: 'The first entry that does not fit.' })),
  }),
  next: nullable(Type.Integer()),
})

/** What the product writes down of itself, besides what stands in the table of permissions. */
const ownActions = ['loadBaseData', 'loadDemonstrationData', 'afterRestore'] as const
const actions = [...(Object.keys(permissions) as Action[]), ...ownActions]

const search = {
  caseNumber: Type.Optional(line(40)),
  outsideClaims: Type.Optional(
    Type.Boolean({ description: 'Only what belongs to no claim: people, rules, calendars, the pay lane.' }),
  ),
  personId: Type.Optional(Type.String({ format: 'uuid', description: 'Who did or tried it.' })),
  action: Type.Optional(oneOf(actions)),
  outcome: Type.Optional(oneOf(['done', 'refused'])),
  from: Type.Optional(wireInstant),
  to: Type.Optional(wireInstant),
}
const words = closed(search)
export type AuditWords = Static<typeof words>

export const auditSearchQuery = closed({ ...search, ...pageQuery.properties })

export const foundEntries = closed({
  entries: list(
    closed({
      chain: Type.String({ description: 'Id of a claim, or `system`.' }),
      ...entry,
      caseNumber: nullable(Type.String()),
      actorName: nullable(Type.String({ description: 'Working name of staff; customers have none here.' })),
    }),
    'The newest first.',
  ),
  next: nullable(Type.String()),
})

export const auditExport = closed(
  { format: oneOf(auditFormats), ...search },
  {
    description: 'The same words as the search. That it was exported, and by whom, is recorded.',
    example: { format: 'csv', personId: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55', outcome: 'refused' },
  },
)
