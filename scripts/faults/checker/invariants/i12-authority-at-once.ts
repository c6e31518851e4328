import type { Attempt } from '../run-folder.ts'
import type { Evidence } from '../evidence.ts'
import { each, type Invariant, type Violation } from '../invariant.ts'

/** Which roles of staff may send what, written down once more from the permission table. */
const roles: Readonly<Record<string, readonly string[]>> = {
  recordFirstContact: ['handler'],
  reassignClaim: ['approver'],
  addParty: ['handler', 'adjuster'],
  reopenClaim: ['handler', 'approver'],
  acknowledgeTask: ['approver'],
  reviewDocument: ['handler'],
  waiveItem: ['handler'],
  issueNotice: ['handler', 'approver'],
  establishFacts: ['handler'],
  acceptClaim: ['handler'],
  rejectClaim: ['handler'],
  acceptSurvey: ['surveyor'],
  declineSurvey: ['surveyor'],
  assignSurveyor: ['approver'],
  saveSurveyReport: ['surveyor'],
  submitSurveyReport: ['surveyor'],
  saveSheet: ['adjuster'],
  proposeSheet: ['adjuster'],
  recordAgreement: ['handler'],
  proposeSettlement: ['adjuster', 'handler'],
  decideSettlement: ['approver'],
  releasePayments: ['finance'],
  resolveSuspense: ['finance'],
}

const needsLimit = new Set(['decideSettlement'])

/** Who has seen that a right was taken does not see it used any more. */
export const authorityAtOnce: Invariant = {
  id: 'I12',
  text: 'Nobody succeeded with anything after the answer that took the right for it from them.',
  live: true,
  exercised: (evidence) => revocations(evidence).size > 0 && evidence.attempts.some(isPrivileged),
  check(evidence) {
    const revoked = revocations(evidence)
    return each(evidence.attempts.filter(isPrivileged), (attempt) => judge(evidence, revoked, attempt))
  },
}

function isPrivileged({ outcome, type }: Attempt): boolean {
  return outcome === 'ok' && roles[type] !== undefined
}

/** When somebody was told that a grant or a limit had ended, by its id. */
function revocations({ attempts, database }: Evidence): ReadonlyMap<string, number> {
  const ids = new Set([...database.grants, ...database.limits].map(({ id }) => id))
  const found = new Map<string, number>()
  for (const { type, outcome, args, tRet } of attempts) {
    if (outcome !== 'ok' || tRet === null || !/^end|revoke/i.test(type)) continue
    for (const [id] of JSON.stringify(args ?? {}).matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
      if (ids.has(id)) found.set(id, Math.min(tRet, found.get(id) ?? tRet))
    }
  }
  return found
}

function judge(
  evidence: Evidence,
  revoked: ReadonlyMap<string, number>,
  attempt: Attempt,
): readonly Violation[] {
  const { person, type, tInv, opId, key } = attempt
  // An answer that is repeated was earned earlier, by the first try under its key.
  const first = evidence.attempts.find((one) => one.key === key && one.person === person)
  if (first !== undefined && first.opId !== opId) return []
  const stands = ({ id, personId }: { id: string; personId: string }) =>
    personId === person && (revoked.get(id) ?? Number.POSITIVE_INFINITY) >= tInv
  const { grants, limits } = evidence.database
  const mayAct = grants.some((grant) => stands(grant) && (roles[type] ?? []).includes(grant.role))
  const mayDecide = !needsLimit.has(type) || limits.some(stands)
  if (mayAct && mayDecide) return []
  return [{ object: opId, why: 'Succeeded after the right was taken.', evidence: { person, type, tInv } }]
}
