import type { ClockKind } from '../../domain/rules/vocabulary.ts'
import type { ClaimJourney } from '../../test/support/claim-journey.ts'
import type { RunningClaims } from '../../test/support/running-claims.ts'

/** What a path is played with. */
export interface Scene {
  readonly running: RunningClaims
  readonly journey: ClaimJourney
  /** From now on the database seems to be away for the commands that this claim's workflow issues, for so long. */
  readonly databaseAway: (claimId: string, milliseconds: number) => void
}

/** One way through the life of a claim: played by people, the bank and the clocks, with the workflow in between. */
export interface Path {
  /** Terms that end while it is played, in milliseconds. */
  readonly terms?: Readonly<Partial<Record<ClockKind, number>>>
  /** Payments whose workflows leave a history as well. */
  readonly payments?: number
  /** Runs of the claim's workflow, where it ends more than once. */
  readonly runs?: number
  /** Plays up to where the claim goes to its archive by itself; answers with its id. */
  readonly play: (scene: Scene) => Promise<string>
}
