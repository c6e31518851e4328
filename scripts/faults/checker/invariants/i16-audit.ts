import { isAudited } from '../audited-operations.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { AuditRow } from '../database/rows.ts'
import type { Evidence } from '../evidence.ts'
import { each, together, type Invariant, type Violation } from '../invariant.ts'

const empty = '0'.repeat(64)

/** One unbroken chain a claim, with a line for whatever took effect. */
export const audit: Invariant = {
  id: 'I16',
  text: 'Every chain of the audit recomputes without a gap up to its head; every acknowledged change has exactly one line, a refused one none that says done; and every event has its line.',
  live: true,
  exercised: ({ attempts }) => attempts.some(({ outcome, key }) => outcome === 'ok' && key !== null),
  check(evidence) {
    const { database } = evidence
    const chains = Map.groupBy(database.audit, ({ chain }) => chain)
    const heads = new Map([
      ...database.chainHeads.map(({ chain, sequence, hash }) => [chain, { sequence, hash }] as const),
      ...database.claims.map(
        (claim) => [claim.id, { sequence: claim.auditSequence, hash: claim.auditHash }] as const,
      ),
    ])
    for (const chain of chains.keys()) if (!heads.has(chain)) heads.set(chain, { sequence: 0, hash: empty })
    return together(
      each(heads, ([chain, head]) => judgeChain(chain, chains.get(chain) ?? [], head)),
      each(evidence.operations.filter(isAudited), ({ key, type, acknowledged, effects, attempts }) => {
        const requests = attempts.map(({ opId }) => opId)
        if (acknowledged.length > 0 && effects.length !== 1)
          return [
            {
              object: key,
              why: `${effects.length} lines for an acknowledged change.`,
              evidence: { type, requests },
            },
          ]
        if (effects.length > 0 && attempts.every(({ outcome }) => outcome === 'fail'))
          return [
            { object: key, why: 'A line that says done for a refused change.', evidence: { type, requests } },
          ]
        return []
      }),
      ...[...evidence.courses.values()].map((course) => eventsAudited(evidence, course.claimId)),
    )
  },
}

function judgeChain(
  chain: string,
  lines: readonly AuditRow[],
  head: { readonly sequence: number; readonly hash: string },
): readonly Violation[] {
  let previous = empty
  for (const [index, { hash, ...line }] of lines.entries()) {
    const at = { line: line.sequence }
    if (line.sequence !== index + 1) return [{ object: chain, why: 'Its lines have a gap.', evidence: at }]
    if (line.previousHash !== previous)
      return [{ object: chain, why: 'A line follows another one than the one before.', evidence: at }]
    if (sha256(canonical(line)) !== hash)
      return [{ object: chain, why: 'The hash of a line does not fit what it says.', evidence: at }]
    previous = hash
  }
  if (lines.length === head.sequence && previous === head.hash) return []
  return [
    { object: chain, why: 'Its head is elsewhere.', evidence: { head: head.sequence, lines: lines.length } },
  ]
}

/** Every event belongs to a command with a line that names it. */
function eventsAudited(evidence: Evidence, claimId: string) {
  const commands = Map.groupBy(evidence.course(claimId).events, ({ commandId }) => commandId)
  return each(commands, ([commandId, events]) => {
    const lines = (evidence.auditByCommand.get(commandId) ?? []).filter(({ outcome }) => outcome === 'done')
    const [line] = lines
    const covered =
      lines.length === 1 &&
      line?.chain === claimId &&
      line.firstEvent === events[0]?.sequence &&
      line.lastEvent === events.at(-1)?.sequence
    if (covered) return []
    const [first] = events
    return [
      {
        object: claimId,
        why: 'Events without their line.',
        evidence: { commandId, event: first?.sequence, lines: lines.length },
      },
    ]
  })
}
