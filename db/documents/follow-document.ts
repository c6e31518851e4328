import { and, eq } from 'drizzle-orm'
import type { DrawingFailure } from '../../domain/drawing-failures.ts'
import type { Database } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { documents } from '../schema/index.ts'

export interface StoredDocument {
  readonly id: string
  readonly claimId: string
  readonly contentHash: string
  readonly mediaType: string
  readonly state: 'stored' | 'ready' | 'failed'
}

/** What was found in a photograph: measures, and the evidence of camera and place, which is personal data. */
export type DocumentMeasures = Readonly<Record<string, unknown>>

const measuresContext = (claimId: string, documentId: string) =>
  fieldContext('claim', claimId, `document.${documentId}.measures`)

export async function readDocument(
  database: Database,
  documentId: string,
): Promise<StoredDocument | undefined> {
  const [row] = await database
    .select({
      id: documents.id,
      claimId: documents.claimId,
      contentHash: documents.contentHash,
      mediaType: documents.mediaType,
      state: documents.state,
    })
    .from(documents)
    .where(eq(documents.id, documentId))
  return row
}

/** The copies that people see exist. A document that was worked on twice has the same ones: they are named by content. */
export async function markReady(
  database: Database,
  cipher: FieldCipher,
  { id, claimId }: Pick<StoredDocument, 'id' | 'claimId'>,
  copies: {
    readonly viewHash: string | null
    readonly thumbnailHash: string | null
    readonly perceptualHash: string | null
    readonly measures: DocumentMeasures
  },
): Promise<void> {
  const { measures, ...hashes } = copies
  const measuresEncrypted = cipher.encryptJson(measures, measuresContext(claimId, id))
  await database
    .update(documents)
    .set({ ...hashes, measuresEncrypted, state: 'ready' })
    .where(and(eq(documents.id, id), eq(documents.state, 'stored')))
}

/** There are no copies to show; the original stays as evidence. The reason stands where measures would. */
export async function markFailed(
  database: Database,
  cipher: FieldCipher,
  { id, claimId }: Pick<StoredDocument, 'id' | 'claimId'>,
  failure: DrawingFailure,
): Promise<void> {
  const measuresEncrypted = cipher.encryptJson({ failure }, measuresContext(claimId, id))
  await database
    .update(documents)
    .set({ measuresEncrypted, state: 'failed' })
    .where(and(eq(documents.id, id), eq(documents.state, 'stored')))
}

export function openMeasures(
  cipher: FieldCipher,
  { id, claimId }: Pick<StoredDocument, 'id' | 'claimId'>,
  measuresEncrypted: string,
): DocumentMeasures {
  return cipher.decryptJson(measuresEncrypted, measuresContext(claimId, id)) as DocumentMeasures
}
