import type { FollowedClaim } from './followed-claim.ts'

function earliestStep({ told }: FollowedClaim): number | null {
  const instants = told.clocks.map((clock) => clock.nextAt)
  return instants.length === 0 ? null : Math.min(...instants)
}

/**
 * Watches the clocks of a claim: one timer, armed for the earliest step and left
 * alone when that moves later. The database's clock decides what is due.
 */
export async function watchClocks(claim: FollowedClaim): Promise<void> {
  while (!claim.isOver) {
    const armed = earliestStep(claim)
    await claim.wait(armed, () => isEarlier(earliestStep(claim), armed))
    const earliest = earliestStep(claim)
    if (claim.isOver || earliest === null || earliest > Date.now()) continue
    await claim.command('takeClockSteps', {})
  }
}

function isEarlier(found: number | null, than: number | null): boolean {
  return found !== null && (than === null || found < than)
}
