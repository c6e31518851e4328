import { eq } from 'drizzle-orm'
import type { ClaimState } from '../domain/claim/state.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Transaction } from './client.ts'
import { fastTrackSamples } from './schema/index.ts'

/** The list of claims drawn for the audit of the fast track, and what was found in each. */
export async function projectFastTrackSample(
  tx: Transaction,
  before: ClaimState | null,
  after: ClaimState,
  now: Instant,
): Promise<void> {
  const { fastTrack } = after
  if (fastTrack?.sampled !== true || fastTrack === before?.fastTrack) return
  const { id: claimId, branchId } = after
  if (before?.fastTrack?.sampled !== true)
    await tx.insert(fastTrackSamples).values({ claimId, branchId, drawnAt: now })
  const { review } = fastTrack
  if (review === null) return
  await tx
    .update(fastTrackSamples)
    .set({ finding: review.finding, reviewedBy: review.by, reviewedAt: review.at })
    .where(eq(fastTrackSamples.claimId, claimId))
}
