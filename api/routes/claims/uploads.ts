import diagnostics from 'node:diagnostics_channel'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { atOneMoment, readClaimFor } from '../../../db/reads/claim-for-reader.ts'
import { checklistItems } from '../../../domain/rules/vocabulary.ts'
import { DomainError, refuse } from '../../../domain/errors.ts'
import type { Text } from '../../../domain/text.ts'
import { examineUpload } from '../../../files/examine.ts'
import { FileStoreFull } from '../../../files/file-faults.ts'
import { displayName } from '../../../files/name.ts'
import { uploadRefusals } from '../../../files/refusals.ts'
import { largestFileBytes, type StoredFile } from '../../../files/store.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { idFromKey } from '../../id-from-key.ts'
import { claimParams, commandReply } from '../../schemas/claim/values.ts'
import { closed, oneOf as oneOfSchema } from '../../schemas/values.ts'
import { senderOf } from '../../sender.ts'
import { answer } from '../../wire.ts'
import { sendCommand } from './send-command.ts'

const channels = ['upload', 'scan', 'courier'] as const
type Channel = (typeof channels)[number]

const stored = diagnostics.channel('lipei:upload.stored')

/** For the document only: the parts are read one by one below. */
const formParts = closed(
  {
    item: oneOfSchema(checklistItems),
    channel: Type.Optional(oneOfSchema(channels)),
    file: Type.String({ format: 'binary' }),
  },
  { example: { item: 'photographs', channel: 'upload', file: '(JPEG)' } },
)

interface Form {
  readonly bytes: Buffer
  readonly name: string
  readonly fields: ReadonlyMap<string, string>
}

/** The formats of a form with a file; nothing else of the API accepts them. */
export async function uploadRoutes(app: Api, dependencies: Dependencies): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: largestFileBytes, files: 1, fields: 4, fieldSize: 200, parts: 6, headerPairs: 20 },
    })
    addUpload(scope, dependencies)
  })
}

function addUpload(app: Api, dependencies: Dependencies): void {
  const { database, files } = dependencies
  const send = sendCommand(dependencies)

  app.post(
    '/claims/:claimId/documents',
    {
      config: { action: 'receiveDocument' },
      // A form carries more than its file.
      bodyLimit: largestFileBytes + 64 * 1024,
      schema: {
        tags: ['documents'],
        summary: 'Send a paper or a photograph 上传材料',
        description:
          'multipart/form-data with `item` (an item of the checklist), `channel` (upload; staff also scan, courier) and `file`: JPEG, PNG, WebP or PDF of at most 20 MB, told by its content.',
        consumes: ['multipart/form-data'],
        params: claimParams,
        form: formParts,
        refusals: ['itemNotOnChecklist'],
        response: { 201: commandReply },
      },
    },
    async (request, reply) => {
      const { claimId } = request.params
      const sender = senderOf(request)
      // Before a byte is kept: nobody fills our disk with files for a claim that is not theirs.
      await atOneMoment(database, (tx) => readClaimFor(tx, { claimId, sender, actions: ['receiveDocument'] }))
      const form = await readForm(request)
      const item = oneOf('item', checklistItems, form.fields.get('item'))
      const channel = channelOf(request, form.fields.get('channel'))
      const examined = await examineUpload(form.bytes, form.name)
      if (examined.kind === 'refused') refuseFile(examined.refused)
      const file = await store(form.bytes)
      stored.publish(file)
      const documentId = idFromKey(sender, request.idempotencyKey, 'document')
      const done = await send(request, {
        type: 'receiveDocument',
        claimId,
        body: { item, documentId, contentHash: file.hash },
        document: {
          mediaType: examined.mediaType,
          size: file.size,
          name: displayName(form.name),
          channel,
        },
      })
      return answer(reply, 201, done)
    },
  )

  async function store(bytes: Buffer): Promise<StoredFile> {
    try {
      return await files.put(bytes)
    } catch (error) {
      if (error instanceof FileStoreFull)
        throw new DomainError('temporarilyUnavailable', { reason: 'storage' })
      throw error
    }
  }
}

/** The whole form, or the refusal that says what is wrong with it; a form that was cut off is no form. */
async function readForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) refuse('mediaTypeNotAllowed')
  try {
    return await readParts(request)
  } catch (error) {
    if (error instanceof DomainError) throw error
    const { statusCode } = error as { readonly statusCode?: number }
    return statusCode === 413 ? refuseFile('fileTooLarge') : malformed('file', unreadable, 'form')
  }
}

/** The file may come before or after the fields that say what it is. */
async function readParts(request: FastifyRequest): Promise<Form> {
  const fields = new Map<string, string>()
  let file: { readonly bytes: Buffer; readonly name: string } | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.fieldname === 'file') {
      file = { bytes: await part.toBuffer(), name: part.filename }
    } else if (part.type === 'field' && (part.fieldname === 'item' || part.fieldname === 'channel')) {
      fields.set(part.fieldname, String(part.value))
    } else {
      return malformed(part.fieldname, unknownField, 'additionalProperties')
    }
  }
  return file === undefined ? malformed('file', missing, 'required') : { ...file, fields }
}

/** What somebody from outside sends is an upload, whatever they call it. */
function channelOf({ identity }: FastifyRequest, given: string | undefined): Channel {
  const channel = oneOf('channel', channels, given ?? 'upload')
  return identity.accountKind === 'staff' ? channel : 'upload'
}

const unknownField: Text = { zh: '没有这个字段。', en: 'There is no such field.' }
const unreadable: Text = {
  zh: '上传内容不完整，请重新上传。',
  en: 'The upload is incomplete; send it again.',
}
const missing: Text = { zh: '必填。', en: 'This is required.' }
const notAChoice: Text = { zh: '不在可选值之中。', en: 'This is not one of the choices.' }

function oneOf<Value extends string>(
  field: string,
  choices: readonly Value[],
  given: string | undefined,
): Value {
  const found = choices.find((choice) => choice === given)
  if (found !== undefined) return found
  return given === undefined ? malformed(field, missing, 'required') : malformed(field, notAChoice, 'enum')
}

function malformed(field: string, text: Text, reason: string): never {
  return refuse('malformed', { fields: [{ path: `/${field.slice(0, 64)}`, reason, text }] })
}

function refuseFile(refused: keyof typeof uploadRefusals): never {
  const reason = { path: '/file', reason: refused, text: uploadRefusals[refused] }
  return refuse(refused === 'fileTooLarge' ? 'bodyTooLarge' : 'mediaTypeNotAllowed', { fields: [reason] })
}
