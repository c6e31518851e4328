import { add, subtract } from '../../money.ts'
import type { Evolvers } from './evolvers.ts'
import { reserveReasons } from '../reserve.ts'
import type { ClaimState, Intent } from '../state.ts'

function changeIntent(state: ClaimState, id: string, change: (now: Intent) => Partial<Intent>): ClaimState {
  return {
    ...state,
    intents: state.intents.map((intent) => (intent.id === id ? { ...intent, ...change(intent) } : intent)),
  }
}

/** What the rule opened with or people expected; a settlement and a close say what is, not what is expected. */
function isExpectation(reason: string): boolean {
  return reason === 'opened' || reserveReasons.some((known) => known === reason)
}

/** Reserves and payments. */
export const evolveMoney = {
  reserveRevised: (state, { part, to, reason }) => ({
    ...state,
    reserve:
      part === 'indemnity'
        ? {
            ...state.reserve,
            indemnityMinor: to,
            ...(isExpectation(reason) ? { estimateMinor: to } : {}),
          }
        : { ...state.reserve, expenseMinor: to },
  }),
  reserveChecked: (state, check) => ({ ...state, reserve: { ...state.reserve, check } }),
  intentOpened: (state, { intent }) => ({ ...state, intents: [...state.intents, intent] }),
  intentReadied: (state, { intentId }) => changeIntent(state, intentId, () => ({ status: 'ready' })),
  intentDoubted: (state, { intentId, since }) =>
    changeIntent(state, intentId, (now) => ({
      status: 'unknown',
      // The bank's window counts from the earliest try that may have been forgotten.
      firstSubmittedAt: now.firstSubmittedAt ?? since,
      notFoundSince: null,
      denied: false,
    })),
  intentGated: (state, { intentId, fence, deadline }, at) =>
    changeIntent(state, intentId, (now) => ({
      status: 'submitting',
      fence,
      deadline,
      firstSubmittedAt: now.firstSubmittedAt ?? at,
      notFoundSince: null,
      denied: false,
    })),
  intentAnswered: (state, { intentId, status, notFoundSince, denied, posted }) => {
    const before = state.intents.find((intent) => intent.id === intentId)
    const change = { status, notFoundSince, denied, posted, suspense: null }
    const answered = changeIntent(state, intentId, () => change)
    if (before === undefined || before.posted === posted) return answered
    // What is paid is no longer set aside; what came back is owed, and set aside, again.
    const { indemnityMinor } = state.reserve
    const moved = posted
      ? subtract(indemnityMinor, before.amountMinor)
      : add(indemnityMinor, before.amountMinor)
    return { ...answered, reserve: { ...state.reserve, indemnityMinor: moved } }
  },
  intentSuspended: (state, { intentId, reason }) =>
    changeIntent(state, intentId, () => ({ status: 'suspense', suspense: { reason, proposal: null } })),
  suspenseProposed: (state, { intentId, outcome, by }) =>
    changeIntent(state, intentId, (now) => ({
      suspense: { reason: now.suspense?.reason ?? 'unknown', proposal: { outcome, by } },
    })),
  intentCancelled: (state, { intentId }) => changeIntent(state, intentId, () => ({ status: 'cancelled' })),
} satisfies Partial<Evolvers>
