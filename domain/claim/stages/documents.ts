import { clockKindFacts } from '../../clocks/kinds.ts'
import { refuse } from '../../errors.ts'
import type { ChecklistItem } from '../../rules/vocabulary.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import { isOpen } from '../stages.ts'
import type { ChecklistLine, ClaimState } from '../state.ts'
import { enterStage, targetFromNow, tellCustomer } from './entering.ts'

/** Required items that nobody has accepted yet and that the customer still has to send. */
export function missingItems(state: ClaimState): readonly ChecklistItem[] {
  return state.checklist
    .filter((line) => line.need === 'required' && (line.state === 'wanted' || line.state === 'refused'))
    .map((line) => line.item)
}

function isComplete(state: ClaimState): boolean {
  return state.checklist.every((line) => line.need !== 'required' || line.state === 'accepted')
}

/** Documents: what is wanted, received, accepted, refused; and the one notice of what is missing. */
export const decideDocuments = {
  sendChecklist(decision) {
    decision.requireStage('documents')
    if (decision.state.checklistSentAt !== null) refuse('alreadyDone')
    decision.emit('checklistSent', { remindAt: targetFromNow(decision, 'noticeReminder') })
    tellCustomer(decision, 'checklist', { items: missingItems(decision.state) })
  },

  remindDocuments(decision) {
    decision.requireStage('documents')
    const { remindAt } = decision.state
    if (remindAt === null || remindAt > decision.now) refuse('nothingDue')
    const items = missingItems(decision.state)
    decision.emit('documentsReminded', { remindAt: targetFromNow(decision, 'noticeReminder') })
    if (items.length > 0) tellCustomer(decision, 'reminder', { items })
  },

  receiveDocument(decision, { item, documentId, contentHash }) {
    if (!isOpen(decision.state.stage)) refuse('claimClosed', { stage: decision.state.stage })
    lineOf(decision, item)
    decision.emit('documentReceived', { item, documentId, contentHash })
    startLegalClocks(decision)
    answerNotice(decision)
    if (decision.state.stage === 'documents' && missingItems(decision.state).length === 0) {
      if (!decision.isRunning('documentsReview')) decision.startClock('documentsReview')
    }
    return { documentId }
  },

  reviewDocument(decision, { item, accepted, reasonCode }) {
    decision.requireStage('report', 'documents', 'acceptance')
    const line = lineOf(decision, item)
    if (line.state !== 'received' && line.state !== 'accepted')
      refuse('itemNotReceived', { item, state: line.state })
    if (!accepted && reasonCode === null) refuse('malformed', { field: 'reasonCode', reason: 'required' })
    decision.emit('documentReviewed', { item, state: accepted ? 'accepted' : 'refused', reasonCode })
    completeIfAll(decision)
  },

  waiveItem(decision, { item }) {
    decision.requireStage('report', 'documents')
    if (lineOf(decision, item).state === 'accepted') refuse('alreadyDone', { item })
    decision.emit('documentReviewed', { item, state: 'accepted', reasonCode: 'waived' })
    completeIfAll(decision)
  },

  issueNotice(decision, { items, newReason }) {
    decision.requireStage('documents', 'acceptance')
    const second = decision.state.notices.length > 0
    // The law allows one notice; another one is a new reason that a supervisor answers for.
    if (second && !(newReason && decision.facts.actor.roles.includes('approver'))) refuse('noticeAlreadySent')
    for (const item of items) lineOf(decision, item)
    const wanted = [...new Set([...missingItems(decision.state), ...items])]
    if (wanted.length === 0) refuse('nothingMissing')
    if (decision.state.stage === 'acceptance') enterStage(decision, 'documents')
    for (const item of items)
      decision.emit('documentReviewed', { item, state: 'wanted', reasonCode: 'supplement' })
    const noticeId = tellCustomer(decision, 'supplement', { items: wanted }) ?? decision.facts.newId()
    decision.emit('noticeIssued', {
      notice: {
        id: noticeId,
        items: wanted,
        issuedAt: decision.now,
        deliveredAt: null,
        answeredAt: null,
        approvedBy: second ? decision.facts.actor.personId : null,
      },
    })
    return { noticeId, items: wanted }
  },

  recordNoticeDelivery(decision, { noticeId, template, deliveredAt }) {
    if (template === 'acknowledgement' || template === 'checklist') decision.finishClock('documentsNotice')
    if (template === 'rejection' && decision.state.rejection?.letterDeliveredAt === null) {
      decision.emit('letterDelivered', { deliveredAt })
      decision.finishClock('rejectionLetter')
    }
    const notice = decision.state.notices.find((one) => one.id === noticeId)
    if (notice === undefined || notice.deliveredAt !== null) return
    decision.emit('noticeDelivered', { noticeId, deliveredAt })
    if (notice.answeredAt === null) pauseForSupplement(decision, deliveredAt)
  },
} satisfies Partial<Deciders>

function lineOf(decision: Decision, item: ChecklistItem): ChecklistLine {
  const line = decision.state.checklist.find((one) => one.item === item)
  return line ?? refuse('itemNotOnChecklist', { item })
}

/**
 * The terms of determination and of the advance run from the first receipt of
 * claim and evidence (Insurance Law, Interpretation II, article 15; article 25).
 */
function startLegalClocks(decision: Decision): void {
  if (decision.state.evidenceReceivedAt !== null) return
  decision.emit('evidenceReceived', {})
  decision.startClock('determination')
  decision.startClock('advance60')
}

function pauseForSupplement(decision: Decision, deliveredAt: number): void {
  for (const { key, kind } of Object.values(decision.state.clocks)) {
    if (clockKindFacts[kind].pausedBySupplement) decision.pauseClock(key, deliveredAt)
  }
  if (!decision.isRunning('supplement')) decision.startClock('supplement')
}

function answerNotice(decision: Decision): void {
  const open = decision.state.notices.find((notice) => notice.answeredAt === null)
  if (open === undefined) return
  const arrived = open.items.every((item) => {
    const line = decision.state.checklist.find((one) => one.item === item)
    return line?.state === 'received' || line?.state === 'accepted'
  })
  if (!arrived) return
  decision.emit('supplementReceived', { noticeId: open.id })
  decision.finishClock('supplement')
  for (const { key } of Object.values(decision.state.clocks)) decision.resumeClock(key)
}

function completeIfAll(decision: Decision): void {
  if (decision.state.stage === 'documents' && isComplete(decision.state)) enterStage(decision, 'acceptance')
}
