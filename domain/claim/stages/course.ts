import { refuse } from '../../errors.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import { addDuration } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { isOpen, type Stage } from '../stages.ts'
import type { ClaimState, Settlement } from '../state.ts'
import { voidUnpaid } from './adjustment.ts'
import { payWhenDecided } from './approval.ts'
import { arriveInDocuments } from './documents.ts'
import { closeWith, customerOf, enterStage, tellCustomer } from './entering.ts'
import { isFinished, moneyUnderWay } from './settled.ts'
import { resumeSurvey } from './survey.ts'

/** What can happen in any stage: messages, parties, hand-over, withdrawal, reopening, the end. */
export const decideCourse = {
  /** The steps that were due have been taken before this was called: there is nothing left to decide. */
  takeClockSteps() {},

  /** A supervisor has it until it is over: what a workflow does by itself is then done by nobody. */
  recordStandstill(decision, { standsStill }) {
    if (!standsStill) decision.closeTasks('standstill')
    else if (decision.task('standstill') === undefined)
      decision.openTask('standstill', { role: 'approver', assigneeId: null })
  },

  acknowledgeTask(decision, { taskId }) {
    const task = decision.state.tasks.find((one) => one.id === taskId)
    if (task === undefined) refuse('alreadyDone', { taskId })
    if (task.kind !== 'informed') refuse('notAssigned', { taskId, kind: task.kind })
    decision.emit('taskClosed', { taskId })
  },

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
    // A customer says where their own money goes, and nobody else's.
    const isParty = decision.state.parties.some((one) => one.personId === decision.person)
    if (isParty && party.personId !== decision.person) refuse('notPermitted', { partyId })
    if (party.payeeHash === changed.payeeHash) refuse('alreadyDone', { partyId })
    decision.emit('payeeChanged', { partyId, payeeHash: changed.payeeHash, by: decision.person })
    const before = decision.state.settlements
    const fell = (kind: Settlement['kind']) =>
      before.some((one, place) => one.kind === kind && decision.state.settlements[place]?.state !== one.state)
    voidUnpaid(decision, 'payeeChanged', (one) => one.payees.some((payee) => payee.partyId === partyId))
    // The final settlement was reckoned on an advance that is not paid now: the balance is another.
    const balanceDiffers = fell('advance') && ['approval', 'payment'].includes(decision.state.stage)
    if (balanceDiffers) voidUnpaid(decision, 'advanceFell', (one) => one.kind === 'final')
    if (balanceDiffers || fell('final')) returnToProposal(decision)
    else payWhenDecided(decision)
    const voided = before.filter((one, place) => decision.state.settlements[place]?.state !== one.state)
    return { voided: voided.map((one) => one.id) }
  },

  reassignClaim(decision, { toPersonId }) {
    requireOpen(decision)
    const next = decision.candidates('handler').find((one) => one.personId === toPersonId)
    if (next === undefined) refuse('noCandidate', { toPersonId })
    if (decision.state.contactId === toPersonId) refuse('alreadyDone')
    giveContact(decision, toPersonId, 'reassigned')
  },

  withdrawClaim(decision) {
    requireOpen(decision)
    const gone = moneyUnderWay(decision.state)
    if (gone.length > 0) refuse('moneyUnderWay', { intents: gone })
    tellCustomer(decision, 'withdrawn')
    closeWith(decision, 'withdrawn')
  },

  reopenClaim(decision) {
    if (isOpen(decision.state.stage)) refuse('notClosed', { stage: decision.state.stage })
    const to = reopeningStage(decision.state)
    decision.finishClock('rejectionLetter')
    decision.emit('claimReopened', { to })
    enterStage(decision, to)
    // The duty to determine, and to advance what is certain, begins anew with the reopened claim.
    if (decision.state.evidenceReceivedAt !== null) {
      decision.startClock('determination')
      decision.startClock('advance60')
    }
    if (to === 'report') callAgain(decision)
    if (to === 'documents') arriveInDocuments(decision)
    if (to === 'survey') resumeSurvey(decision)
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
    const { archiveAt, rejection, intents } = decision.state
    if (decision.state.stage !== 'afterCare')
      refuse('wrongStage', { stage: decision.state.stage, allowed: ['afterCare'] })
    const open = intents.filter((intent) => !isFinished(intent)).map(({ id }) => id)
    if (open.length > 0) refuse('intentOpen', { open })
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
  decision.emit('contactAssigned', { contactId, callBy: newCallBy(decision), reason })
  for (const task of decision.state.tasks) {
    if (task.role === 'handler' && (task.assigneeId === before || task.assigneeId === null)) {
      decision.emit('taskAssigned', { taskId: task.id, assigneeId: contactId })
    }
  }
  if (customerOf(decision) !== undefined) tellCustomer(decision, 'contactChanged', { contactId })
}

/** A new contact has the whole term to call, by the target with which the clock of the first call started. */
function newCallBy(decision: Decision): Instant | null {
  const target = decision.clock('firstContact')?.clock.spec.target
  if (decision.state.stage !== 'report' || target === undefined) return null
  return addDuration(decision.now, target, decision.facts.calendar)
}

function callAgain(decision: Decision): void {
  const { contactId } = decision.state
  if (contactId === null) return
  decision.emit('contactAssigned', { contactId, callBy: newCallBy(decision), reason: 'reassigned' })
}

/** After a change of account the figure stands, and is proposed and approved anew. */
function returnToProposal(decision: Decision): void {
  if (decision.state.stage === 'payment') enterStage(decision, 'approval')
  if (decision.state.stage === 'approval') enterStage(decision, 'adjustment')
  decision.closeTasks('prepareSheet')
  decision.finishClocks(['damageAssessment'])
  decision.openTask('submitSettlement', { role: 'adjuster', assigneeId: decision.state.adjusterId })
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
