import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clock, type ClockSpec, clockState, inTime, warnAt } from '../../../domain/clocks/clock.ts'
import {
  dueSteps,
  finishClock,
  nextStepAt,
  pauseClock,
  resumeClock,
  startClock,
  takeDueSteps,
  takeStep,
} from '../../../domain/clocks/run-clock.ts'
import type { Duration, DurationUnit } from '../../../domain/time/duration.ts'
import { at, calendar2026 } from '../time/calendar-2026.ts'

const monday = at('2026-03-09T10:00:00')

function spec(target: Duration, changes: Partial<ClockSpec> = {}): ClockSpec {
  const ladder: ClockSpec['ladder'] = [
    { after: { value: 0, unit: 'minutes' }, action: 'remind', level: 0 },
    { after: { value: 4, unit: 'workingHours' }, action: 'informSupervisor', level: 1 },
    { after: { value: 1, unit: 'workingDays' }, action: 'reassign', level: 2 },
  ]
  const rest = { statutory: false, warnShareBasisPoints: 8000, ladder, ruleVersion: '1' }
  return { kind: 'determination', target, ...rest, ...changes }
}

const start = (target: Duration, from = monday, changes: Partial<ClockSpec> = {}) =>
  startClock(spec(target, changes), from, calendar2026)
const law = (days: number, from = monday) =>
  start({ value: days, unit: 'calendarDays' }, from, { statutory: true })
const minutes = (value: number): Duration => ({ value, unit: 'minutes' })
const stepNames = (clock: Clock, now: number) => dueSteps(clock, now).map((step) => step.step)

describe('start', () => {
  it.each([
    [minutes(30), '2026-03-09T10:30:00.000', '2026-03-09T10:24:00.000'],
    [{ value: 4, unit: 'workingHours' }, '2026-03-09T14:00:00.000', '2026-03-09T13:12:00.000'],
    [{ value: 8, unit: 'workingHours' }, '2026-03-09T18:00:00.000', '2026-03-09T16:24:00.000'],
    [{ value: 5, unit: 'calendarDays' }, '2026-03-14T23:59:59.999', '2026-03-13T09:00:00.000'],
    [{ value: 5, unit: 'workingDays' }, '2026-03-16T23:59:59.999', '2026-03-13T09:00:00.000'],
  ] as const)('%o from Monday 10:00 is due %s and warns %s', (target, due, warning) => {
    const clock = start(target)
    expect(clock.dueAt).toBe(at(due))
    expect(warnAt(clock)).toBe(at(warning))
  })

  it.each([
    [1, '2026-03-10T23:59:59.999', '2026-03-10T09:00:00.000'],
    [3, '2026-03-12T23:59:59.999', '2026-03-12T09:00:00.000'],
    [5, '2026-03-16T23:59:59.999', '2026-03-13T09:00:00.000'],
    [10, '2026-03-19T23:59:59.999', '2026-03-17T09:00:00.000'],
    [30, '2026-04-08T23:59:59.999', '2026-04-02T09:00:00.000'],
    [60, '2026-05-08T23:59:59.999', '2026-04-24T09:00:00.000'],
  ])(
    '%i days of the law from Monday 10:00 are due %s and warn %s (民法典 art. 201, 203)',
    (days, due, warning) => {
      const clock = law(days)
      expect(clock.dueAt).toBe(at(due))
      expect(warnAt(clock)).toBe(at(warning))
    },
  )

  it('warns before a holiday when the last days of the term are days of rest', () => {
    const clock = law(5, at('2026-09-28T10:00:00'))
    expect(clock.dueAt).toBe(at('2026-10-08T23:59:59.999'))
    expect(warnAt(clock)).toBe(at('2026-09-30T09:00:00'))
  })

  it('warns on the day itself when nobody works between the start and the end', () => {
    const clock = start({ value: 1, unit: 'calendarDays' }, at('2026-10-02T10:00:00'))
    expect(warnAt(clock)).toBe(at('2026-10-03T09:00:00'))
  })

  it('has no warning when its row asks for none', () => {
    const clock = start(minutes(3), monday, { warnShareBasisPoints: 0 })
    expect(warnAt(clock)).toBeNull()
    expect(nextStepAt(clock)).toBe(clock.dueAt + 1)
  })

  it.each([
    ['no length', minutes(0), {}],
    ['half a day', { value: 0.5, unit: 'workingDays' }, {}],
    ['a century', { value: 36_500, unit: 'calendarDays' }, {}],
    ['a warning after the end', minutes(30), { warnShareBasisPoints: 10_001 }],
    ['a warning before the start', minutes(30), { warnShareBasisPoints: -1 }],
    [
      'a rung before the breach',
      minutes(3),
      { ladder: [{ after: minutes(-1), action: 'remind', level: 0 }] },
    ],
  ] as const)('refuses a row with %s', (_, target, changes) => {
    expect(() => start(target, monday, changes)).toThrow(RangeError)
  })
})

