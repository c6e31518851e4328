import { type Calendar, addWorkingDays, workingDayUpTo } from '../time/calendar.ts'
import { addCivilDays, civilDateOf, startOfDay } from '../time/civil-date.ts'
import { addAmount, addDuration, amountOf, countsDays } from '../time/duration.ts'
import type { CivilDate, Instant } from '../time/instant.ts'
import type { Clock, ClockSpec, ClockStep } from './clock.ts'

export type Counted = Pick<Clock, 'spec' | 'startedAt' | 'pausedAmount'>

const wholeShare = 10_000
const millisecondsPerMinute = 60_000

/** The last instant in time: the whole term from its start, lengthened by what stood still. */
export function termEnd(clock: Counted, calendar: Calendar): Instant {
  const { measure, amount } = amountOf(clock.spec.target, clock.spec.statutory)
  return addAmount(clock.startedAt, measure, amount + clock.pausedAmount, calendar)
}

/** All steps of a clock whose term ends at `dueAt`, with the ladder set back by `ladderHeld` milliseconds. */
export function schedule(
  clock: Counted,
  dueAt: Instant,
  ladderHeld: number,
  calendar: Calendar,
): ClockStep[] {
  const steps: ClockStep[] = []
  if (clock.spec.warnShareBasisPoints > 0) {
    steps.push({ step: 'warn', at: warning(clock, calendar) })
  }
  let reached = dueAt + 1
  steps.push({ step: 'breach', at: reached })
  for (const { after, action, level } of clock.spec.ladder) {
    reached = Math.max(reached, addDuration(dueAt + ladderHeld, after, calendar))
    steps.push({ step: 'rung', at: reached, rung: { action, level } })
  }
  return steps
}

/** Throws a RangeError for a row that no clock can be started from. */
export function assertSpec(spec: ClockSpec): void {
  const { warnShareBasisPoints: share, target, ladder } = spec
  if (amountOf(target).amount < 1) throw new RangeError(`the term of ${spec.kind} has no length`)
  if (!(Number.isInteger(share) && share >= 0 && share <= wholeShare)) {
    throw new RangeError(`${share} is not a share of a term in basis points`)
  }
  for (const rung of ladder) amountOf(rung.after)
}

/**
 * A term in time warns when the share has passed. A term in days warns when work begins on the day on which the
 * share is reached, moved back to a working day if there is one since the start: nobody reads a warning at night.
 */
function warning(clock: Counted, calendar: Calendar): Instant {
  const { measure, amount } = amountOf(clock.spec.target, clock.spec.statutory)
  const part = Math.ceil((amount * clock.spec.warnShareBasisPoints) / wholeShare)
  if (!countsDays(measure)) {
    return addAmount(clock.startedAt, measure, part + clock.pausedAmount, calendar)
  }
  const days = part + clock.pausedAmount
  const first = civilDateOf(clock.startedAt)
  const reached =
    measure === 'workingDays'
      ? addWorkingDays(first, days, calendar)
      : lastWorkingDay(first, addCivilDays(first, days), calendar)
  return startOfDay(reached) + calendar.opens * millisecondsPerMinute
}

function lastWorkingDay(after: CivilDate, upTo: CivilDate, calendar: Calendar): CivilDate {
  const worked = workingDayUpTo(upTo, calendar)
  return worked > after ? worked : upTo
}
