import type { ClaimCourse } from '../claim-course.ts'
import { each, together, type Invariant, type Violation } from '../invariant.ts'

const ends = new Set(['settlementApproved', 'settlementReturned', 'settlementRejected'])

/** Each level is decided once, and nobody else was told that the decision was theirs. */
export const oneDecision: Invariant = {
  id: 'I11',
  text: 'Every level of every settlement has at most one decision, every settlement at most one end, and no two requests were told that they decided the same level.',
  live: true,
  exercised: (evidence) => evidence.hasDone('decideSettlement'),
  check(evidence) {
    const told = evidence.operations
      .filter(({ type, acknowledged }) => type === 'decideSettlement' && acknowledged.length > 0)
      .map((operation) => ({ operation, answer: operation.acknowledged[0]?.reply as Answer | null }))
      .filter(({ answer }) => answer?.decision !== 'refer')
    const levels = Map.groupBy(
      told,
      ({ answer }) => `${answer?.claimId ?? ''} ${answer?.settlementId ?? ''} level ${answer?.level ?? ''}`,
    )
    return together(
      each(evidence.courses.values(), decidedTwice),
      each(levels, ([object, answers]) => {
        if (answers.length === 1) return []
        const keys = answers.map(({ operation }) => operation.key)
        return [{ object, why: 'Several requests were told that they decided it.', evidence: { keys } }]
      }),
    )
  },
}

interface Answer {
  readonly claimId: string
  readonly settlementId: string
  readonly level: number
  readonly decision: string
}

function decidedTwice({ claimId, events }: ClaimCourse): readonly Violation[] {
  const decisions = events.flatMap(({ type, data, sequence }) => {
    const { settlementId, approval } = data as {
      settlementId?: string
      approval?: { level: number; decision: string }
    }
    if (type === 'settlementDecided' && approval?.decision === 'approve')
      return [{ object: `${claimId} ${settlementId ?? ''} level ${approval.level}`, sequence }]
    return ends.has(type) ? [{ object: `${claimId} ${settlementId ?? ''}`, sequence }] : []
  })
  return [...Map.groupBy(decisions, ({ object }) => object)]
    .filter(([, found]) => found.length > 1)
    .map(([object, found]) => ({
      object,
      why: 'Decided more than once.',
      evidence: { sequences: found.map(({ sequence }) => sequence) },
    }))
}