describe('steps', () => {
  it('what happens at the due instant is in time; the breach is due a millisecond later', () => {
    const clock = start(minutes(30))
    expect(stepNames(clock, clock.dueAt)).toEqual(['warn'])
    expect(stepNames(clock, clock.dueAt + 1)).toEqual(['warn', 'breach', 'rung'])
    expect(inTime(finishClock(clock, clock.dueAt, calendar2026))).toBe(true)
  })

  it('a clock cannot be finished late without its breach (the one excludes the other)', () => {
    const clock = start(minutes(30))
    expect(() => finishClock(clock, clock.dueAt + 1, calendar2026)).toThrow(/breach/)
    const { clock: breached } = takeDueSteps(clock, clock.dueAt + 1)
    const done = finishClock(breached, clock.dueAt + 5, calendar2026)
    expect(clockState(done)).toBe('doneLate')
    expect(inTime(done)).toBe(false)
  })

  it('a breach does not end the clock: the ladder goes on until the duty is done', () => {
    const clock = start(minutes(30))
    const { clock: breached, taken } = takeDueSteps(clock, clock.dueAt + 1)
    expect(taken.map((step) => step.step)).toEqual(['warn', 'breach', 'rung'])
    expect(clockState(breached)).toBe('breached')
    expect(nextStepAt(breached)).toBe(at('2026-03-09T14:30:00'))
    expect(dueSteps(breached, at('2026-03-10T23:59:59.999')).map((step) => step.step)).toEqual([
      'rung',
      'rung',
    ])
    const done = finishClock(breached, at('2026-03-09T14:30:00'), calendar2026)
    expect(nextStepAt(done)).toBeNull()
    expect(stepNames(done, at('2027-01-01T00:00:00'))).toEqual([])
  })

  it('a step is taken once, in its turn, and not before it is due', () => {
    const clock = start(minutes(30))
    const [warn, breach] = clock.steps
    if (warn === undefined || breach === undefined) throw new Error('a clock has these steps')
    expect(() => takeStep(clock, breach, breach.at)).toThrow(RangeError)
    expect(() => takeStep(clock, warn, warn.at - 1)).toThrow(RangeError)
    const warned = takeStep(clock, warn, warn.at)
    expect(() => takeStep(warned, warn, warn.at)).toThrow(RangeError)
    const { clock: breached } = takeDueSteps(clock, breach.at)
    const [, , , first, second] = breached.steps
    if (first === undefined || second === undefined) throw new Error('the ladder has three rungs')
    expect(() => takeStep(breached, second, second.at)).toThrow(RangeError)
    expect(takeStep(breached, first, second.at).stepsTaken).toBe(4)
    expect(takeStep(warned, breach, breach.at).breachedAt).toBe(breach.at)
  })

  it('rungs written in the wrong order are still climbed in the order of the row', () => {
    const ladder: ClockSpec['ladder'] = [
      { after: minutes(20), action: 'remind', level: 0 },
      { after: minutes(10), action: 'reassign', level: 1 },
    ]
    const clock = start(minutes(30), monday, { ladder })
    expect(clock.steps.slice(2).map((step) => step.at - clock.dueAt)).toEqual([1_200_000, 1_200_000])
  })
})

