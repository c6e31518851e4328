import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { reportDrafts } from '../schema/index.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** A report that is not registered yet, as far as it was filled in; nothing in it has been checked. */
export interface Draft {
  readonly draftId: string
  readonly version: number
  readonly form: unknown
  readonly updatedAt: Instant
}

const context = (draftId: string) => fieldContext('draft', draftId, 'form')

export function draftStore(database: Database, cipher: FieldCipher) {
  const open = ({ id, version, bodyEncrypted, updatedAt }: typeof reportDrafts.$inferSelect): Draft => ({
    draftId: id,
    version,
    form: cipher.decryptJson(bodyEncrypted, context(id)),
    updatedAt,
  })
  const owned = (ownerId: string, draftId: string) =>
    and(eq(reportDrafts.id, draftId), eq(reportDrafts.ownerId, ownerId))

  return {
    /** The same id again gives back what is there: a repeated request makes no second draft. */
    async create(ownerId: string, draftId: string, form: unknown): Promise<Draft | undefined> {
      const bodyEncrypted = cipher.encryptJson(form, context(draftId))
      await database
        .insert(reportDrafts)
        .values({ id: draftId, ownerId, version: 1, bodyEncrypted, updatedAt: sql`clock_timestamp()` })
        .onConflictDoNothing()
      return this.read(ownerId, draftId)
    },

    async read(ownerId: string, draftId: string): Promise<Draft | undefined> {
      const [row] = await database.select().from(reportDrafts).where(owned(ownerId, draftId))
      return row === undefined ? undefined : open(row)
    },

    /** Open drafts, the one that was touched last first. */
    async list(ownerId: string): Promise<readonly Draft[]> {
      const rows = await database
        .select()
        .from(reportDrafts)
        .where(and(eq(reportDrafts.ownerId, ownerId), isNull(reportDrafts.claimId)))
        .orderBy(desc(reportDrafts.updatedAt))
        .limit(50)
      return rows.map(open)
    },

    /** The next version, if `version` is still the newest and nothing was registered from it; else undefined. */
    async save(ownerId: string, draftId: string, version: number, form: unknown): Promise<Draft | undefined> {
      const [row] = await database
        .update(reportDrafts)
        .set({
          version: version + 1,
          bodyEncrypted: cipher.encryptJson(form, context(draftId)),
          updatedAt: sql`clock_timestamp()`,
        })
        .where(and(owned(ownerId, draftId), eq(reportDrafts.version, version), isNull(reportDrafts.claimId)))
        .returning()
      return row === undefined ? undefined : open(row)
    },

    async remove(ownerId: string, draftId: string): Promise<void> {
      await database.delete(reportDrafts).where(and(owned(ownerId, draftId), isNull(reportDrafts.claimId)))
    },
  }
}
