import type { ClaimCourse } from '../claim-course.ts'
import type { ClaimRow } from '../database/rows.ts'
import { each, type Invariant, type Violation } from '../invariant.ts'

/** Written down here once more, so that a way that somebody adds to the product by mistake is seen. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  report: ['documents', 'afterCare'],
  documents: ['acceptance', 'afterCare'],
  acceptance: ['documents', 'survey', 'afterCare'],
  survey: ['adjustment', 'afterCare'],
  adjustment: ['approval', 'afterCare'],
  approval: ['adjustment', 'payment', 'afterCare'],
  payment: ['approval', 'afterCare'],
  afterCare: ['report', 'documents', 'acceptance', 'survey', 'adjustment', 'approval', 'payment', 'archived'],
  archived: ['report', 'documents', 'acceptance', 'survey', 'adjustment', 'payment'],
}

/** The events of a claim are a path that exists, and the row stands at its end. */
export const validPath: Invariant = {
  id: 'I3',
  text: 'The events of every claim are numbered without a gap, begin with its registration, go only allowed ways from stage to stage, and end where the row stands.',
  live: true,
  exercised: ({ claims }) => claims.size > 0,
  check: (evidence) => each(evidence.claims.values(), (claim) => judge(claim, evidence.course(claim.id))),
}

function judge(claim: ClaimRow, course: ClaimCourse): Violation[] {
  const violations: Violation[] = []
  const wrong = (why: string, evidence: Violation['evidence'] = {}) =>
    violations.push({ object: claim.id, why, evidence })
  const { events } = course
  const gap = events.findIndex(({ sequence }, index) => sequence !== index + 1)
  if (gap >= 0) wrong('The numbers of its events have a gap.', { at: gap + 1, found: events[gap]?.sequence })
  if (events.length !== claim.eventSequence)
    wrong('The row counts other events.', { row: claim.eventSequence, events: events.length })
  if (events[0]?.type !== 'claimRegistered') wrong('It does not begin with its registration.')
  const again = events.slice(1).find(({ type }) => type === 'claimRegistered')
  if (again !== undefined) wrong('It is registered twice.', { sequence: again.sequence })
  let stage = course.firstStage
  if (stage !== 'report') wrong('It does not begin with the report.', { stage })
  for (const { from, to, sequence } of course.moves) {
    if (from !== stage || !(allowed[stage] ?? []).includes(to ?? ''))
      wrong('A move that is not allowed.', { sequence, stood: stage, from, to })
    stage = to ?? ''
  }
  if (claim.stage !== stage || claim.state.stage !== stage)
    wrong('The row stands elsewhere.', { row: claim.stage, state: claim.state.stage, events: stage })
  return violations
}