describe('pauses', () => {
  it('the days from the notice to the supplement are not counted (保险法 Interpretation II art. 15)', () => {
    const clock = law(30)
    const paused = pauseClock(clock, at('2026-03-12T15:00:00'))
    expect(clockState(paused)).toBe('paused')
    expect(nextStepAt(paused)).toBeNull()
    expect(dueSteps(paused, at('2027-01-01T00:00:00'))).toEqual([])
    const resumed = resumeClock(paused, at('2026-03-26T09:00:00'), calendar2026)
    expect(resumed.dueAt).toBe(at('2026-04-22T23:59:59.999'))
    expect(warnAt(resumed)).toBe(at('2026-04-16T09:00:00'))
  })

  it('a last day is moved to a working day once, not again at each pause (民法典 art. 203)', () => {
    // Thirty days from 5 March end on Saturday 4 April, in the Qingming holiday, and move to Tuesday 7 April.
    const clock = law(30, at('2026-03-05T10:00:00'))
    expect(clock.dueAt).toBe(at('2026-04-07T23:59:59.999'))
    const resumed = resumeClock(
      pauseClock(clock, at('2026-03-09T10:00:00')),
      at('2026-03-13T10:00:00'),
      calendar2026,
    )
    expect(resumed.dueAt).toBe(at('2026-04-08T23:59:59.999'))
  })

  it('working time that was left is kept over nights and weekends', () => {
    const clock = start({ value: 4, unit: 'workingHours' }, at('2026-03-13T16:00:00'))
    const resumed = resumeClock(
      pauseClock(clock, at('2026-03-13T17:00:00')),
      at('2026-03-15T12:00:00'),
      calendar2026,
    )
    expect(resumed.dueAt).toBe(at('2026-03-16T12:00:00'))
  })

  it('the warning moves with the end of the term', () => {
    const resumed = resumeClock(
      pauseClock(start(minutes(30)), monday + 60_000),
      monday + 660_000,
      calendar2026,
    )
    expect(warnAt(resumed)).toBe(monday + 34 * 60_000)
    expect(resumed.dueAt).toBe(monday + 40 * 60_000)
  })

  it('a clock paused at its last instant is not late when it resumes at night', () => {
    const clock = start({ value: 8, unit: 'workingHours' }, at('2026-03-09T10:00:00'))
    const { clock: warned } = takeDueSteps(clock, clock.dueAt)
    const night = at('2026-03-09T22:00:00')
    const resumed = resumeClock(pauseClock(warned, clock.dueAt), night, calendar2026)
    expect(resumed.dueAt).toBe(night)
    expect(inTime(finishClock(resumed, night, calendar2026))).toBe(true)
  })

  it('a clock that is finished while it is paused tells what its term would have been', () => {
    const paused = pauseClock(start(minutes(30)), monday + 600_000)
    const done = finishClock(paused, monday + 7_200_000, calendar2026)
    expect(inTime(done)).toBe(true)
    expect(done.dueAt).toBe(monday + 7_200_000 + 1_200_000)
  })

  it('a breached clock holds its ladder, and its breach stands', () => {
    const clock = start(minutes(30))
    const { clock: breached } = takeDueSteps(clock, clock.dueAt + 1)
    const held = pauseClock(breached, at('2026-03-09T11:00:00'))
    expect(clockState(held)).toBe('breached')
    expect(nextStepAt(held)).toBeNull()
    const resumed = resumeClock(held, at('2026-03-10T11:00:00'), calendar2026)
    expect(resumed.dueAt).toBe(clock.dueAt)
    expect(nextStepAt(resumed)).toBe(at('2026-03-10T14:30:00'))
    expect(resumed.steps.slice(0, 3)).toEqual(breached.steps.slice(0, 3))
    const heldAgain = pauseClock(resumed, at('2026-03-10T12:00:00'))
    const resumedAgain = resumeClock(heldAgain, at('2026-03-11T12:00:00'), calendar2026)
    expect(nextStepAt(resumedAgain)).toBe(at('2026-03-11T14:30:00'))
  })

  it('the calendar of the start counts to the end, whatever is published meanwhile', () => {
    const paused = pauseClock(start({ value: 5, unit: 'workingDays' }), monday + 1)
    const next = { ...calendar2026, version: '2026-2' }
    expect(() => resumeClock(paused, monday + 2, next)).toThrow(/calendar/)
  })

  it('a clock is paused once, after its steps, and not when it is done', () => {
    const clock = start(minutes(30))
    expect(() => pauseClock(clock, clock.dueAt)).toThrow(/warn/)
    const paused = pauseClock(clock, monday)
    expect(() => pauseClock(paused, monday)).toThrow(/paused/)
    expect(() => resumeClock(clock, monday, calendar2026)).toThrow(/not paused/)
    const done = finishClock(clock, monday, calendar2026)
    expect(() => pauseClock(done, monday)).toThrow(/done/)
    expect(() => finishClock(done, monday, calendar2026)).toThrow(/done/)
  })
})

