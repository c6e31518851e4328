import { and, asc, eq } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import { drawingFailure, type ToldFailure } from '../../domain/drawing-failures.ts'
import type { Database } from '../client.ts'
import { openMeasures } from '../documents/follow-document.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { documents, messages, notices, ruleUses } from '../schema/index.ts'

type Reader = Pick<Database, 'select'>

export interface ClaimDocument {
  readonly documentId: string
  readonly item: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly channel: string
  readonly receivedAt: Instant
  readonly uploadedBy: string | null
  readonly state: 'stored' | 'ready' | 'failed'
  /** Why it has no copies that could be shown; null unless it has failed. */
  readonly failure: ToldFailure | null
  readonly contentHash: string
  readonly viewHash: string | null
  readonly thumbnailHash: string | null
}

type DocumentRow = typeof documents.$inferSelect

function documentOf(cipher: FieldCipher, row: DocumentRow): ClaimDocument {
  const { id, claimId, itemCode, nameEncrypted, mediaType, size, channel, receivedAt } = row
  return {
    documentId: id,
    item: itemCode,
    name: cipher.decrypt(nameEncrypted, fieldContext('claim', claimId, `document.${id}`)),
    mediaType,
    size,
    channel,
    receivedAt,
    uploadedBy: row.uploadedBy,
    state: row.state,
    failure: failureOf(cipher, row),
    contentHash: row.contentHash,
    viewHash: row.viewHash,
    thumbnailHash: row.thumbnailHash,
  }
}

function failureOf(cipher: FieldCipher, row: DocumentRow): ToldFailure | null {
  if (row.state !== 'failed') return null
  const { measuresEncrypted } = row
  return drawingFailure(
    measuresEncrypted === null ? undefined : openMeasures(cipher, row, measuresEncrypted)['failure'],
  )
}

export async function readDocuments(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
): Promise<readonly ClaimDocument[]> {
  const rows = await reader
    .select()
    .from(documents)
    .where(eq(documents.claimId, claimId))
    .orderBy(asc(documents.receivedAt), asc(documents.id))
  return rows.map((row) => documentOf(cipher, row))
}

export async function readDocument(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
  documentId: string,
): Promise<ClaimDocument | undefined> {
  const [row] = await reader
    .select()
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.claimId, claimId)))
  return row === undefined ? undefined : documentOf(cipher, row)
}

export interface ThreadMessage {
  readonly messageId: string
  readonly authorId: string | null
  readonly fromCustomer: boolean
  readonly text: string
  readonly at: Instant
}

/** The thread between customer and insurer, oldest first; of one author only, where that is all a reader may see. */
export async function readMessages(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
  authorId: string | null = null,
): Promise<readonly ThreadMessage[]> {
  const rows = await reader
    .select()
    .from(messages)
    .where(
      and(eq(messages.claimId, claimId), authorId === null ? undefined : eq(messages.authorId, authorId)),
    )
    .orderBy(asc(messages.at), asc(messages.id))
    .limit(1000)
  return rows.map(({ id, authorId: author, fromCustomer, textEncrypted, at }) => ({
    messageId: id,
    authorId: author,
    fromCustomer,
    text: cipher.decrypt(textEncrypted, fieldContext('claim', claimId, `message.${id}`)),
    at,
  }))
}

/** What was sent to whom and whether it arrived; the text that was really sent stays sealed. */
export async function readNotices(reader: Reader, claimId: string) {
  return reader
    .select({
      noticeId: notices.id,
      partyId: notices.partyId,
      personId: notices.personId,
      template: notices.template,
      channel: notices.channel,
      parameters: notices.parameters,
      status: notices.status,
      tries: notices.tries,
      queuedAt: notices.queuedAt,
      sentAt: notices.sentAt,
      deliveredAt: notices.deliveredAt,
      failedAt: notices.failedAt,
      failure: notices.failure,
    })
    .from(notices)
    .where(eq(notices.claimId, claimId))
    .orderBy(asc(notices.queuedAt), asc(notices.id))
    .limit(500)
}

/** Which table answered what to which inputs, for every decision on the claim. */
export async function readRuleUses(reader: Reader, claimId: string) {
  return reader
    .select({
      table: ruleUses.tableId,
      version: ruleUses.version,
      commandId: ruleUses.commandId,
      use: ruleUses.use,
      at: ruleUses.at,
    })
    .from(ruleUses)
    .where(eq(ruleUses.claimId, claimId))
    .orderBy(asc(ruleUses.id))
    .limit(1000)
}
