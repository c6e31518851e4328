import { isOpen, type Stage, stages } from '../../../domain/claim/stages.ts'
import type { ClaimState } from '../../../domain/claim/state.ts'
import type { StageEntry } from '../../../db/reads/history.ts'

/** Before the current stage, it, and after it; of a closed claim, the stage from which it was closed. */
type Place = 'before' | 'here' | 'after'

/** The seven stages with the day on which each was entered and left; a claim that was closed early skips the rest. */
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

function standingOf(state: ClaimState, stage: Stage, place: Place) {
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
