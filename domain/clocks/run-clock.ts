import type { Calendar } from '../time/calendar.ts'
import { amountBetween, amountOf } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { Clock, ClockSpec, ClockStep } from './clock.ts'
import { assertSpec, schedule, termEnd } from './schedule.ts'

/**
 * Starts a clock at the instant from which its duty runs, which may lie in the past: a parcel counts from its
 * receipt, not from its entry. Steps that are due by then are taken by the next command like any others.
 */
export function startClock(spec: ClockSpec, startedAt: Instant, calendar: Calendar): Clock {
  assertSpec(spec)
  const counted = { spec, startedAt, pausedAmount: 0 }
  const dueAt = termEnd(counted, calendar)
  return {
    ...counted,
    calendarVersion: calendar.version,
    dueAt,
    steps: schedule(counted, dueAt, 0, calendar),
    stepsTaken: 0,
    pausedAt: null,
    ladderHeld: 0,
    breachedAt: null,
    doneAt: null,
  }
}

/**
 * Stops the clock, and the ladder of one that is breached already. Every command takes the steps that are due
 * before it does anything else, so a step left over here is a bug and throws.
 */
export function pauseClock(clock: Clock, at: Instant): Clock {
  assertOpen(clock)
  if (clock.pausedAt !== null) throw new RangeError(`the clock ${clock.spec.kind} is paused already`)
  assertStepsTaken(clock, at)
  return { ...clock, pausedAt: Math.max(at, clock.startedAt) }
}

/**
 * Lets the clock go on with what was left of its term. In days, the day of the pause counts and the day of the
 * resumption does not count again: of the two readings of Interpretation II, art. 15 ("from the day … to the
 * day …") this one leaves the insurer a day less, and is in time under both.
 */
export function resumeClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  assertOpen(clock)
  if (clock.pausedAt === null) throw new RangeError(`the clock ${clock.spec.kind} is not paused`)
  if (calendar.version !== clock.calendarVersion) {
    throw new RangeError(
      `the clock was started by calendar ${clock.calendarVersion}, not ${calendar.version}`,
    )
  }
  // The database's clock may be set back while the claim waits; a pause is then empty, never negative.
  const resumedAt = Math.max(at, clock.pausedAt)
  if (clock.breachedAt !== null) {
    const ladderHeld = clock.ladderHeld + resumedAt - clock.pausedAt
    return reschedule({ ...clock, ladderHeld, pausedAt: null }, calendar)
  }
  const { measure } = amountOf(clock.spec.target, clock.spec.statutory)
  const pausedAmount = clock.pausedAmount + amountBetween(clock.pausedAt, resumedAt, measure, calendar)
  const resumed = { ...clock, pausedAmount, pausedAt: null }
  // Paused at the very last instant of the working day, nothing is left to shift; yet it was not late.
  const dueAt = Math.max(termEnd(resumed, calendar), resumedAt)
  return reschedule({ ...resumed, dueAt }, calendar)
}

/**
 * The duty is done. A clock that is paused resumes at that instant, so that `dueAt` tells what the term was.
 * Done after `dueAt` without the breach having been taken is a bug and throws: of "done in time" and "breached"
 * exactly one must hold.
 */
export function finishClock(clock: Clock, at: Instant, calendar: Calendar): Clock {
  assertOpen(clock)
  const running = clock.pausedAt === null ? clock : resumeClock(clock, at, calendar)
  if (running.breachedAt === null && at > running.dueAt) {
    throw new RangeError(`the breach of ${clock.spec.kind} must be taken before the clock is finished`)
  }
  // A clock set back must not date the end before the start, nor a late end into the term.
  return { ...running, doneAt: Math.max(at, running.startedAt, running.breachedAt ?? running.startedAt) }
}

/** The steps that are due and have not been taken, in order; none while the clock is paused or when it is done. */
export function dueSteps(clock: Clock, now: Instant): readonly ClockStep[] {
  return stepsLeft(clock).filter((step) => step.at <= now)
}

/** Takes the next step. Any other step, or one that is not due, is a bug and throws. */
export function takeStep(clock: Clock, step: ClockStep, now: Instant): Clock {
  const [next] = dueSteps(clock, now)
  if (next === undefined || next.step !== step.step || next.at !== step.at) {
    throw new RangeError(`${step.step} is not the next step of ${clock.spec.kind}`)
  }
  const breachedAt = next.step === 'breach' ? now : clock.breachedAt
  return { ...clock, stepsTaken: clock.stepsTaken + 1, breachedAt }
}

/** Takes all steps that are due, and says which: what a command does before anything else. */
export function takeDueSteps(clock: Clock, now: Instant): { clock: Clock; taken: readonly ClockStep[] } {
  const taken = dueSteps(clock, now)
  return { clock: taken.reduce((reached, step) => takeStep(reached, step, now), clock), taken }
}

/** When to look at the clock next; null when it is paused, done, or has come to the end of its ladder. */
export function nextStepAt(clock: Clock): Instant | null {
  return stepsLeft(clock)[0]?.at ?? null
}

function stepsLeft(clock: Clock): readonly ClockStep[] {
  return clock.pausedAt !== null || clock.doneAt !== null ? [] : clock.steps.slice(clock.stepsTaken)
}

/** Steps that were taken keep the instant at which they were due; the rest moves. */
function reschedule(clock: Clock, calendar: Calendar): Clock {
  const moved = schedule(clock, clock.dueAt, clock.ladderHeld, calendar)
  return { ...clock, steps: [...clock.steps.slice(0, clock.stepsTaken), ...moved.slice(clock.stepsTaken)] }
}

function assertOpen(clock: Clock): void {
  if (clock.doneAt !== null) throw new RangeError(`the clock ${clock.spec.kind} is done already`)
}

function assertStepsTaken(clock: Clock, at: Instant): void {
  const [due] = dueSteps(clock, at)
  if (due !== undefined)
    throw new RangeError(`${due.step} of ${clock.spec.kind} is due and must be taken first`)
}
