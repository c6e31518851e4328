import type { ClockTerm } from '../claim-course.ts'
import type { ClockRow } from '../database/rows.ts'
import type { Evidence } from '../evidence.ts'
import { each, together, type Invariant, type Violation } from '../invariant.ts'

/** How long after its due time a breach may stay unseen while everything is well; during a run it is not. */
const grace = 60_000

/** Of "done in time" and "breached" exactly one. */
export const clocks: Invariant = {
  id: 'I13',
  text: 'Every term of every clock was either done in time or breached once, never both; and none is overdue and neither.',
  live: true,
  exercised: ({ database }) => database.clocks.length > 0,
  check(evidence) {
    return together(
      ...[...evidence.courses.values()].map(({ claimId, terms }) =>
        each(terms, (term) => judgeTerm(claimId, term, evidence.isLive ? 0 : evidence.database.now)),
      ),
      each(evidence.database.clocks, (row) => judgeRow(row, evidence)),
    )
  },
}

function judgeTerm(claimId: string, { key, breaches, ends, last }: ClockTerm, now: number): Violation[] {
  const { dueAt, doneAt, breachedAt, pausedAt } = last.clock
  const object = `${claimId} ${key}`
  const evidence = { dueAt, doneAt, breachedAt, breaches, ends }
  const violations: Violation[] = []
  const wrong = (why: string) => violations.push({ object, why, evidence })
  if (breaches > 1 || ends > 1) wrong('Breached or ended more than once.')
  if (breaches > 0 !== (breachedAt !== null)) wrong('The breach and the clock do not agree.')
  if (ends > 0 !== (doneAt !== null)) wrong('The end and the clock do not agree.')
  if (breachedAt !== null && breachedAt <= dueAt) wrong('Breached before it was due.')
  if (doneAt !== null && breachedAt === null && doneAt > dueAt) wrong('Done late, and no breach was seen.')
  if (doneAt !== null && breachedAt !== null && doneAt <= dueAt) wrong('Done in time, and breached.')
  if (doneAt === null && breachedAt === null && pausedAt === null && now > dueAt + grace)
    wrong('Overdue, neither done nor breached.')
  return violations
}

/** The row of the lists is what the newest event says. */
function judgeRow(row: ClockRow, evidence: Evidence): Violation[] {
  const found = evidence.course(row.claimId).clocks.get(row.key)?.clock
  const same =
    found !== undefined &&
    found.dueAt === row.dueAt &&
    found.doneAt === row.doneAt &&
    found.breachedAt === row.breachedAt &&
    found.pausedAt === row.pausedAt
  if (same) return []
  const { dueAt, doneAt, breachedAt, pausedAt } = row
  const why =
    row.breachedAt !== null && found?.breachedAt === null
      ? 'The lists say breached; the claim does not.'
      : 'The lists say something else of the clock than the claim.'
  return [
    {
      object: `${row.claimId} ${row.key}`,
      why,
      evidence: { row: { dueAt, doneAt, breachedAt, pausedAt }, events: found ?? null },
    },
  ]
}
