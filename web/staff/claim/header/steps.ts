import { type PathStep, pathStages } from '../../../blocks/stage-path.tsx'
import type { ClaimView } from '../queries.ts'

/** The seven stages as the history tells them: entered and left when, not needed, or still ahead. */
export function stepsOf({ claim, events }: Pick<ClaimView, 'claim' | 'events'>): readonly PathStep[] {
  const closed = claim.stage === 'afterCare' || claim.stage === 'archived'
  const now = closed ? (claim.closedFrom ?? 'payment') : claim.stage
  const place = pathStages.findIndex((stage) => stage === now)
  return pathStages.map((stage, index) => {
    const entered = events.findLast(({ toStage }) => toStage === stage)?.at
    const left = events.findLast(({ fromStage, toStage }) => fromStage === stage && toStage !== stage)?.at
    const reached = index < place || (closed && index === place)
    const skipped = stage === 'survey' && claim.survey.need?.required === false
    const standing = reached ? 'done' : index === place ? 'current' : 'ahead'
    // What did not take place has no day.
    if (skipped && standing !== 'ahead') return { stage, standing: 'skipped', enteredAt: null, leftAt: null }
    return {
      stage,
      standing,
      enteredAt: entered ?? (stage === 'report' ? claim.registeredAt : null),
      leftAt: reached ? (left ?? null) : null,
    }
  })
}
