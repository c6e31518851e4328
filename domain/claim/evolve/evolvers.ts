import type { Instant } from '../../time/instant.ts'
import type { EventData, EventType } from '../events.ts'
import type { ClaimState } from '../state.ts'

/** How one kind of event changes the state; `at` is the instant of the command. */
export type Evolver<T extends EventType> = (state: ClaimState, data: EventData[T], at: Instant) => ClaimState
export type Evolvers = { readonly [T in EventType]: Evolver<T> }
