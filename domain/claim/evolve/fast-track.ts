import { assert } from '../../errors.ts'
import type { FastTrack } from '../fast-track-state.ts'
import type { ClaimState } from '../state.ts'
import type { Evolvers } from './evolvers.ts'

function change(state: ClaimState, changes: Partial<FastTrack>): ClaimState {
  assert(state.fastTrack !== undefined, 'the fast track was asked for')
  return { ...state, fastTrack: { ...state.fastTrack, ...changes } }
}

/** A claim on the fast track, and off it. */
export const evolveFastTrack = {
  fastTrackEntered: (state, { check }, at) => change(state, { standing: 'running', enteredAt: at, check }),
  fastTrackLeft: (state, { reason, refused, check }, at) =>
    change(state, {
      standing: 'left',
      left: { at, reason, refused },
      ...(check === null ? {} : { check }),
    }),
  fastTrackReleased: (state, { sampled }) => change(state, { standing: 'released', sampled }),
  fastTrackReviewed: (state, { finding, by }, at) => change(state, { review: { finding, by, at } }),
} satisfies Partial<Evolvers>
