import { refuse } from '../../errors.ts'
import { add } from '../../money.ts'
import type { Deciders } from '../decider.ts'
import type { Decision } from '../decision.ts'
import { isOpen } from '../stages.ts'
import type { ClaimState, Intent, Settlement, SettlementPayee } from '../state.ts'
import { find, peopleInvolved } from './approval.ts'
import { applyAnswer, suspend } from './bank-answers.ts'
import { isSoftware } from '../software.ts'
import { closeWith } from './entering.ts'
import { releasedBySoftware } from './fast-track.ts'
import { checkAdequacy } from './reserve.ts'
import { approvedMinor, liveMinor, openPayments, owedToThirdParty, undecided } from './settled.ts'
import { settlementHash } from './settlement.ts'

/** Paying exactly what was approved, once: intents, gate, the bank's word, close. */
export const decidePayment = {
  releasePayments(decision, { settlementId, hash }) {
    const settlement = find(decision, settlementId)
    checkReleaser(decision, settlement)
    if (!isOpen(decision.state.stage)) refuse('claimClosed', { stage: decision.state.stage })
    if (settlement.state !== 'approved') refuse('approvalVoid', { state: settlement.state })
    if (settlement.hash !== hash || settlementHash(decision, settlement) !== hash)
      refuse('contentChanged', { hash: settlement.hash })
    if (decision.state.intents.some((intent) => intent.settlementId === settlementId)) refuse('alreadyDone')
    if (settlement.payees.length === 0) refuse('nothingPayable')
    checkSum(decision.state, settlement)
    // Third parties first, so that who waits for them finds their payments open.
    const payees = settlement.payees.toSorted((a, b) => Number(b.thirdParty) - Number(a.thirdParty))
    for (const payee of payees) openIntent(decision, settlement, payee)
    releasedBySoftware(decision)
    return {
      intents: decision.state.intents
        .filter((intent) => intent.settlementId === settlementId)
        .map(({ id, ref, amountMinor, status }) => ({ id, ref, amountMinor, status })),
    }
  },

  doubtPayments(decision, { since }) {
    for (const { id, status } of decision.state.intents) {
      if (undecided.includes(status)) decision.emit('intentDoubted', { intentId: id, since })
    }
  },

  gatePayment(decision, { intentId, resend }) {
    const { facts } = decision
    const intent = findIntent(decision, intentId)
    // What has left already is asked about while the lane is shut: status first, then the lane.
    if (resend ? !mayResend(intent) : intent.status !== 'ready') {
      refuse('intentNotSendable', { status: intent.status })
    }
    if (!facts.payLaneOpen) refuse('laneClosed')
    // A payment that a restore has made doubtful may be one that was held back for a third party.
    if (resend && !intent.thirdParty && owedToThirdParty(decision.state)) refuse('thirdPartyFirst')
    const doubt = (resend ? windowOver(decision, intent) : null) ?? approvalDoubt(decision, intent)
    if (doubt !== null) {
      suspend(decision, intent, doubt)
      return { sendable: false, fence: intent.fence, deadline: decision.now }
    }
    const deadline = decision.now + facts.bank.submitDeadlineMs
    decision.emit('intentGated', { intentId, fence: intent.fence + 1, deadline, resend })
    return { sendable: true, fence: intent.fence + 1, deadline }
  },

  recordBankAnswer(decision, { intentId, fence, source, answer, askedAt }) {
    const intent = findIntent(decision, intentId)
    const isOfAnother = fence !== null && fence !== intent.fence
    // What a sending that is no longer the last one was answered, or that the bank did not know it, says nothing
    // about the last one.
    if (isOfAnother && (source === 'submit' || answer.status === 'notFound')) return { status: intent.status }
    applyAnswer(decision, intent, source, answer, askedAt)
    return { status: findIntent(decision, intentId).status }
  },

  resolveSuspense(decision, { intentId, outcome }) {
    const intent = findIntent(decision, intentId)
    if (intent.status !== 'suspense') refuse('alreadyDone', { status: intent.status })
    const proposal = intent.suspense?.proposal ?? null
    if (proposal === null || proposal.outcome !== outcome) {
      decision.emit('suspenseProposed', { intentId, outcome, by: decision.person })
      return { proposed: outcome, confirmed: false }
    }
    if (proposal.by === decision.person) refuse('secondPersonNeeded')
    applyAnswer(
      decision,
      intent,
      'people',
      outcome === 'paid'
        ? { status: 'paid', at: decision.now, amountMinor: intent.amountMinor }
        : { status: 'rejected', reason: 'resolvedByTwo' },
    )
    return { proposed: outcome, confirmed: true }
  },

  closeClaim(decision) {
    decision.requireStage('payment')
    const open = openPayments(decision.state)
    if (open.length > 0) refuse('intentOpen', { open })
    checkAdequacy(decision)
    closeWith(decision, 'paid')
  },
} satisfies Partial<Deciders>

