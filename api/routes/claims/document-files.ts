import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { atOneMoment, readClaimFor } from '../../../db/reads/claim-for-reader.ts'
import { type ClaimDocument, readDocument } from '../../../db/reads/claim-papers.ts'
import { refuse } from '../../../domain/errors.ts'
import type { Action } from '../../../domain/permissions.ts'
import { FileCorrupt, FileMissing } from '../../../files/file-faults.ts'
import { contentDisposition } from '../../../files/name.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { closed, id } from '../../schemas/values.ts'
import { senderOf } from '../../sender.ts'

const params = closed({ claimId: id, documentId: id })
const tags = ['documents']

/** Whatever a file contains, a browser neither runs it nor takes it for something else. */
const inertPolicy = "default-src 'none'; sandbox"

interface Part {
  readonly hash: string
  readonly mediaType: string
  readonly disposition: 'inline' | 'attachment'
}

/**
 * The copies of a photograph that people see, drawn anew and without metadata; the original, byte for byte, only for
 * staff, to be saved, or drawn by the page itself if it is a PDF.
 */
export function documentFileRoutes(app: Api, { database, cipher, files }: Dependencies): void {
  for (const [copy, summary] of [
    ['view', 'The picture 查看图片'],
    ['thumbnail', 'The small picture 缩略图'],
  ] as const) {
    app.get(
      `/claims/:claimId/documents/:documentId/${copy}`,
      { config: { action: 'signedIn' }, schema: { tags, summary, params, files: ['image/jpeg'] } },
      async (request, reply) => {
        const document = await find(request, ['readClaim', 'readProgress'])
        const hash = copy === 'view' ? document.viewHash : document.thumbnailHash
        if (hash === null) return refuse('notFound', { state: document.state })
        return send(request, reply, document, { hash, mediaType: 'image/jpeg', disposition: 'inline' })
      },
    )
  }

  app.get(
    '/claims/:claimId/documents/:documentId/original',
    {
      config: { action: 'readClaim' },
      schema: {
        tags,
        summary: 'The file as it was sent 原件',
        params,
        files: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
      },
    },
    async (request, reply) => {
      const document = await find(request, ['readClaim'])
      const { contentHash: hash, mediaType } = document
      return send(request, reply, document, { hash, mediaType, disposition: 'attachment' })
    },
  )

  /** A document that the reader may see: staff any of the claim, others what they sent themselves. */
  async function find(request: FastifyRequest, actions: readonly Action[]): Promise<ClaimDocument> {
    const { claimId, documentId } = request.params as {
      readonly claimId: string
      readonly documentId: string
    }
    return atOneMoment(database, async (tx) => {
      await readClaimFor(tx, { claimId, sender: senderOf(request), actions })
      const document = (await readDocument(tx, cipher, claimId, documentId)) ?? refuse('notFound')
      const { accountKind, personId } = request.identity
      if (accountKind !== 'staff' && document.uploadedBy !== personId) refuse('notFound')
      return document
    })
  }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    { name }: ClaimDocument,
    { hash, mediaType, disposition }: Part,
  ): Promise<FastifyReply> {
    const stream = await open(request, hash)
    return reply
      .header('content-disposition', contentDisposition(name, disposition))
      .header('content-security-policy', inertPolicy)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
      .type(mediaType)
      .send(stream)
  }

  /** A file that is damaged is in quarantine by then: it is not there for anybody. */
  async function open(request: FastifyRequest, hash: string): Promise<Readable> {
    try {
      return await files.open(hash)
    } catch (error) {
      if (!(error instanceof FileMissing || error instanceof FileCorrupt)) throw error
      request.log.error({ requestId: request.id, fault: error.name, hash }, 'file cannot be served')
      return refuse('notFound', { reason: 'fileUnreadable' })
    }
  }
}
