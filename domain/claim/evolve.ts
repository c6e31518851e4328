import { assert } from '../errors.ts'
import type { Instant } from '../time/instant.ts'
import type { ClaimEvent } from './events.ts'
import { evolveAdjustment } from './evolve/adjustment.ts'
import { evolveCourse } from './evolve/course.ts'
import { evolveFastTrack } from './evolve/fast-track.ts'
import { evolveMoney } from './evolve/money.ts'
import { evolveReview } from './evolve/review.ts'
import type { Evolvers } from './evolve/evolvers.ts'
import type { ClaimState } from './state.ts'

const evolvers = {
  ...evolveCourse,
  ...evolveReview,
  ...evolveAdjustment,
  ...evolveMoney,
  ...evolveFastTrack,
} satisfies Omit<Evolvers, 'claimRegistered'>

/** The state after one more event. The same events give the same state, always. */
export function evolve(state: ClaimState | null, event: ClaimEvent, at: Instant): ClaimState {
  if (event.type === 'claimRegistered') {
    assert(state === null, 'a claim is registered once')
    return event.data.state
  }
  assert(state !== null, `${event.type} needs a registered claim`)
  const evolver = evolvers[event.type] as (state: ClaimState, data: unknown, at: Instant) => ClaimState
  return evolver(state, event.data, at)
}