function findIntent(decision: Decision, intentId: string): Intent {
  return decision.state.intents.find((one) => one.id === intentId) ?? refuse('notFound', { intentId })
}

/** Who approved, proposed or calculated does not also let the money go. */
function checkReleaser(decision: Decision, settlement: Settlement): void {
  const person = decision.person
  if (isSoftware(decision.facts.actor)) return
  if (peopleInvolved(decision.state, settlement).has(person)) refuse('ownWork')
  if (settlement.approvals.some((approval) => approval.personId === person)) refuse('ownWork')
}

function checkSum(state: ClaimState, settlement: Settlement): void {
  const approved = approvedMinor(state)
  const committed = add(liveMinor(state), settlement.amountMinor)
  if (committed > approved) refuse('aboveSettlement', { left: approved, given: committed })
}

function openIntent(decision: Decision, settlement: Settlement, payee: SettlementPayee): void {
  const id = decision.facts.newId()
  const waits = !payee.thirdParty && owedToThirdParty(decision.state)
  const { lostPayments, now } = decision.facts
  decision.emit('intentOpened', {
    intent: {
      id,
      settlementId: settlement.id,
      partyId: payee.partyId,
      ref: referenceFor(decision, payee),
      amountMinor: payee.amountMinor,
      payeeHash: payee.payeeHash,
      thirdParty: payee.thirdParty,
      status: lostPayments ? 'unknown' : waits ? 'held' : 'ready',
      posted: false,
      fence: 0,
      deadline: null,
      firstSubmittedAt: lostPayments ? now : null,
      notFoundSince: null,
      denied: false,
      postingDate: decision.facts.today,
      suspense: null,
    },
  })
}

/**
 * Thirty characters of A–Z and 0–9 fit every bank. It follows from claim, payee, amount and count alone: when a
 * restored database has forgotten a payment and it is released again, it is the same reference, by which the bank
 * says that it has paid already.
 */
function referenceFor({ state, facts }: Decision, { payeeHash, amountMinor }: SettlementPayee): string {
  const before = state.intents.filter(
    (intent) => intent.payeeHash === payeeHash && intent.amountMinor === amountMinor,
  ).length
  const digest = facts.hash({ payment: state.id, payeeHash, amountMinor, before })
  return `LP${digest.toUpperCase().slice(0, 28)}`
}

/** Why an approved payment must not leave any more; looked at again at the last moment. */
function approvalDoubt(decision: Decision, intent: Intent): string | null {
  const settlement = find(decision, intent.settlementId)
  if (settlement.state !== 'approved') return 'approvalVoid'
  if (settlementHash(decision, settlement) !== settlement.hash) return 'payeeChanged'
  const approvals = settlement.approvals.filter((approval) => approval.decision === 'approve')
  for (const approval of approvals) {
    const limit = decision.facts.approverLimits.get(approval.personId) ?? null
    if (limit === null || limit < (settlement.levels[approval.level - 1] ?? 0)) return 'authorityLost'
  }
  if (approvals.length !== settlement.levels.length) return 'approvalMissing'
  // The bank has paid as much under a reference that a restored database lost, perhaps for a claim that was lost
  // with it. People look once; what they ask to be paid again is a repayment.
  if (decision.facts.strayPayment && settlement.kind !== 'repayment') return 'strayPayment'
  // What this payment replaces may have arrived after all: the sum counts again at the last moment.
  return liveMinor(decision.state) > approvedMinor(decision.state) ? 'aboveSettlement' : null
}

/** Same reference and same bytes again, only after the bank has denied knowing it for longer than its grace. */
function mayResend(intent: Intent): boolean {
  return intent.status === 'unknown' && intent.denied
}

/** After the bank's window for duplicates a second submission could be a second payment. */
function windowOver(decision: Decision, intent: Intent): string | null {
  const { now, bank } = decision.facts
  const over = intent.firstSubmittedAt === null || now > intent.firstSubmittedAt + bank.dedupWindowMs
  return over ? 'dedupWindowOver' : null
}
