import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Identity } from '../identity/identity.ts'
import { claims, fastTrackSamples } from '../schema/index.ts'
import { branchesOf, withinBranches } from './branches-of.ts'

const most = 500

/** Claims drawn for the audit of the fast track, of the branches that the reader may see. */
export async function readFastTrackSamples(database: Database, identity: Identity) {
  const rows = await database
    .select({
      claimId: fastTrackSamples.claimId,
      caseNumber: claims.caseNumber,
      state: claims.state,
      drawnAt: fastTrackSamples.drawnAt,
      finding: fastTrackSamples.finding,
      reviewedBy: fastTrackSamples.reviewedBy,
      reviewedAt: fastTrackSamples.reviewedAt,
    })
    .from(fastTrackSamples)
    .innerJoin(claims, eq(claims.id, fastTrackSamples.claimId))
    .where(withinBranches(fastTrackSamples.branchId, branchesOf(identity, 'readFastTrack')))
    .orderBy(asc(isNotNull(fastTrackSamples.finding)), desc(fastTrackSamples.drawnAt))
    .limit(most)
  return rows.map(({ state, ...row }) => ({ ...row, paidMinor: state.fastTrack?.asked.agreedMinor ?? 0 }))
}
