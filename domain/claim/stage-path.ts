import type { Instant } from '../time/instant.ts'
import { isOpen, type Stage, stages } from './stages.ts'
import type { ClaimState } from './state.ts'

/** A claim came into a stage, which it may do more than once. */
export interface StageEntry {
  readonly to: string
  readonly at: Instant
}

/** How a stage stands; skipped is also one in which a claim was withdrawn, and what a closed one never reached. */
export const standings = ['done', 'current', 'ahead', 'skipped'] as const
type Standing = (typeof standings)[number]

/** Before the current stage, it, and after it; of a closed claim, the stage from which it was closed. */
type Place = 'before' | 'here' | 'after'

/**
 * The seven stages with the instant at which each was entered and left; a claim that was closed early skips the rest.
 * Staff and customers are shown the same.
 */
export function pathOf(state: ClaimState, entries: readonly StageEntry[]) {
  const seven = stages.slice(0, 7)
  const current = seven.indexOf(isOpen(state.stage) ? state.stage : (state.closedFrom ?? 'payment'))
  return seven.map((stage, index) => {
    const place = index < current ? 'before' : index === current ? 'here' : 'after'
    const standing = standingOf(state, stage, place)
    const enteredAt =
      stage === 'report' ? state.registeredAt : (entries.findLast(({ to }) => to === stage)?.at ?? null)
    const left = entries.find(({ at, to }) => enteredAt !== null && at >= enteredAt && to !== stage)
    // What was returned is not reached, whenever it was before; a survey that nobody needed was on no day.
    const hasDay = place === 'here' || standing === 'done'
    return {
      stage,
      standing,
      enteredAt: hasDay ? enteredAt : null,
      leftAt: standing === 'done' ? (left?.at ?? null) : null,
    }
  })
}

function standingOf(state: ClaimState, stage: Stage, place: Place): Standing {
  const open = isOpen(state.stage)
  if (place === 'after') return open ? 'ahead' : 'skipped'
  if (place === 'here' && open) return 'current'
  return isDone(state, stage, place) ? 'done' : 'skipped'
}

/** Whether the work of a stage was brought to its end, which leaving it does not say. */
function isDone({ outcome, survey }: ClaimState, stage: Stage, place: Place): boolean {
  if (stage === 'survey') return survey.reportVersion !== null
  // Withdrawn in the middle of it; a report is made when the claim has its number.
  return place === 'before' || stage === 'report' || outcome !== 'withdrawn'
}
