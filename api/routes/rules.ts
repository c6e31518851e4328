import { Type } from 'typebox'
import { proposeRuleTable, publishRuleVersion, returnRuleVersion } from '../../db/rules/publish.ts'
import { listRuleVersions, readRuleVersion } from '../../db/rules/versions.ts'
import { refuse } from '../../domain/errors.ts'
import { ruleTableIds } from '../../domain/rules/contracts.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { ruleDocument } from '../schemas/rules.ts'
import { closed, id, list, nullable, oneOf } from '../schemas/values.ts'
import { isoInstantOrNull } from '../wire.ts'

const tags = ['rules']
const table = oneOf(ruleTableIds, 'A decision table.')
const hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the document.' })
const day = Type.String({ format: 'date' })

const summary = closed({
  id,
  tableId: table,
  version: Type.Integer(),
  effectiveFrom: day,
  effectiveTo: nullable(day),
  documentHash: hash,
  authorPersonId: id,
  reviewerPersonId: nullable(id),
  publishedAt: nullable(wireInstant),
  returnedAt: nullable(wireInstant),
  returnReason: nullable(Type.String()),
  authorName: nullable(Type.String({ description: 'Null for what came with the product.' })),
  reviewerName: nullable(Type.String({ description: 'Who published or returned it.' })),
})

/** Rules as data: proposed by one administrator, read and put in force by another. */
export function ruleRoutes(app: Api, dependencies: Dependencies): void {
  const { database } = dependencies
  const administer = administration(dependencies)

  app.get(
    '/rules',
    {
      config: { action: 'readRules' },
      schema: {
        tags,
        summary: 'Versions of the decision tables 规则版本',
        response: { 200: closed({ versions: list(summary) }) },
      },
    },
    async () => {
      const versions = await listRuleVersions(database)
      return {
        versions: versions.map((one) => ({
          ...one,
          publishedAt: isoInstantOrNull(one.publishedAt),
          returnedAt: isoInstantOrNull(one.returnedAt),
        })),
      }
    },
  )

  app.get(
    '/rules/:table/versions/:version',
    {
      config: { action: 'readRules' },
      schema: {
        tags,
        summary: 'The document of one version 规则内容',
        params: closed({ table, version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) }),
        response: { 200: ruleDocument },
      },
    },
    async ({ params }) => {
      const found = await readRuleVersion(database, params.table, Number(params.version))
      return (found ?? refuse('notFound')) as unknown as Record<string, unknown>
    },
  )

  app.post(
    '/rules/:table/versions',
    {
      config: { action: 'manageRules' },
      schema: {
        tags,
        summary: 'Propose the next version of a table 提出规则新版本（待第二人复核）',
        params: closed({ table }),
        body: ruleDocument,
        response: { 201: closed({ id, version: Type.Integer(), documentHash: hash }) },
      },
    },
    async (request, reply) => {
      const { body, params } = request
      if (body['id'] !== params.table) refuse('malformed', { fields: [{ path: 'id', reason: 'differs' }] })
      const proposed = await administer(request, (tx, { by }) => proposeRuleTable(tx, body, { author: by }))
      return reply.code(201).send(proposed)
    },
  )

  app.post(
    '/rules/proposals/:id/publication',
    {
      config: { action: 'manageRules' },
      schema: {
        tags,
        summary: 'Put a proposal in force 复核并发布',
        params: closed({ id }),
        body: closed({ documentHash: hash }),
        response: { 200: closed({ published: Type.Literal(true) }) },
      },
    },
    async (request) =>
      administer(request, async (tx, { by }) => {
        const { documentHash } = request.body
        await publishRuleVersion(tx, { id: request.params.id, documentHash, reviewer: by })
        return { published: true as const }
      }),
  )

  app.post(
    '/rules/proposals/:id/return',
    {
      config: { action: 'manageRules' },
      schema: {
        tags,
        summary: 'Give a proposal back to its author 退回提案',
        params: closed({ id }),
        body: closed({ documentHash: hash, reason: Type.String({ minLength: 1, maxLength: 2000 }) }),
        response: { 200: closed({ returned: Type.Literal(true) }) },
      },
    },
    async (request) =>
      administer(request, async (tx, { by }) => {
        await returnRuleVersion(tx, { id: request.params.id, ...request.body, reviewer: by })
        return { returned: true as const }
      }),
  )
}
