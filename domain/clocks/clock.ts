import type { ClockKind, EscalationAction } from '../rules/vocabulary.ts'
import type { Duration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'

export interface LadderRung {
  /** Counted from the end of the term, whatever the hour at which the breach was recorded. */
  readonly after: Duration
  readonly action: EscalationAction
  readonly level: number
}

/** The rows of the tables of targets and of the ladder, as they stood when the clock was started. */
export interface ClockSpec {
  readonly kind: ClockKind
  readonly target: Duration
  /** A term of the law: a last day that is a day of rest moves to the next working day (Civil Code art. 203). */
  readonly statutory: boolean
  /** The part of the term after which to warn: 8000 for four fifths, 0 for no warning. */
  readonly warnShareBasisPoints: number
  /** In the order in which the rungs are climbed. */
  readonly ladder: readonly LadderRung[]
  readonly ruleVersion: string
}

/** Something that the clock itself brings about; it is due from `at` on. */
export type ClockStep =
  | { readonly at: Instant; readonly step: 'warn' }
  | { readonly at: Instant; readonly step: 'breach' }
  | {
      readonly at: Instant
      readonly step: 'rung'
      readonly rung: { action: EscalationAction; level: number }
    }

/**
 * A clock of a claim. It is JSON as it stands. `dueAt` is the last instant that is in time; the breach is due one
 * millisecond later. A breach does not end the clock: the duty stays open, and the ladder runs, until it is done.
 */
export interface Clock {
  readonly spec: ClockSpec
  /** The version of the calendar with which the clock was started, and by which it is always counted. */
  readonly calendarVersion: string
  readonly startedAt: Instant
  readonly dueAt: Instant
  /** The warning, the breach and the rungs, in order and never earlier than the one before. */
  readonly steps: readonly ClockStep[]
  /** How many of the steps have been taken; they are taken in order, each once. */
  readonly stepsTaken: number
  readonly pausedAt: Instant | null
  /** Time stood still before the breach, in what the target counts: milliseconds, or days of its kind. */
  readonly pausedAmount: number
  /** Milliseconds for which the ladder was held after the breach; the term itself is over by then. */
  readonly ladderHeld: number
  readonly breachedAt: Instant | null
  readonly doneAt: Instant | null
}

export type ClockState = 'running' | 'paused' | 'breached' | 'doneInTime' | 'doneLate'

/** A breached clock that is held still counts as breached: what is late stays in sight. */
export function clockState(clock: Clock): ClockState {
  if (clock.doneAt !== null) return clock.breachedAt === null ? 'doneInTime' : 'doneLate'
  if (clock.breachedAt !== null) return 'breached'
  return clock.pausedAt === null ? 'running' : 'paused'
}

export function inTime(clock: Clock): boolean {
  return clockState(clock) === 'doneInTime'
}

/** When the clock warns or has warned; null when its target asks for no warning. */
export function warnAt(clock: Clock): Instant | null {
  return clock.steps.find((step) => step.step === 'warn')?.at ?? null
}
