import type { GrantRow, LimitRow } from '../database/rows.ts'
import type { Evidence, Operation } from '../evidence.ts'
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
  reviseReserve: ['handler', 'adjuster', 'approver'],
}

const needsLimit = new Set(['decideSettlement'])

/** Who has seen that a right was taken does not see it used any more. */
export const authorityAtOnce: Invariant = {
  id: 'I12',
  text: 'Nobody succeeded with anything that was sent first after the answer that took the right for it from them.',
  live: true,
  exercised: (evidence) => revocations(evidence).size > 0 && evidence.operations.some(isPrivileged),
  check(evidence) {
    const revoked = revocations(evidence)
    const { grants, limits } = evidence.database
    const rights = {
      grants: Map.groupBy(grants, ({ personId }) => personId),
      limits: Map.groupBy(limits, ({ personId }) => personId),
    }
    return each(evidence.operations.filter(isPrivileged), (operation) => judge(operation, revoked, rights))
  },
}

interface Rights {
  readonly grants: ReadonlyMap<string, readonly GrantRow[]>
  readonly limits: ReadonlyMap<string, readonly LimitRow[]>
}

function isPrivileged({ acknowledged, type }: Operation): boolean {
  return acknowledged.length > 0 && roles[type] !== undefined
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

/** It was decided between its first try and the first answer that said so. */
function judge(
  { person, type, attempts, acknowledged }: Operation,
  revoked: ReadonlyMap<string, number>,
  { grants, limits }: Rights,
): readonly Violation[] {
  const sent = attempts[0]?.tInv ?? 0
  const answered = acknowledged[0]?.tRet ?? Number.POSITIVE_INFINITY
  const stood = ({ id, confirmedAt }: GrantRow | LimitRow) =>
    confirmedAt !== null && confirmedAt <= answered && (revoked.get(id) ?? Number.POSITIVE_INFINITY) >= sent
  const mayAct = (grants.get(person) ?? []).some(
    (grant) => (roles[type] ?? []).includes(grant.role) && stood(grant),
  )
  const mayDecide = !needsLimit.has(type) || (limits.get(person) ?? []).some(stood)
  if (mayAct && mayDecide) return []
  const object = acknowledged[0]?.opId ?? ''
  return [{ object, why: 'Succeeded after the right was taken.', evidence: { person, type, sent } }]
}
