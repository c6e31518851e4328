import type { FollowedClaim } from './followed-claim.ts'

const patience = 5000

function earliestStep({ told }: FollowedClaim): number | null {
  const instants = told.clocks.map((clock) => clock.nextAt)
  return instants.length === 0 ? null : Math.min(...instants)
}

/**
 * Watches the clocks of a claim: one timer, armed for the earliest step and left
 * alone when that moves later. The database's clock decides what is due; if ours is
 * ahead of it, we look again after a while instead of asking in a circle.
 */
export async function watchClocks(claim: FollowedClaim): Promise<void> {
  while (!claim.isOver) {
    const armed = earliestStep(claim)
    await claim.wait(armed, () => claim.isArchived || isEarlier(earliestStep(claim), armed))
    const earliest = earliestStep(claim)
    if (claim.isOver || earliest === null || earliest > Date.now()) continue
    await claim.command('takeClockSteps', {})
    if (earliestStep(claim) === earliest) {
      await claim.wait(
        Date.now() + patience,
        () => claim.isArchived || isEarlier(earliestStep(claim), earliest),
      )
    }
  }
}

function isEarlier(found: number | null, than: number | null): boolean {
  return found !== null && (than === null || found < than)
}
