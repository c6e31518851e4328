import { inArray } from 'drizzle-orm'
import type { Instant } from '../domain/time/instant.ts'
import type { Database } from './client.ts'
import { failingClaims } from './schema/index.ts'

/** What a worker tells of a claim whose commands fail by a bug, so that somebody else can give it to a person. */
export interface NotedFailure {
  readonly claimId: string
  readonly command: string
  readonly since: Instant
}

export async function readFailingClaims(database: Database): Promise<readonly string[]> {
  const rows = await database.select({ claimId: failingClaims.claimId }).from(failingClaims)
  return rows.map(({ claimId }) => claimId)
}

/** What is noted already stays as it was noted first. */
export async function noteFailingClaims(
  database: Database,
  failures: readonly NotedFailure[],
): Promise<void> {
  if (failures.length === 0) return
  await database
    .insert(failingClaims)
    .values([...failures])
    .onConflictDoNothing()
}

export async function forgetFailingClaims(database: Database, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return
  await database.delete(failingClaims).where(inArray(failingClaims.claimId, [...claimIds]))
}
