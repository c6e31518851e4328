import { and, desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import type { ContentKind } from '../commands.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { contentContext } from '../facts/content.ts'
import { claims, contents } from '../schema/index.ts'

type Reader = Pick<Database, 'select'>

export interface ContentVersion {
  readonly version: number
  readonly hash: string
  readonly authorId: string | null
  readonly at: Instant
  readonly body: unknown
}

/**
 * The newest version of a content that this surveyor writes, 0 without any. Of a claim that is not theirs there is
 * none: what is refused then is the command, in the same words as for a claim that does not exist.
 */
export async function newestContentVersion(
  reader: Reader,
  claimId: string,
  kind: ContentKind,
  surveyorId: string,
): Promise<number> {
  const [row] = await reader
    .select({ version: sql<number>`coalesce(max(${contents.version}), 0)::int` })
    .from(contents)
    .innerJoin(claims, eq(claims.id, contents.claimId))
    .where(
      and(
        eq(contents.claimId, claimId),
        eq(contents.kind, kind),
        sql`${claims.state} -> 'survey' ->> 'surveyorId' = ${surveyorId}`,
      ),
    )
  return row?.version ?? 0
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
