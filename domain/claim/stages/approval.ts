import { refuse } from '../../errors.ts'
import type { CommandBodies } from '../commands.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import type { Candidate } from '../facts.ts'
import { isSoftware } from '../software.ts'
import type { Approval, ClaimState, Settlement } from '../state.ts'
import { rejectWith } from './acceptance.ts'
import { endLevelWork } from './adjustment.ts'
import { enterStage, tellCustomer } from './entering.ts'
import { settlementHash } from './settlement.ts'

type Ruling = CommandBodies['decideSettlement']

/** Limits to which a referral goes up, in fen: 10,000, 50,000, 200,000, 1 million yuan, then no limit. */
const referralLimits = [1_000_000, 5_000_000, 20_000_000, 100_000_000, Number.MAX_SAFE_INTEGER]

/** The people who had a hand in what is to be approved: none of them approves it. */
export function peopleInvolved(state: ClaimState, settlement: Settlement): ReadonlySet<string> {
  const payees = new Set(settlement.payees.map((payee) => payee.partyId))
  const involved = [
    settlement.proposedBy,
    state.registeredBy,
    state.survey.surveyorId,
    ...state.sheets.map((sheet) => sheet.authorId),
    ...state.parties.map((party) => party.personId),
    ...state.parties.filter((party) => payees.has(party.id)).map((party) => party.payeeEditedBy),
  ]
  return new Set(involved.filter((one) => one !== null))
}

/** The level that has to decide next: one above those who have approved. */
export function nextLevel(settlement: Settlement): number {
  return settlement.approvals.filter((approval) => approval.decision === 'approve').length + 1
}

/** Who may decide a level, best first: enough authority, no hand in it, and not twice the same person. */
export function approversFor(
  decision: Decision,
  settlement: Settlement,
  level: number,
): readonly Candidate[] {
  const barred = peopleInvolved(decision.state, settlement)
  const limit = settlement.levels[level - 1] ?? Number.MAX_SAFE_INTEGER
  return decision
    .candidates('approver')
    .filter(
      (one) =>
        (one.limitMinor ?? -1) >= limit &&
        !barred.has(one.personId) &&
        !settlement.approvals.some((approval) => approval.personId === one.personId),
    )
}

export const decideApproval = {
  openLevel(decision, { settlementId }) {
    const settlement = find(decision, settlementId)
    if (settlement.state !== 'pending') refuse('alreadyDone')
    const level = nextLevel(settlement)
    if (settlement.openLevel >= level) refuse('alreadyDone')
    decision.emit('levelOpened', { settlementId, level })
    const clockKey = decision.startClock('approvalLevel', {
      part: `${settlementId}:${level}.${settlement.approvals.length}`,
    })
    const [approver] = approversFor(decision, settlement, level)
    decision.openTask('decideApproval', {
      role: 'approver',
      assigneeId: approver?.personId ?? null,
      clockKey,
    })
  },

  decideSettlement(decision, body) {
    const settlement = find(decision, body.settlementId)
    checkRuling(decision, settlement, body)
    const { level } = body
    endLevelWork(decision, settlement.id)
    if (body.decision === 'return') returnIt(decision, settlement)
    else if (body.decision === 'reject') rejectIt(decision, settlement, body)
    else if (body.decision === 'refer') referIt(decision, settlement, body)
    else approveIt(decision, settlement, approvalBy(decision, level, 'approve', body.hash))
    return { settlementId: settlement.id, level, decision: body.decision }
  },
} satisfies Partial<Deciders>

export function find(decision: Decision, settlementId: string): Settlement {
  return (
    decision.state.settlements.find((one) => one.id === settlementId) ?? refuse('notFound', { settlementId })
  )
}

/** Rights first, so that nobody learns by trying what a colleague has decided. */
function checkRuling(decision: Decision, settlement: Settlement, body: Ruling): void {
  const { actor } = decision.facts
  const person = decision.person
  // Software stands on rules that one person wrote and another published, and on a limit that two have granted.
  if (isSoftware(actor)) {
    if (body.decision !== 'approve') refuse('notPermitted', { decision: body.decision })
  } else if (peopleInvolved(decision.state, settlement).has(person)) refuse('ownWork')
  if (settlement.approvals.some((approval) => approval.personId === person)) refuse('alreadyApprovedByPerson')
  const limit = settlement.levels[body.level - 1] ?? Number.MAX_SAFE_INTEGER
  if (actor.limitMinor === null || actor.limitMinor < limit) refuse('limitTooLow', { needed: limit })
  if (settlement.state === 'void') refuse('approvalVoid', { settlementId: settlement.id })
  if (settlement.state !== 'pending') refuse('alreadyDecided', { state: settlement.state })
  if (body.level < nextLevel(settlement)) refuse('alreadyDecided', { level: nextLevel(settlement) })
  if (body.level !== settlement.openLevel) refuse('levelNotOpen', { openLevel: settlement.openLevel })
  if (body.hash !== settlement.hash || settlementHash(decision, settlement) !== settlement.hash) {
    refuse('contentChanged', { hash: settlement.hash })
  }
}

function approvalBy(decision: Decision, level: number, given: Approval['decision'], hash: string): Approval {
  return { level, personId: decision.person, decision: given, at: decision.now, hash }
}

function approveIt(decision: Decision, settlement: Settlement, approval: Approval): void {
  decision.emit('settlementDecided', { settlementId: settlement.id, approval })
  if (approval.level < settlement.levels.length) return
  decision.emit('settlementApproved', { settlementId: settlement.id })
  if (settlement.kind !== 'repayment') decision.finishClock('advance60')
  if (settlement.kind === 'final')
    tellCustomer(decision, 'settlementDecision', { amountMinor: settlement.amountMinor })
  payWhenDecided(decision)
}

/** The stage of approval is over when nothing waits in it but an advance, which waits in any stage. */
export function payWhenDecided(decision: Decision): void {
  const waits = decision.state.settlements.some((one) => one.state === 'pending' && one.kind !== 'advance')
  if (decision.state.stage === 'approval' && !waits) enterStage(decision, 'payment')
}

function returnIt(decision: Decision, settlement: Settlement): void {
  decision.emit('settlementReturned', { settlementId: settlement.id, by: decision.person })
  if (settlement.kind === 'final') enterStage(decision, 'adjustment')
  // A repayment is mended where it was made: the payee, not the figure, was in doubt.
  else payWhenDecided(decision)
}

function rejectIt(decision: Decision, settlement: Settlement, body: Ruling): void {
  decision.emit('settlementRejected', { settlementId: settlement.id, by: decision.person })
  if (settlement.kind === 'final') rejectWith(decision, 'approval', body.clause ?? '')
  else payWhenDecided(decision)
}

/** Asked of somebody with more authority: the level stays to be decided, by another person. */
function referIt(decision: Decision, settlement: Settlement, body: Ruling): void {
  const index = body.level - 1
  const now = settlement.levels[index] ?? 0
  const higher = referralLimits.find((limit) => limit > now)
  if (higher === undefined) refuse('noCandidate', { reason: 'highestLevel' })
  const levels = settlement.levels.map((limit, place) => (place >= index ? Math.max(limit, higher) : limit))
  decision.emit('settlementReferred', {
    settlementId: settlement.id,
    approval: approvalBy(decision, body.level, 'refer', body.hash),
    levels,
  })
  decision.emit('levelOpened', { settlementId: settlement.id, level: index })
}
