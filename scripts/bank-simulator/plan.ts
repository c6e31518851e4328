import type { Behaviour } from './behaviours.ts'

/**
 * What will happen to one payment after it was taken in. Kept with the payment, so that a simulator killed in
 * between goes on as it was told.
 */
export interface Plan {
  /** 0 executes before the request is answered. */
  readonly executeAfterMs: number
  readonly executions: 1 | 2
  /** Queries do not find the payment before it is executed. */
  readonly hidden: boolean
  readonly returnAfterMs: number | undefined
  readonly callback: CallbackPlan
}

export type CallbackFault = 'wrongKey' | 'oldTimestamp' | 'tamperedBody'

export interface CallbackPlan {
  /** Sent at the same moment, with the same message id; 0 leaves us to find out by asking. */
  readonly copies: number
  readonly fault: CallbackFault | undefined
  /** The bank gives up after so many; without it, it repeats until it is answered. */
  readonly mostAttempts: number | undefined
  readonly contradiction:
    | {
        readonly order: 'paidThenFailed' | 'failedThenPaid'
        readonly gapMs: number
        /** The later one carries the earlier instant. */
        readonly outOfOrder: boolean
      }
    | undefined
}

const honestCallback: CallbackPlan = {
  copies: 1,
  fault: undefined,
  mostAttempts: undefined,
  contradiction: undefined,
}

export function planOf(behaviour: Behaviour | undefined, executeAfterMs: number): Plan {
  const honest: Plan = {
    executeAfterMs,
    executions: 1,
    hidden: false,
    returnAfterMs: undefined,
    callback: honestCallback,
  }
  switch (behaviour?.behaviour) {
    case 'timeoutButPaid':
      return { ...honest, callback: heard(behaviour.parameters?.callsBack) }
    case 'lostReply':
      return { ...honest, executeAfterMs: 0, callback: heard(behaviour.parameters?.callsBack) }
    case 'callbackBeforeReply':
      return { ...honest, executeAfterMs: 0 }
    case 'paysTwice':
      return { ...honest, executions: 2 }
    case 'notFoundThenPaid':
      return { ...honest, executeAfterMs: behaviour.parameters?.hiddenMs ?? 1000, hidden: true }
    case 'returnedLater':
      return { ...honest, returnAfterMs: behaviour.parameters?.afterMs ?? 1000 }
    case 'duplicateCallback':
      return { ...honest, callback: { ...honestCallback, copies: behaviour.parameters?.copies ?? 2 } }
    case 'badSignatureCallback': {
      const { fault = 'wrongKey', attempts = 1 } = behaviour.parameters ?? {}
      return { ...honest, callback: { ...honestCallback, fault, mostAttempts: attempts } }
    }
    case 'contradiction': {
      const { order = 'paidThenFailed', gapMs = 100, outOfOrder = false } = behaviour.parameters ?? {}
      return { ...honest, callback: { ...honestCallback, contradiction: { order, gapMs, outOfOrder } } }
    }
    case undefined:
    case 'slow':
    case 'timeoutNeverArrived':
    case 'unreadableAnswer':
    case 'badSignatureAnswer':
    case 'answerForOtherReference':
    case 'serverError':
      break
  }
  return honest
}

function heard(callsBack = true): CallbackPlan {
  return { ...honestCallback, copies: callsBack ? 1 : 0 }
}
