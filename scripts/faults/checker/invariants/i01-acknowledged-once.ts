import type { Evidence, Operation } from '../evidence.ts'
import { each, together, type Invariant, type Violation } from '../invariant.ts'

const registers = 'registerClaim'
const unanswered = 60_000

/** A report that was acknowledged is one claim with the number that was given; nothing else made a claim. */
export const acknowledgedOnce: Invariant = {
  id: 'I1',
  text: 'Every acknowledged report is exactly one claim, with the number it was given; an unknown one at most one; a refused one none; and no claim is without its report.',
  live: true,
  exercised: (evidence) => evidence.hasDone(registers),
  check(evidence) {
    const reports = evidence.operations.filter(({ type }) => type === registers)
    const requests = new Set(reports.flatMap(({ attempts }) => attempts.map(({ opId }) => opId)))
    return together(
      each(reports, (report) => judgeReport(evidence, report)),
      each(evidence.claims.values(), ({ id, caseNumber, createdAt }) => {
        // While the run goes on, a report that is not answered yet is not in its history.
        if (evidence.isLive && evidence.database.now - createdAt < unanswered) return []
        const [first] = evidence.course(id).events
        const audited = evidence.auditByCommand.get(first?.commandId ?? '') ?? []
        if (audited.some(({ requestId }) => requests.has(requestId ?? ''))) return []
        return [{ object: id, why: 'A claim that nobody reported.', evidence: { caseNumber } }]
      }),
    )
  },
}

function judgeReport(evidence: Evidence, { key, acknowledged, effects, attempts }: Operation): Violation[] {
  const violations: Violation[] = []
  const claims = effects.map(({ chain }) => chain)
  const least = acknowledged.length > 0 ? 1 : 0
  const refusedOnly = attempts.every(({ outcome }) => outcome === 'fail')
  if (claims.length > (refusedOnly ? 0 : 1) || claims.length < least) {
    const outcomes = attempts.map(({ outcome }) => outcome)
    violations.push({
      object: key,
      why: `The report made ${claims.length} claims.`,
      evidence: { outcomes, claims },
    })
  }
  for (const { reply, opId } of acknowledged) {
    const { claimId = '', caseNumber } = (reply ?? {}) as { claimId?: string; caseNumber?: string }
    const found = evidence.claims.get(claimId)
    if (found?.caseNumber === caseNumber) continue
    const why = found === undefined ? 'The acknowledged claim is not there.' : 'The claim has another number.'
    violations.push({
      object: claimId,
      why,
      evidence: { opId, acknowledged: caseNumber, found: found?.caseNumber },
    })
  }
  return violations
}
