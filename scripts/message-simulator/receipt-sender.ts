import { messageSignature } from '../../messaging/signature.ts'
import { newNonce, type SharedKey } from '../../signed-http/signature.ts'
import { Alarm } from '../bank-simulator/alarm.ts'
import type { ReceiptRow, Store } from './store.ts'

const mostInFlight = 32
const longestPauseMs = 30_000
const answerWithinMs = 2_000

export interface ReceiptTarget {
  readonly url: string
  readonly key: SharedKey
  readonly retryMs: number
}

/** Tells of deliveries until somebody answers 2xx: at least once, and after a kill perhaps once more. */
export class ReceiptSender {
  readonly #store: Store
  readonly #target: ReceiptTarget
  #inFlight = 0
  #stopped = false
  readonly #alarm = new Alarm(() => {
    this.wake()
  })

  constructor(store: Store, target: ReceiptTarget) {
    this.#store = store
    this.#target = target
  }

  /** Looks for what is due; called after every change of the store. */
  wake(): void {
    if (this.#stopped) return
    const now = Date.now()
    for (const receipt of this.#store.dueReceipts(now, mostInFlight - this.#inFlight)) {
      this.#store.changeReceipt({ ...receipt, dueAt: now + answerWithinMs + this.#target.retryMs })
      this.#inFlight += 1
      void this.#attempt(receipt)
    }
    this.#alarm.set(this.#inFlight < mostInFlight ? this.#store.nextDue('receipts') : undefined)
  }

  stop(): void {
    this.#stopped = true
    this.#alarm.set(undefined)
  }

  async #attempt(receipt: ReceiptRow): Promise<void> {
    const copies = Array.from({ length: receipt.copies }, async () => this.#post(receipt.body))
    const delivered = (await Promise.all(copies)).some(Boolean)
    this.#inFlight -= 1
    if (this.#stopped) return
    const attempts = receipt.attempts + 1
    const pauseMs = Math.min(this.#target.retryMs * 2 ** (attempts - 1), longestPauseMs)
    this.#store.changeReceipt({
      ...receipt,
      attempts,
      dueAt: delivered ? null : Date.now() + pauseMs,
      deliveredAt: delivered ? Date.now() : null,
    })
    this.wake()
  }

  async #post(content: string): Promise<boolean> {
    const url = new URL(this.#target.url)
    const body = Buffer.from(content)
    const subject = { direction: 'callback', method: 'POST', path: `${url.pathname}${url.search}` } as const
    const stamp = { timestamp: Date.now(), nonce: newNonce() }
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          ...messageSignature.sign(this.#target.key, subject, body, stamp),
          'content-type': 'application/json',
        },
        body,
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
