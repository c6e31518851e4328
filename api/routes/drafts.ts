import { Type } from 'typebox'
import { draftStore, type Draft } from '../../db/reads/drafts.ts'
import { refuse } from '../../domain/errors.ts'
import type { FastifyReply } from 'fastify'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { idFromKey } from '../id-from-key.ts'
import { ifMatch, wireInstant } from '../schemas/claim/values.ts'
import { closed, id, list } from '../schemas/values.ts'
import { senderOf } from '../sender.ts'
import { isoInstant } from '../wire.ts'

const value = Type.Union([Type.String({ maxLength: 4000 }), Type.Number(), Type.Boolean(), Type.Null()])

/** A form as far as it is filled in: fields by name, unchecked, because half a telephone number is worth keeping. */
const form = Type.Unsafe<Record<string, string | number | boolean | null>>({
  type: 'object',
  patternProperties: { '^[a-zA-Z][a-zA-Z0-9.]{0,79}$': value },
  additionalProperties: false,
  maxProperties: 100,
  examples: [{ cause: 'collision', narrative: '倒车时', 'reporter.phone': '1380013' }],
})

const draft = closed({ draftId: id, version: Type.Integer(), form, updatedAt: wireInstant })
const params = closed({ draftId: id })
const config = { action: 'saveDraft' } as const
const tags = ['drafts']

const shown = ({ updatedAt, ...rest }: Draft) => ({
  ...rest,
  form: rest.form as Record<string, string | number | boolean | null>,
  updatedAt: isoInstant(updatedAt),
})

/** Reports that are not registered yet: they survive a closed page and a dead phone, and belong to one person. */
export function draftRoutes(app: Api, { database, cipher }: Dependencies): void {
  const drafts = draftStore(database, cipher)

  app.post(
    '/drafts',
    {
      config,
      schema: { tags, summary: 'Begin a draft 新建草稿', body: closed({ form }), response: { 201: draft } },
    },
    async (request, reply) => {
      const draftId = idFromKey(senderOf(request), request.idempotencyKey, 'draft')
      const created = await drafts.create(request.identity.personId, draftId, request.body.form)
      return send(reply.code(201), created ?? refuse('keyReused'))
    },
  )

  app.get(
    '/drafts',
    {
      config,
      schema: { tags, summary: 'Own drafts 我的草稿', response: { 200: closed({ drafts: list(draft) }) } },
    },
    async (request) => ({ drafts: (await drafts.list(request.identity.personId)).map(shown) }),
  )

  app.get(
    '/drafts/:draftId',
    { config, schema: { tags, summary: 'One draft 草稿', params, response: { 200: draft } } },
    async (request, reply) =>
      send(
        reply,
        (await drafts.read(request.identity.personId, request.params.draftId)) ?? refuse('notFound'),
      ),
  )

  app.put(
    '/drafts/:draftId',
    {
      config,
      schema: {
        tags,
        summary: 'Save a draft 保存草稿',
        description: 'If-Match names the version that was read; 412 versionStale tells the newest one.',
        params,
        headers: ifMatch,
        body: closed({ form }),
        response: { 200: draft },
      },
    },
    async (request, reply) => {
      const seen = /^"([0-9]{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1] ?? refuse('versionMissing')
      const { personId } = request.identity
      const { draftId } = request.params
      const saved = await drafts.save(personId, draftId, Number(seen), request.body.form)
      if (saved !== undefined) return send(reply, saved)
      const newest = (await drafts.read(personId, draftId)) ?? refuse('notFound')
      // The answer to the first try was lost: what it wrote is what stands.
      if (newest.version === Number(seen) + 1 && same(newest.form, request.body.form))
        return send(reply, newest)
      return refuse('versionStale', { version: newest.version })
    },
  )

  app.delete(
    '/drafts/:draftId',
    {
      config,
      schema: { tags, summary: 'Throw a draft away 删除草稿', params, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await drafts.remove(request.identity.personId, request.params.draftId)
      return reply.code(204).send(null)
    },
  )
}

function send(reply: FastifyReply, found: Draft) {
  void reply.header('etag', `"${found.version}"`)
  return reply.send(shown(found))
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
