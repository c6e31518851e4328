import { Type } from 'typebox'
import { ages, terms } from '../../db/reads/board/open-claims.ts'
import { periods } from '../../db/reads/board/stage-times.ts'
import { moneyStops } from '../../db/reads/board/waiting-money.ts'
import { stages } from '../../domain/claim/stages.ts'
import { taskKinds } from '../../domain/claim/state.ts'
import { lateReasonCodes } from '../../domain/claim/why-late.ts'
import { roles } from '../../domain/permissions.ts'
import { lines } from '../../domain/policy/terms.ts'
import { clockKinds } from '../../domain/rules/vocabulary.ts'
import { pageQuery } from './claim/reads.ts'
import { wireInstant } from './claim/values.ts'
import { closed, fenAmount, id, list, nullable, oneOf } from './values.ts'

const name = nullable(Type.String({ examples: ['王芳'] }))

/** A part of what the reader looks after. */
const scope = { line: Type.Optional(oneOf(lines)), branchId: Type.Optional(id) }
export const boardQuery = closed(scope)

export const casesQuery = closed({
  stage: Type.Optional(oneOf(stages)),
  term: Type.Optional(oneOf(terms, 'Time left to the nearest term.')),
  age: Type.Optional(oneOf(ages, 'Time in the stage.')),
  ...scope,
  lateClock: Type.Optional(oneOf(clockKinds, 'A clock of this kind is late.')),
  contactId: Type.Optional(id),
  holderId: Type.Optional(
    Type.String({ format: 'uuid', description: 'Somebody with open work in the claim.' }),
  ),
  waiting: Type.Optional(oneOf(moneyStops, 'Where money of the claim waits.')),
  level: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 20,
      description: 'With `waiting=approval`: the level that is asked.',
    }),
  ),
  ...pageQuery.properties,
})

const work = closed({
  kind: oneOf(taskKinds),
  role: oneOf(roles),
  assigneeId: nullable(id),
  assigneeName: name,
  away: Type.Boolean({ description: 'Whoever has it is on leave now.' }),
})

const lateReason = closed({
  code: oneOf(lateReasonCodes),
  waitingSince: nullable(wireInstant),
  level: nullable(Type.Integer({ description: 'The level of approval that is asked.', examples: [1] })),
  count: nullable(Type.Integer({ description: 'Papers or checks.', examples: [2] })),
})

export const casesPage = closed({
  cases: list(
    closed({
      claimId: id,
      caseNumber: Type.String(),
      branchId: id,
      line: oneOf(lines),
      stage: oneOf(stages),
      stageEnteredAt: wireInstant,
      contactId: nullable(id),
      contactName: name,
      estimatedMinor: nullable(fenAmount),
      term: oneOf(terms),
      clock: nullable(
        closed(
          {
            kind: oneOf(clockKinds),
            dueAt: wireInstant,
            warnAt: nullable(wireInstant),
            escalated: Type.Integer({ description: 'Rungs of the ladder that were taken.', examples: [1] }),
          },
          { description: 'The clock that is due first.' },
        ),
      ),
      work: list(work, 'What is to be done, and in whose hands it lies.'),
      why: list(
        lateReason,
        'Why a late claim does not move: what it waits for, then what keeps whoever has it. Empty in time.',
      ),
    }),
    'By what is due first.',
  ),
  count: Type.Integer({ description: 'In all pages.', examples: [3] }),
  next: nullable(Type.String()),
})

export const load = closed({
  people: list(
    closed({
      personId: id,
      displayName: Type.String(),
      capacity: Type.Integer({ description: 'Open tasks that this person can carry.' }),
      roles: list(closed({ role: oneOf(roles), branchId: nullable(id) })),
      away: Type.Boolean({ description: 'On leave now.' }),
      disabled: Type.Boolean({ description: 'Has no account in use.' }),
      tasks: Type.Integer({
        description: 'Open tasks in claims that the reader looks after.',
        examples: [4],
      }),
      elsewhere: Type.Integer({ description: 'Open tasks in all other claims.', examples: [1] }),
      holding: Type.Integer({ description: 'Claims with open work of this person.', examples: [3] }),
      late: Type.Integer({ description: 'Of these, the late ones.', examples: [1] }),
      today: Type.Integer({ description: 'Of these, those due today.', examples: [1] }),
      contact: Type.Integer({ description: 'Claims whose named contact this person is.', examples: [3] }),
    }),
    'Whoever has most that is late comes first, then whoever carries most.',
  ),
})

const counted = Type.Integer({ minimum: 1, description: 'Claims.', examples: [3] })
const seconds = Type.Integer({ minimum: 0, description: 'Seconds.', examples: [86_400] })
const stage = oneOf(stages)
const period = oneOf(periods, 'Left in the last thirty days, or in the thirty before.')

export const board = closed({
  open: Type.Integer({ examples: [12] }),
  late: Type.Integer({ examples: [2] }),
  today: Type.Integer({ examples: [1] }),
  byTerm: list(closed({ stage, term: oneOf(terms), count: counted }), 'What is empty is left out.'),
  byAge: list(closed({ stage, age: oneOf(ages), count: counted })),
  lateClocks: list(closed({ kind: oneOf(clockKinds), count: counted }), 'By which term claims are late.'),
  waiting: list(
    closed({
      stop: oneOf(moneyStops),
      level: nullable(
        Type.Integer({ description: 'Of an approval: the level that is asked.', examples: [1] }),
      ),
      count: counted,
      amountMinor: fenAmount,
    }),
  ),
  stageTimes: list(
    closed({
      stage,
      period,
      count: Type.Integer({ examples: [8] }),
      p10: seconds,
      p25: seconds,
      p50: seconds,
      p75: seconds,
      p90: seconds,
    }),
    'How long stages took: the time within which a tenth, a quarter, … of the claims had left them. Surveys that were not needed are left out.',
  ),
})

export const passagesQuery = closed({ stage, period, ...scope })
export const passagesList = closed({
  count: Type.Integer({ description: 'Of all; the longest hundred are listed.', examples: [8] }),
  passages: list(
    closed({
      claimId: id,
      caseNumber: Type.String(),
      sequence: Type.Integer({ description: 'Of the event with which the stage was left.', examples: [7] }),
      leftAt: wireInstant,
      seconds,
    }),
    'By what took longest. Surveys that were not needed are left out.',
  ),
})
