import { refuse } from '../../errors.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import { isOpen, type Stage } from '../stages.ts'
import type { ClaimState } from '../state.ts'
import { voidUnpaid } from './adjustment.ts'
import { closeWith, customerOf, enterStage, openStageWork, tellCustomer } from './entering.ts'

/** What can happen in any stage: messages, parties, hand-over, withdrawal, reopening, the end. */
export const decideCourse = {
  /** The steps that were due have been taken before this was called: there is nothing left to decide. */
  takeClockSteps() {},

  postMessage(decision) {
    const { actor } = decision.facts
    const fromCustomer = decision.state.parties.some((party) => party.personId === actor.personId)
    decision.emit('messagePosted', { fromCustomer })
    if (!fromCustomer) tellCustomer(decision, 'message')
  },

  addParty(decision) {
    requireOpen(decision)
    for (const party of decision.facts.newParties) decision.emit('partyAdded', { party })
    return { partyIds: decision.facts.newParties.map((party) => party.id) }
  },

  changePayee(decision, { partyId }) {
    if (decision.state.stage === 'archived') refuse('claimClosed', { stage: 'archived' })
    const [changed] = decision.facts.newParties
    if (changed === undefined || changed.payeeHash === null) refuse('payeeIncomplete', { partyId })
    const party = decision.state.parties.find((one) => one.id === partyId) ?? refuse('notFound', { partyId })
    if (party.payeeHash === changed.payeeHash) refuse('alreadyDone', { partyId })
    decision.emit('payeeChanged', { partyId, payeeHash: changed.payeeHash, by: decision.person })
    const pays = new Set(
      decision.state.settlements
        .filter((settlement) => settlement.payees.some((payee) => payee.partyId === partyId))
        .map((settlement) => settlement.id),
    )
    const before = decision.state.settlements
    voidUnpaid(decision, 'payeeChanged', (id) => pays.has(id))
    const voided = before.filter(
      (one) => decision.state.settlements.find((now) => now.id === one.id)?.state !== one.state,
    )
    returnToProposal(
      decision,
      voided.some((one) => one.kind === 'final'),
      voided.some((one) => one.kind === 'repayment'),
    )
    return { voided: voided.map((one) => one.id) }
  },

  reassignClaim(decision, { toPersonId }) {
    requireOpen(decision)
    const next = decision.facts.candidates.get('handler')?.find((one) => one.personId === toPersonId)
    if (next === undefined) refuse('noCandidate', { toPersonId })
    if (decision.state.contactId === toPersonId) refuse('alreadyDone')
    giveContact(decision, toPersonId, 'reassigned')
  },

  withdrawClaim(decision) {
    requireOpen(decision)
    const gone = decision.state.intents.filter(
      (intent) => intent.posted || ['submitting', 'unknown', 'accepted', 'suspense'].includes(intent.status),
    )
    if (gone.length > 0) refuse('moneyUnderWay', { intents: gone.map((intent) => intent.id) })
    tellCustomer(decision, 'withdrawn')
    closeWith(decision, 'withdrawn')
  },

  reopenClaim(decision) {
    if (isOpen(decision.state.stage)) refuse('notClosed', { stage: decision.state.stage })
    const to = reopeningStage(decision.state)
    decision.finishClock('rejectionLetter')
    decision.emit('claimReopened', { to })
    decision.moveTo(to)
    openStageWork(decision, to)
    if (to === 'survey' && decision.state.survey.surveyorId !== null) {
      decision.openTask('survey', { role: 'surveyor', assigneeId: decision.state.survey.surveyorId })
    }
    tellCustomer(decision, 'reopened', { stage: to })
    return { stage: to }
  },

  askSatisfaction(decision) {
    decision.requireStage('afterCare')
    if (decision.state.satisfactionAskedAt !== null) refuse('alreadyDone')
    decision.emit('satisfactionAsked', {})
    tellCustomer(decision, 'satisfaction')
  },

  archiveClaim(decision) {
    const { archiveAt, rejection } = decision.state
    if (decision.state.stage !== 'afterCare')
      refuse('wrongStage', { stage: decision.state.stage, allowed: ['afterCare'] })
    if (archiveAt === null || archiveAt > decision.now) refuse('nothingDue', { archiveAt })
    // A rejection is not over before its letter has arrived (Insurance Law, article 24).
    if (rejection !== null && rejection.letterDeliveredAt === null)
      refuse('nothingDue', { reason: 'letterNotDelivered' })
    decision.emit('claimArchived', {})
    decision.moveTo('archived')
  },
} satisfies Partial<Deciders>

function requireOpen(decision: Decision): void {
  const { stage } = decision.state
  if (!isOpen(stage)) refuse('claimClosed', { stage })
}

/** Gives the claim another contact, with the open work that was the old one's. */
export function giveContact(decision: Decision, contactId: string, reason: 'reassigned' | 'late'): void {
  const before = decision.state.contactId
  decision.emit('contactAssigned', { contactId, callBy: decision.state.callBy, reason })
  for (const task of decision.state.tasks) {
    if (task.role === 'handler' && (task.assigneeId === before || task.assigneeId === null)) {
      decision.emit('taskAssigned', { taskId: task.id, assigneeId: contactId })
    }
  }
  if (customerOf(decision) !== undefined) tellCustomer(decision, 'contactChanged', { contactId })
}

/** After a change of account the figure stands, and is proposed and approved anew. */
function returnToProposal(decision: Decision, final: boolean, repayment: boolean): void {
  const { stage } = decision.state
  if (final && stage === 'approval') enterStage(decision, 'adjustment')
  if (final && stage === 'payment') {
    enterStage(decision, 'approval')
    enterStage(decision, 'adjustment')
  }
  if (final) {
    decision.closeTasks('prepareSheet')
    decision.finishClocks(['damageAssessment'])
    decision.openTask('submitSettlement', { role: 'adjuster', assigneeId: decision.state.adjusterId })
  }
  if (repayment && stage === 'approval') enterStage(decision, 'payment')
  if (repayment) {
    decision.closeTasks('releasePayment')
    decision.openTask('correctPayee', { role: 'handler', assigneeId: decision.state.contactId })
  }
}

/** A rejected claim is judged again, a withdrawn one goes on where it was, a paid one is calculated again. */
function reopeningStage(state: ClaimState): Stage {
  if (state.outcome === 'rejected')
    return state.closedFrom === 'approval' ? 'adjustment' : (state.closedFrom ?? 'acceptance')
  if (state.outcome === 'paid') return 'adjustment'
  const { closedFrom } = state
  return closedFrom === null || closedFrom === 'approval' || closedFrom === 'payment'
    ? 'adjustment'
    : closedFrom
}
