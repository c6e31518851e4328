import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { clockTolerance, newNonce, signMessage, type BankKey } from '../../bank/signature.ts'
import { Alarm } from './alarm.ts'
import type { CallbackFault } from './plan.ts'
import type { CallbackRow } from './store-schema.ts'
import type { Store } from './store.ts'

const mostInFlight = 32
const longestPauseMs = 30_000
const answerWithinMs = 2_000

export interface CallbackTarget {
  readonly url: string
  readonly key: BankKey
  readonly retryMs: number
}

/** Delivers what the store holds until somebody answers 2xx: at least once, and after a kill perhaps once more. */
export class CallbackSender {
  readonly #store: Store
  readonly #target: CallbackTarget
  #inFlight = 0
  readonly #alarm = new Alarm(() => {
    this.wake()
  })
  #stopped = false

  constructor(store: Store, target: CallbackTarget) {
    this.#store = store
    this.#target = target
  }

  /** Looks for what is due; called after every change of the store. */
  wake(): void {
    if (this.#stopped) return
    const now = Date.now()
    for (const callback of this.#store.dueCallbacks(now, mostInFlight - this.#inFlight)) {
      // Due again only after this attempt must have ended: a simulator killed meanwhile repeats it then.
      this.#store.changeCallback({ ...callback, dueAt: now + answerWithinMs + this.#target.retryMs })
      this.#inFlight += 1
      void this.#attempt(callback)
    }
    // With every place taken the end of an attempt wakes the sender; a timer would only spin.
    this.#alarm.set(this.#inFlight < mostInFlight ? this.#store.nextCallbackDue() : undefined)
  }

  /** Waits until every callback of a payment was answered or given up, but no longer than told. */
  async settled(ref: string, waitAtMostMs: number): Promise<void> {
    const until = Date.now() + waitAtMostMs
    while (Date.now() < until && this.#store.callbacksOf(ref).some(({ dueAt }) => dueAt !== null)) {
      await sleep(10)
    }
  }

  stop(): void {
    this.#stopped = true
    this.#alarm.set(undefined)
  }

  async #attempt(callback: CallbackRow): Promise<void> {
    const copies = Array.from({ length: callback.copies }, async () => this.#post(callback))
    const delivered = (await Promise.all(copies)).some(Boolean)
    this.#inFlight -= 1
    if (this.#stopped) return
    const attempts = callback.attempts + 1
    const givenUp = callback.mostAttempts !== null && attempts >= callback.mostAttempts
    const pauseMs = Math.min(this.#target.retryMs * 2 ** (attempts - 1), longestPauseMs)
    this.#store.changeCallback({
      ...callback,
      attempts,
      dueAt: delivered || givenUp ? null : Date.now() + pauseMs,
      deliveredAt: delivered ? Date.now() : null,
    })
    this.wake()
  }

  async #post(callback: CallbackRow): Promise<boolean> {
    const url = new URL(this.#target.url)
    const body = Buffer.from(callback.body)
    const key =
      callback.fault === 'wrongKey' ? { ...this.#target.key, secret: randomBytes(32) } : this.#target.key
    const timestamp = callback.fault === 'oldTimestamp' ? Date.now() - 2 * clockTolerance : Date.now()
    const subject = { direction: 'callback', method: 'POST', path: `${url.pathname}${url.search}` } as const
    const signed = signMessage(key, subject, body, { timestamp, nonce: newNonce() })
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...signed, 'content-type': 'application/json' },
        body: sentBody(callback.body, callback.fault),
        redirect: 'error',
        signal: AbortSignal.timeout(answerWithinMs),
      })
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }
}

/** A tampered body claims another amount than the one that was signed. */
function sentBody(body: string, fault: CallbackFault | null): string {
  if (fault !== 'tamperedBody') return body
  const content = JSON.parse(body) as { amountMinor: number }
  return JSON.stringify({ ...content, amountMinor: content.amountMinor + 1 })
}
