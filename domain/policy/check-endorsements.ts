import { termsFaults } from './check-terms.ts'
import { policyFault, under, type PolicyFault } from './policy-faults.ts'
import { policyAsOf, type Endorsement, type IssuedPolicy } from './snapshot.ts'
import type { EndorsementChange, PolicySnapshot } from './terms.ts'

/**
 * What is wrong with the endorsements of a policy, each judged by the policy as the ones before it left it.
 * `first` is the number that the first of those given has to carry: those on file come before it.
 */
export function endorsementFaults(
  issued: IssuedPolicy,
  onFile: readonly Endorsement[],
  given: readonly Endorsement[],
): readonly PolicyFault[] {
  const faults: PolicyFault[] = []
  const accepted = [...onFile]
  for (const [index, endorsement] of given.entries()) {
    const found = oneFaults(issued, accepted, endorsement)
    faults.push(...under(`/${index}`, found))
    // What is wrong already is left out, so that one mistake is not reported by every endorsement after it.
    if (found.length === 0) accepted.push(endorsement)
    else if (endorsement.number === accepted.length + 1) accepted.push({ ...endorsement, change: noChange })
  }
  return faults
}

const noChange: EndorsementChange = { kind: 'terms', terms: {} }

function oneFaults(
  issued: IssuedPolicy,
  before: readonly Endorsement[],
  endorsement: Endorsement,
): readonly PolicyFault[] {
  const { number, effectiveAt, change } = endorsement
  if (number !== before.length + 1) return [policyFault('/number', 'numberNotNext')]
  const policy = policyAsOf(issued, before, [], effectiveAt)
  const latest = policyAsOf(issued, before, [], Number.MAX_SAFE_INTEGER)
  if (effectiveAt < issued.inceptionAt || effectiveAt >= policy.expiryAt)
    return [policyFault('/effectiveAt', 'outsideTerm')]
  if (latest.cancelled) return [policyFault('/effectiveAt', 'afterCancellation')]
  const wrong = changeFaults(policy, change, effectiveAt)
  if (wrong.length > 0) return wrong
  const changed = policyAsOf(issued, [...before, endorsement], [], effectiveAt)
  // Paths of the terms as they stand after the change would mislead: the change is what was written.
  return termsFaults(changed).map(({ path, reason }) =>
    policyFault(change.kind === 'terms' ? `/change/terms${path}` : '/change', reason),
  )
}

function changeFaults(
  policy: PolicySnapshot,
  change: EndorsementChange,
  effectiveAt: number,
): readonly PolicyFault[] {
  if (change.kind === 'expiry' && change.expiryAt < effectiveAt)
    return [policyFault('/change/expiryAt', 'expiryBeforeEffect')]
  if (change.kind !== 'coverageRemoved') return []
  const insured = policy.terms.coverages.some(
    (one) => one.coverage === change.coverage && one.subject === change.subject,
  )
  return insured ? [] : [policyFault('/change/coverage', 'coverageNotInsured')]
}
