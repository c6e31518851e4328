import { isAudited } from '../audited-operations.ts'
import { canonical } from '../canonical.ts'
import type { Operation } from '../evidence.ts'
import { each, type Invariant, type Violation } from '../invariant.ts'

/** One key, one effect, one answer. */
export const idempotency: Invariant = {
  id: 'I17',
  text: 'All successful answers under one key of one person are the same to the byte, it took effect at most once, and another request under it was refused.',
  live: true,
  exercised: ({ operations }) => operations.some(({ attempts }) => attempts.length > 1),
  check: (evidence) =>
    each(
      evidence.operations.filter(({ attempts }) => attempts.length > 1),
      judge,
    ),
}

function judge(operation: Operation): Violation[] {
  const { key, type, attempts, acknowledged, effects } = operation
  const violations: Violation[] = []
  const answers = new Set(acknowledged.map(({ http, bodyHash }) => `${http ?? ''} ${bodyHash ?? ''}`))
  const opIds = attempts.map(({ opId }) => opId)
  const bodies = Map.groupBy(acknowledged, ({ args }) => canonical(args))
  if (bodies.size > 1)
    violations.push({
      object: key,
      why: 'Different requests succeeded under one key.',
      evidence: { type, opIds },
    })
  else if (answers.size > 1)
    violations.push({
      object: key,
      why: 'The same request got different answers.',
      evidence: { type, opIds },
    })
  if (isAudited(operation) && effects.length > 1)
    violations.push({
      object: key,
      why: `It took effect ${effects.length} times.`,
      evidence: { type, opIds },
    })
  return violations
}
