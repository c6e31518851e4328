import type { Evidence, Operation } from '../evidence.ts'
import { isAudited } from '../audited-operations.ts'
import { each, type Invariant, type Violation } from '../invariant.ts'

/** What was answered with success is in the audit and in the events, and the row is not older. */
export const acknowledgedWriteSurvives: Invariant = {
  id: 'I4',
  text: 'Every acknowledged change is in the audit under its request, its events are there, and the claim is at least at the version that was given.',
  live: true,
  exercised: ({ attempts }) => attempts.some(({ outcome, key }) => outcome === 'ok' && key !== null),
  check(evidence) {
    const acknowledged = evidence.operations.filter((one) => isAudited(one) && one.acknowledged.length > 0)
    return each(acknowledged, (operation) => judge(evidence, operation))
  },
}

function judge(evidence: Evidence, { key, type, acknowledged, effects }: Operation): Violation[] {
  const opIds = acknowledged.map(({ opId }) => opId)
  if (effects.length === 0)
    return [{ object: key, why: 'Acknowledged, and nothing of it is left.', evidence: { type, opIds } }]
  const violations: Violation[] = []
  for (const line of effects) {
    if (line.firstEvent === null || line.lastEvent === null) continue
    const events = evidence
      .course(line.chain)
      .events.filter(
        ({ sequence }) => sequence >= (line.firstEvent ?? 0) && sequence <= (line.lastEvent ?? 0),
      )
    const own = events.filter(({ commandId }) => commandId === line.commandId)
    if (own.length === line.lastEvent - line.firstEvent + 1) continue
    const { firstEvent, lastEvent } = line
    violations.push({
      object: key,
      why: 'Its events are not there.',
      evidence: { type, firstEvent, lastEvent, found: own.length },
    })
  }
  for (const { reply, opId } of acknowledged) {
    const { claimId, version } = (reply ?? {}) as { claimId?: string; version?: number }
    const claim = claimId === undefined ? undefined : evidence.claims.get(claimId)
    if (claim === undefined || typeof version !== 'number' || claim.version >= version) continue
    violations.push({
      object: key,
      why: 'The claim is older than the answer.',
      evidence: { opId, version, row: claim.version },
    })
  }
  return violations
}
