import type { Instant } from '../../time/instant.ts'
import type { BankAnswer } from '../bank-answer.ts'
import type { Decision } from '../decision.ts'
import { isOpen } from '../stages.ts'
import type { Intent } from '../state.ts'
import { voidUnpaid } from './adjustment.ts'
import { payWhenDecided } from './approval.ts'
import { tellCustomer } from './entering.ts'
import { atBank, isMoot, openPayments, owedToThirdParty } from './settled.ts'

/**
 * One transition function for the answer to a submission, a query, a callback, a
 * statement line and two people's resolution. Later words only add knowledge;
 * words that contradict what is known go to people, never to a silent flip.
 */
export function applyAnswer(
  decision: Decision,
  intent: Intent,
  source: string,
  answer: BankAnswer,
  at: Instant = decision.now,
): void {
  const sure = source === 'people'
  switch (answer.status) {
    case 'paid':
      if (intent.status === 'paid' || intent.status === 'returned') return
      if (answer.amountMinor !== intent.amountMinor) suspend(decision, intent, 'amountDiffers')
      else if (atBank.has(intent.status) || sure) settle(decision, intent, source, 'paid')
      else suspend(decision, intent, `paidWhile:${intent.status}`)
      return
    case 'rejected':
      if (intent.status === 'failed' || intent.status === 'returned') return
      if (atBank.has(intent.status) || sure) settle(decision, intent, source, 'failed')
      else suspend(decision, intent, `rejectedWhile:${intent.status}`)
      return
    case 'returned':
      if (intent.status === 'returned') return
      if (answer.amountMinor !== intent.amountMinor) suspend(decision, intent, 'amountDiffers')
      else if (atBank.has(intent.status) || intent.status === 'paid')
        settle(decision, intent, source, 'returned')
      else suspend(decision, intent, `returnedWhile:${intent.status}`)
      return
    case 'accepted':
      if (intent.status === 'submitting' || intent.status === 'unknown')
        wait(decision, intent, source, 'accepted', at)
      return
    case 'notFound':
      if (atBank.has(intent.status)) wait(decision, intent, source, 'unknown', at)
      return
    case 'unknown':
      if (intent.status === 'submitting') {
        decision.emit('intentAnswered', {
          intentId: intent.id,
          status: 'unknown',
          source,
          notFoundSince: null,
          denied: false,
          posted: intent.posted,
        })
      }
      return
  }
}

/** Not an end: the bank has it, or says that it does not know it (since when, is counted). */
function wait(
  decision: Decision,
  intent: Intent,
  source: string,
  status: 'accepted' | 'unknown',
  at: Instant,
): void {
  const notFoundSince = status === 'unknown' ? (intent.notFoundSince ?? at) : null
  // One denial and then silence is no denial that outlasted the grace: the bank has to say it again.
  const grace = decision.facts.bank.notFoundGraceMs
  const denied = notFoundSince !== null && at >= notFoundSince + grace
  const same = notFoundSince === intent.notFoundSince && denied === intent.denied
  if (status === intent.status && same) return
  decision.emit('intentAnswered', {
    intentId: intent.id,
    status,
    source,
    notFoundSince,
    denied,
    posted: intent.posted,
  })
}

/** The bank's last word. The ledger follows `posted`, in the same transaction. */
function settle(
  decision: Decision,
  intent: Intent,
  source: string,
  status: 'paid' | 'failed' | 'returned',
): void {
  decision.emit('intentAnswered', {
    intentId: intent.id,
    status,
    source,
    notFoundSince: null,
    denied: false,
    posted: status === 'paid',
  })
  if (status === 'paid') {
    decision.notify({
      id: decision.facts.newId(),
      template: 'paid',
      to: { partyId: intent.partyId },
      parameters: { amountMinor: intent.amountMinor, ref: intent.ref, ...helpAsked(decision, intent) },
    })
    voidUnpaid(decision, 'arrivedAfterAll', (one) => isMoot(decision.state, one))
    payWhenDecided(decision)
    readyHeld(decision)
    // The duty is done when the money has gone, whenever the claim is closed.
    if (openPayments(decision.state).length === 0) decision.finishClock('payment')
    return
  }
  const settlement = decision.state.settlements.find((one) => one.id === intent.settlementId)
  // Nothing is owed under an approval that fell: the payment is over, and so is the matter.
  if (settlement?.state !== 'approved' || isMoot(decision.state, settlement)) return
  if (!isOpen(decision.state.stage)) {
    // Money came back after the close: the claim is open again until it has arrived.
    decision.emit('claimReopened', { to: 'payment' })
    decision.moveTo('payment')
    if (!decision.isRunning('payment')) decision.startClock('payment')
  }
  tellCustomer(decision, 'paymentProblem', { ref: intent.ref })
}

/** Who was paid for a loss that others are liable for owes us papers and what they know of it (Insurance Law 63). */
function helpAsked({ state }: Decision, intent: Intent): { readonly helpAsked?: true } {
  const settlement = state.settlements.find((one) => one.id === intent.settlementId)
  const sheet = state.sheets.find((one) => one.version === settlement?.sheetVersion)
  return sheet?.subrogationMinor === undefined || intent.thirdParty ? {} : { helpAsked: true }
}

/** The insured's turn comes when every third party of the claim has been paid. */
function readyHeld(decision: Decision): void {
  if (owedToThirdParty(decision.state)) return
  for (const intent of decision.state.intents) {
    if (intent.status === 'held') decision.emit('intentReadied', { intentId: intent.id })
  }
}

/** Stops a payment that people have to look at; two of them decide what became of it. */
export function suspend(decision: Decision, intent: Intent, reason: string): void {
  if (intent.status === 'suspense' && intent.suspense?.reason === reason) return
  decision.emit('intentSuspended', { intentId: intent.id, reason })
}