describe('a database clock that is set back by an hour', () => {
  it('makes no negative pause', () => {
    const paused = pauseClock(start(minutes(30)), monday + 60_000)
    const resumed = resumeClock(paused, monday - 3_540_000, calendar2026)
    expect(resumed.pausedAmount).toBe(0)
    expect(resumed.dueAt).toBe(monday + 1_800_000)
  })

  it('dates neither a pause nor the end before the start', () => {
    const paused = pauseClock(start(minutes(30)), monday - 3_600_000)
    expect(resumeClock(paused, monday, calendar2026).pausedAmount).toBe(0)
    expect(finishClock(start(minutes(30)), monday - 3_600_000, calendar2026).doneAt).toBe(monday)
  })

  it('does not turn a breach into an end in time', () => {
    const clock = start(minutes(30))
    const { clock: breached } = takeDueSteps(clock, clock.dueAt + 1)
    const done = finishClock(breached, clock.dueAt - 1, calendar2026)
    expect(done.doneAt).toBe(clock.dueAt + 1)
    expect(clockState(done)).toBe('doneLate')
  })
})

const units: DurationUnit[] = [
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'calendarDays',
  'workingDays',
  'workingHours',
]
const someLaw = fc.record({ statutory: fc.boolean() })
const someTarget = fc.record({ value: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom(...units) })
const someInstant = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2026-10-31T00:00:00') })
const someGap = fc.oneof(fc.integer({ min: 0, max: 7_200_000 }), fc.integer({ min: 0, max: 10 * 86_400_000 }))

describe('whatever happens to a clock', () => {
  it('two pauses one after the other are worth one long pause', () => {
    fc.assert(
      fc.property(
        someTarget,
        someLaw,
        someInstant,
        someGap,
        someGap,
        (target, statutory, from, first, second) => {
          const paused = pauseClock(start(target, from, statutory), from)
          const once = resumeClock(paused, from + first + second, calendar2026)
          const between = resumeClock(paused, from + first, calendar2026)
          const { clock } = takeDueSteps(between, from + first)
          const twice = resumeClock(pauseClock(clock, from + first), from + first + second, calendar2026)
          expect(twice.pausedAmount).toBe(once.pausedAmount)
          expect(twice.dueAt).toBe(once.dueAt)
        },
      ),
    )
  })

  it('an empty pause changes nothing', () => {
    fc.assert(
      fc.property(someTarget, someLaw, someInstant, (target, statutory, from) => {
        const clock = start(target, from, statutory)
        expect(resumeClock(pauseClock(clock, from), from, calendar2026)).toEqual(clock)
      }),
    )
  })

  it('a pause at the start is worth a later start', () => {
    fc.assert(
      fc.property(someTarget, someLaw, someInstant, someGap, (target, statutory, from, gap) => {
        const resumed = resumeClock(
          pauseClock(start(target, from, statutory), from),
          from + gap,
          calendar2026,
        )
        expect(resumed.dueAt).toBe(Math.max(from + gap, start(target, from + gap, statutory).dueAt))
      }),
    )
  })

  it('its steps never go backwards, and exactly one of done in time and breached holds at the end', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('wait', 'pause', 'resume'), someGap), { maxLength: 12 })
    fc.assert(
      fc.property(someTarget, someLaw, someInstant, moves, (target, statutory, from, story) => {
        let clock = start(target, from, statutory)
        let now = from
        const seen: number[] = []
        for (const [move, gap] of story) {
          now += gap
          const result = takeDueSteps(clock, now)
          clock = result.clock
          seen.push(...result.taken.map((step) => step.at))
          if (move === 'pause' && clock.pausedAt === null) clock = pauseClock(clock, now)
          if (move === 'resume' && clock.pausedAt !== null) clock = resumeClock(clock, now, calendar2026)
          if (clock.pausedAt === null) expect(clock.breachedAt === null).toBe(now <= clock.dueAt)
          expect(clock.steps.map((step) => step.at)).toEqual(
            clock.steps.map((step) => step.at).toSorted((a, b) => a - b),
          )
        }
        const done = finishClock(takeDueSteps(clock, now).clock, now, calendar2026)
        expect(done.breachedAt === null).toBe((done.doneAt ?? 0) <= done.dueAt)
        expect(seen).toEqual(done.steps.slice(0, seen.length).map((step) => step.at))
      }),
      { numRuns: 1000 },
    )
  })
})
