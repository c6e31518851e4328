import { and, desc, eq } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import type { ContentKind } from '../commands.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { contentContext } from '../facts/content.ts'
import { contents } from '../schema/index.ts'

type Reader = Pick<Database, 'select'>

export interface ContentVersion {
  readonly version: number
  readonly hash: string
  readonly authorId: string | null
  readonly at: Instant
  readonly body: unknown
}

/** One version of a content, or the newest; undefined when there is none. */
export async function readContent(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
  { kind, version }: { readonly kind: ContentKind; readonly version?: number },
): Promise<ContentVersion | undefined> {
  const [row] = await reader
    .select()
    .from(contents)
    .where(
      and(
        eq(contents.claimId, claimId),
        eq(contents.kind, kind),
        version === undefined ? undefined : eq(contents.version, version),
      ),
    )
    .orderBy(desc(contents.version))
    .limit(1)
  if (row === undefined) return undefined
  const body = cipher.decryptJson(row.bodyEncrypted, contentContext(claimId, kind, row.version))
  return { version: row.version, hash: row.hash, authorId: row.authorId, at: row.at, body }
}
