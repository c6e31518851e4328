import { Type } from 'typebox'
import { readContent } from '../../../db/reads/contents.ts'
import { readRejectionReason, readSheetNote, readStageEntries } from '../../../db/reads/history.ts'
import { masked, readClearParties } from '../../../db/reads/parties.ts'
import { type PolledClaim, progressReader } from '../../../db/reads/progress.ts'
import { readStaffContact } from '../../../db/reads/staff-contact.ts'
import type { Identity } from '../../../db/identity/identity.ts'
import type { SheetContent } from '../../../domain/claim/stages/adjustment.ts'
import type { ClaimState, SheetVersion } from '../../../domain/claim/state.ts'
import { refuse } from '../../../domain/errors.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { knownVersion } from '../../known-version.ts'
import { progress } from '../../schemas/claim/progress.ts'
import { claimParams } from '../../schemas/claim/values.ts'
import { onTheWire } from '../../wire.ts'
import { shownBefore } from './amount-before.ts'
import { progressOf } from './progress-view.ts'
import { speaksFor } from './speakers.ts'

/** The poll: asked for more often than everything else together, and unchanged nearly every time. */
export function progressRoutes(app: Api, { database, cipher }: Dependencies): void {
  const poll = progressReader(database)

  app.get(
    '/claims/:claimId/progress',
    {
      config: { action: 'readProgress', poll: true },
      schema: {
        tags: ['claims'],
        summary: 'Where the claim stands 理赔进度',
        description: 'With If-None-Match an unchanged claim is answered by 304.',
        params: claimParams,
        response: { 200: progress, 304: Type.Null() },
      },
    },
    async (request, reply) => {
      const { polled, identity, params } = request
      const found =
        polled === null ? await poll(identity, params.claimId, knownVersion(request)) : polled.claim
      if (found === undefined) return refuse('notFound')
      void reply.header('etag', `"${found.etag}"`).header('cache-control', 'private, no-cache')
      const { state } = found
      // Without anything to send: the length of a body that never follows keeps some readers waiting for it.
      if (state === null) return reply.code(304).send(undefined as never)
      const view = await viewOf(identity, state, found)
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(onTheWire(view)) as never)
    },
  )

  async function viewOf(identity: Identity, state: ClaimState, { contact, eventSequence }: PolledClaim) {
    const { id, survey } = state
    const speaks = identity.accountKind !== 'customer' || speaksFor(state, identity.personId)
    const proposed = speaks ? state.sheets.findLast((one) => one.proposedAt !== null) : undefined
    const [entries, own, surveyor, sheet, before, rejection] = await Promise.all([
      readStageEntries(database, id, eventSequence),
      readClearParties(database, cipher, id, identity.personId),
      readStaffContact(database, survey.surveyorId),
      proposed === undefined
        ? undefined
        : readContent(database, cipher, id, { kind: 'sheet', version: proposed.version }),
      proposed === undefined ? null : readBefore(state, proposed),
      state.rejection === null || !speaks ? undefined : readRejectionReason(database, cipher, id),
    ])
    return progressOf(state, {
      contact,
      surveyor,
      entries,
      ownParties: own.map(masked),
      speaks,
      sheet: (sheet?.body as SheetContent | undefined) ?? null,
      before,
      rejection: rejection ?? null,
    })
  }

  async function readBefore(state: ClaimState, proposed: SheetVersion) {
    const earlier = shownBefore(state, proposed)
    if (earlier === undefined) return null
    const [content, note] = await Promise.all([
      readContent(database, cipher, state.id, { kind: 'sheet', version: earlier.version }),
      readSheetNote(database, cipher, state.id, proposed.version),
    ])
    return content === undefined ? null : { sheet: earlier, content: content.body as SheetContent, note }
  }
}
