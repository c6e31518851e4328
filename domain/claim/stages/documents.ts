import { clockKindFacts } from '../../clocks/kinds.ts'
import { refuse } from '../../errors.ts'
import type { ChecklistItem } from '../../rules/vocabulary.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import { isOpen } from '../stages.ts'
import type { ChecklistLine, ClaimState } from '../state.ts'
import { enterStage, targetFromNow, tellCustomer } from './entering.ts'

/** What the claim needs: the required items, and whatever a notice has asked for. */
function neededLines(state: ClaimState): readonly ChecklistLine[] {
  const asked = new Set(state.notices.flatMap((notice) => notice.items))
  return state.checklist.filter((line) => line.need === 'required' || asked.has(line.item))
}

/** Needed items that nobody has accepted yet and that the customer still has to send. */
export function missingItems(state: ClaimState): readonly ChecklistItem[] {
  return neededLines(state)
    .filter((line) => line.state === 'wanted' || line.state === 'refused')
    .map((line) => line.item)
}

function isComplete(state: ClaimState): boolean {
  return neededLines(state).every((line) => line.state === 'accepted')
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
    answerNotices(decision)
    goOnWithWhatIsThere(decision)
    return { documentId }
  },

  reviewDocument(decision, { item, accepted, reasonCode }) {
    decision.requireStage('report', 'documents', 'acceptance')
    const line = lineOf(decision, item)
    if (line.state !== 'received' && line.state !== 'accepted')
      refuse('itemNotReceived', { item, state: line.state })
    if (!accepted && reasonCode === null) refuse('malformed', { field: 'reasonCode', reason: 'required' })
    decision.emit('documentReviewed', { item, state: accepted ? 'accepted' : 'refused', reasonCode })
    goOnWithWhatIsThere(decision)
  },

  waiveItem(decision, { item }) {
    decision.requireStage('report', 'documents')
    if (lineOf(decision, item).state === 'accepted') refuse('alreadyDone', { item })
    decision.emit('documentReviewed', { item, state: 'accepted', reasonCode: 'waived' })
    // What is waived is no longer waited for: the term of the law goes on.
    answerNotices(decision)
    goOnWithWhatIsThere(decision)
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
    // The notice speaks for itself: the next reminder has a whole interval.
    decision.emit('documentsReminded', { remindAt: targetFromNow(decision, 'noticeReminder') })
    return { noticeId, items: wanted }
  },

  recordNoticeDelivery(decision, { noticeId, template, deliveredAt }) {
    if (template === 'acknowledgement' || template === 'checklist') decision.finishClock('documentsNotice')
    const { rejection } = decision.state
    if (rejection?.letterId === noticeId && rejection.letterDeliveredAt === null) {
      decision.emit('letterDelivered', { deliveredAt: Math.min(deliveredAt, decision.now) })
      decision.finishClock('rejectionLetter')
    }
    const notice = decision.state.notices.find((one) => one.id === noticeId)
    if (notice === undefined || notice.deliveredAt !== null) return
    // The carrier's clock may be ahead of ours; nothing is delivered in the future.
    const at = Math.min(deliveredAt, decision.now)
    decision.emit('noticeDelivered', { noticeId, deliveredAt: at })
    if (notice.answeredAt === null && isOpen(decision.state.stage)) pauseForSupplement(decision, at)
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

/** A notice is answered when all that it asked for has arrived; time goes on when none is waited for. */
function answerNotices(decision: Decision): void {
  const arrived = (item: ChecklistItem) => {
    const line = decision.state.checklist.find((one) => one.item === item)
    return line?.state === 'received' || line?.state === 'accepted'
  }
  const answered = decision.state.notices.filter(
    (notice) => notice.answeredAt === null && notice.items.every(arrived),
  )
  for (const notice of answered) decision.emit('supplementReceived', { noticeId: notice.id })
  const waited = decision.state.notices.some(
    (notice) => notice.deliveredAt !== null && notice.answeredAt === null,
  )
  if (answered.length === 0 || waited) return
  decision.finishClock('supplement')
  for (const { key } of Object.values(decision.state.clocks)) decision.resumeClock(key)
}

/** What the papers at hand allow: to review them when all have come, to go on when all are accepted. */
export function goOnWithWhatIsThere(decision: Decision): void {
  if (decision.state.stage !== 'documents') return
  if (isComplete(decision.state)) enterStage(decision, 'acceptance')
  else if (missingItems(decision.state).length === 0 && !decision.isRunning('documentsReview')) {
    decision.startClock('documentsReview')
  }
}

/** The claim has come to this stage, perhaps with papers that were sent together with the report. */
export function arriveInDocuments(decision: Decision): void {
  if (decision.state.checklistSentAt !== null) {
    decision.emit('documentsReminded', { remindAt: targetFromNow(decision, 'noticeReminder') })
  }
  goOnWithWhatIsThere(decision)
}
