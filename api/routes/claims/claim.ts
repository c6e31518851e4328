import { atOneMoment, type ClaimForReader, readClaimFor } from '../../../db/reads/claim-for-reader.ts'
import { readClaimVersion } from '../../../db/reads/claim-version.ts'
import { readDocuments, readMessages, readRuleUses } from '../../../db/reads/claim-papers.ts'
import { readClaimView } from '../../../db/reads/claim-view.ts'
import { readHistory } from '../../../db/reads/history.ts'
import { readStaffNames } from '../../../db/reads/staff-contact.ts'
import type { Transaction } from '../../../db/client.ts'
import type { Action } from '../../../domain/permissions.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { knownVersion } from '../../known-version.ts'
import {
  claimView,
  documentList,
  history,
  historyQuery,
  messageThread,
  ruleUses,
} from '../../schemas/claim/reads.ts'
import { claimParams } from '../../schemas/claim/values.ts'
import { senderOf } from '../../sender.ts'
import { onTheWire } from '../../wire.ts'
import { speaksFor } from './speakers.ts'

const tags = ['claims']
const params = claimParams

/** Reading one claim: all of it for staff, its thread and its papers for everybody whose claim it is. */
export function claimReadRoutes(app: Api, { database, cipher }: Dependencies): void {
  /** Reads what the reader may see, of one moment, and answers with it; with 304 when there is nothing new. */
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    actions: readonly Action[],
    read: (tx: Transaction, found: ClaimForReader) => Promise<object | null>,
  ): Promise<FastifyReply> {
    const { claimId } = request.params as { readonly claimId: string }
    const shown = await atOneMoment(database, async (tx) =>
      read(tx, await readClaimFor(tx, { claimId, sender: senderOf(request), actions })),
    )
    // Without anything to send: the length of a body that never follows keeps some readers waiting for it.
    return shown === null ? reply.code(304).send(undefined) : reply.send(onTheWire(shown))
  }

  app.get(
    '/claims/:claimId',
    {
      config: { action: 'readClaim' },
      schema: {
        tags,
        summary: 'Everything about a claim 案件详情',
        description: 'With If-None-Match an unchanged claim is answered by 304.',
        params,
        response: { 200: claimView, 304: Type.Null() },
      },
    },
    async (request, reply) =>
      show(request, reply, ['readClaim'], async (tx, found) => {
        const version = await readClaimVersion(tx, found)
        void reply.header('etag', `"${version}"`)
        return version === knownVersion(request) ? null : readClaimView(tx, cipher, found)
      }),
  )

  app.get(
    '/claims/:claimId/history',
    {
      config: { action: 'readClaim' },
      schema: {
        tags,
        summary: 'What happened, in order 案件轨迹',
        params,
        querystring: historyQuery,
        response: { 200: history },
      },
    },
    async (request, reply) => {
      const { after = 0, limit = 200 } = request.query
      return show(request, reply, ['readClaim'], async (tx, { row }) => {
        const found = await readHistory(tx, cipher, row.id, { after, limit })
        const names = await readStaffNames(
          tx,
          found.map(({ actorId }) => actorId),
        )
        const events = found.map((event) => ({ ...event, actorName: names.get(event.actorId ?? '') ?? null }))
        return { events, next: events.length === limit ? (events.at(-1)?.sequence ?? null) : null }
      })
    },
  )

  app.get(
    '/claims/:claimId/rule-uses',
    {
      config: { action: 'readClaim' },
      schema: { tags, summary: 'Which rules answered what 规则依据', params, response: { 200: ruleUses } },
    },
    async (request, reply) =>
      show(request, reply, ['readClaim'], async (tx, { row }) => ({ uses: await readRuleUses(tx, row.id) })),
  )

  app.get(
    '/claims/:claimId/messages',
    {
      config: { action: 'signedIn' },
      schema: {
        tags,
        summary: 'The thread between customer and insurer 留言',
        params,
        response: { 200: messageThread },
      },
    },
    async (request, reply) =>
      show(request, reply, ['readClaim', 'readProgress'], async (tx, { row, actor }) => {
        const { accountKind, personId } = request.identity
        // Somebody who is in the claim and does not speak for it sees what they wrote themselves.
        const whole = accountKind !== 'customer' || speaksFor(row.state, personId)
        const thread = await readMessages(tx, cipher, row.id, whole ? null : personId)
        const names = await readStaffNames(
          tx,
          thread.map(({ authorId }) => authorId),
        )
        return {
          messages: thread.map(({ authorId, ...message }) => ({
            ...message,
            authorName: names.get(authorId ?? '') ?? null,
            mine: authorId === actor.personId,
          })),
        }
      }),
  )

  app.get(
    '/claims/:claimId/documents',
    {
      config: { action: 'signedIn' },
      schema: {
        tags: ['documents'],
        summary: 'Papers and photographs 材料列表',
        description: 'Staff see all; others what they sent themselves.',
        params,
        response: { 200: documentList },
      },
    },
    async (request, reply) =>
      show(request, reply, ['readClaim', 'readProgress'], async (tx, { row }) => {
        const { accountKind, personId } = request.identity
        const all = await readDocuments(tx, cipher, row.id)
        return {
          documents: accountKind === 'staff' ? all : all.filter(({ uploadedBy }) => uploadedBy === personId),
        }
      }),
  )
}
