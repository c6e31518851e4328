import { and, eq, lt, sql } from 'drizzle-orm'
import type { Told } from '../domain/claim/told.ts'
import { refuse } from '../domain/errors.ts'
import type { Database } from './client.ts'
import { claims } from './schema/index.ts'

const snapshot = { claimId: claims.id, told: claims.told, epoch: claims.epoch, version: claims.version }

/** The claim as the workflow is to know it now. */
export async function readTold(database: Database, claimId: string): Promise<Told> {
  const [row] = await database.select(snapshot).from(claims).where(eq(claims.id, claimId))
  if (row === undefined) refuse('notFound')
  return { ...row.told, claimId, epoch: row.epoch, version: row.version }
}

/** The workflow has it: never lowers what is known, nor touches another epoch. */
export async function markTold(database: Database, { claimId, epoch, version }: Told): Promise<void> {
  await database
    .update(claims)
    .set({ toldVersion: version, tellTries: 0, tellAfter: null })
    .where(and(eq(claims.id, claimId), eq(claims.epoch, epoch), lt(claims.toldVersion, version)))
}

/** Claims whose newest state has waited for longer than it should, oldest first. */
export async function readUntold(
  database: Database,
  waitedMs: number,
  limit: number,
): Promise<readonly Told[]> {
  const rows = await database
    .select(snapshot)
    .from(claims)
    .where(
      sql`${claims.toldVersion} < ${claims.version}
        and ${claims.updatedAt} < clock_timestamp() - ${waitedMs} * interval '1 millisecond'
        and (${claims.tellAfter} is null or ${claims.tellAfter} < clock_timestamp())`,
    )
    .orderBy(claims.updatedAt)
    .limit(limit)
  return rows.map((row) => ({ ...row.told, claimId: row.claimId, epoch: row.epoch, version: row.version }))
}

/**
 * A claim that could not be told is tried again later and later, so that it holds up nobody else; after eight
 * seconds at the latest, because what could not be reached may be back.
 */
export async function postponeTelling(database: Database, claimId: string): Promise<void> {
  await database
    .update(claims)
    .set({
      tellTries: sql`${claims.tellTries} + 1`,
      tellAfter: sql`clock_timestamp() + power(2, least(${claims.tellTries}, 3)) * interval '1 second'`,
    })
    .where(eq(claims.id, claimId))
}
