import { add, smaller, subtract, zero, type Fen } from '../../money.ts'
import type { ClaimState, Intent, Settlement } from '../state.ts'

/** What the money of a claim has come to: questions to the state, asked by more than one stage. */

const finished: ReadonlySet<Intent['status']> = new Set(['paid', 'failed', 'returned', 'cancelled'])
/** Statuses in which the bank may have the payment and its word decides. */
export const atBank: ReadonlySet<Intent['status']> = new Set(['submitting', 'unknown', 'accepted'])
const gone: ReadonlySet<Intent['status']> = new Set([...atBank, 'suspense'])

/** Not final, and not in people's hands: two of them decide what became of a payment in suspense. */
export const undecided: readonly Intent['status'][] = ['held', 'ready', ...atBank]

/** Final by the bank's or by people's word, as far as anybody knows today. */
export function isFinished(intent: Intent): boolean {
  return finished.has(intent.status)
}

/** Payments that have left or may have left: a claim with one is neither withdrawn nor rejected. */
export function moneyUnderWay(state: ClaimState): readonly string[] {
  return state.intents.filter((intent) => intent.posted || gone.has(intent.status)).map(({ id }) => id)
}

function intentsOf(state: ClaimState, settlement: Settlement): readonly Intent[] {
  return state.intents.filter((intent) => intent.settlementId === settlement.id)
}

function settlementOf(state: ClaimState, intent: Intent): Settlement | undefined {
  return state.settlements.find((one) => one.id === intent.settlementId)
}

/** The settlement that pays anew what this payment did not bring, pending or approved. */
export function replacementOf(state: ClaimState, intent: Intent): Settlement | undefined {
  return state.settlements.find(
    (one) => one.replacesIntent === intent.id && (one.state === 'pending' || one.state === 'approved'),
  )
}

/** A repayment of what has arrived after all: nothing of it is owed any more. */
export function isMoot(state: ClaimState, settlement: Settlement): boolean {
  const replaced = state.intents.find((one) => one.id === settlement.replacesIntent)
  if (replaced === undefined) return false
  if (replaced.status === 'paid') return true
  const before = settlementOf(state, replaced)
  return before !== undefined && isMoot(state, before)
}

/** Approved, and nothing of it has been released yet. */
export function isReleasable(state: ClaimState, settlement: Settlement): boolean {
  return (
    settlement.state === 'approved' &&
    settlement.payees.length > 0 &&
    intentsOf(state, settlement).length === 0
  )
}

/** Whether this amount has reached somebody, by the payment itself or by one that replaced it. */
function hasArrived(state: ClaimState, intent: Intent): boolean {
  if (intent.status === 'paid') return true
  if (!isFinished(intent)) return false
  const replacement = replacementOf(state, intent)
  return replacement?.state === 'approved' && isPaid(state, replacement)
}

function isPaid(state: ClaimState, settlement: Settlement): boolean {
  const intents = intentsOf(state, settlement)
  if (isMoot(state, settlement)) return intents.every(isFinished)
  return intents.length === settlement.payees.length && intents.every((intent) => hasArrived(state, intent))
}

/** What still stands between the claim and its close: settlements not paid to the last fen. */
export function openPayments(state: ClaimState): readonly string[] {
  return state.settlements
    .filter((one) => one.state === 'pending' || (one.state === 'approved' && !isPaid(state, one)))
    .map((one) => one.id)
}

/** Payments that did not arrive and that nobody has asked to pay anew. */
export function awaitingCorrection(state: ClaimState): readonly Intent[] {
  return state.intents.filter((intent) => {
    const settlement = settlementOf(state, intent)
    return (
      (intent.status === 'failed' || intent.status === 'returned') &&
      settlement?.state === 'approved' &&
      !isMoot(state, settlement) &&
      replacementOf(state, intent) === undefined
    )
  })
}

/** Under liability cover the insured is paid only after the third party was (Insurance Law, article 65). */
export function owedToThirdParty(state: ClaimState): boolean {
  return state.intents.some(
    (intent) =>
      intent.thirdParty && settlementOf(state, intent)?.state === 'approved' && !hasArrived(state, intent),
  )
}

/** What approvals have promised and not taken back: it cannot be promised again. */
export function committedMinor(state: ClaimState): Fen {
  return sumOf(
    state.settlements.filter(
      (one) => one.kind !== 'repayment' && (one.state === 'approved' || one.state === 'pending'),
    ),
  )
}

/** What has been approved to be paid; a repayment adds nothing to it. */
export function approvedMinor(state: ClaimState): Fen {
  return sumOf(state.settlements.filter((one) => one.state === 'approved' && one.kind !== 'repayment'))
}

/** What is paid or may yet be paid. Never above what was approved. */
export function liveMinor(state: ClaimState): Fen {
  return sumOf(state.intents.filter((intent) => !['failed', 'returned', 'cancelled'].includes(intent.status)))
}

/** The sheet that the newest settlement rests on, if any counts; a repayment pays again what an earlier one has taken. */
export function countingSheet({ settlements }: ClaimState): number | null {
  const committed = settlements.filter(
    ({ kind, state }) => kind !== 'repayment' && (state === 'approved' || state === 'pending'),
  )
  return committed.at(-1)?.sheetVersion ?? null
}

/**
 * What of the live money is for late payment, in fen: all above the indemnity of the sheet that counts. It is owed
 * "besides paying the insurance money" (Insurance Law, article 23), so it takes nothing from a sum insured.
 */
export function liveLateDamages(state: ClaimState): Fen {
  const version = countingSheet(state)
  const sheet = state.sheets.find((one) => one.version === version)
  const late = (sheet?.byClaimant ?? []).filter(({ coverage }) => coverage === 'lateDamages')
  if (sheet === undefined || late.length === 0) return zero
  const damages = add(zero, ...late.map(({ payableMinor }) => payableMinor))
  const live = liveMinor(state)
  const indemnity = subtract(sheet.payableMinor, damages)
  return smaller(damages, subtract(live, smaller(live, indemnity)))
}

function sumOf(parts: readonly { readonly amountMinor: Fen }[]): Fen {
  return add(zero, ...parts.map((part) => part.amountMinor))
}
