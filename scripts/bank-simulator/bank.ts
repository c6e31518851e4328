import { createHash, randomUUID } from 'node:crypto'
import type { NotFoundReport, PaymentReport, WireInstruction, WireStatement } from '../../bank/protocol.ts'
import { addCivilDays, startOfDay } from '../../domain/time/civil-date.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { accountFault } from './accounts.ts'
import type { Plan } from './plan.ts'
import type { PaymentRow } from './store-schema.ts'
import type { Store } from './store.ts'

export interface BankRules {
  readonly dedupWindowMs: number
  readonly callsBack: boolean
}

/** What a bank does with money, without HTTP: takes in, executes, returns, reports. */
export class Bank {
  readonly #store: Store
  readonly #rules: BankRules

  constructor(store: Store, rules: BankRules) {
    this.#store = store
    this.#rules = rules
  }

  /**
   * Within the window a reference stands for the payment it came with first. After it the bank has forgotten,
   * and pays again: that is what resending too late costs.
   */
  submit(instruction: WireInstruction, bytes: Uint8Array, plan: Plan, now: Instant): PaymentReport {
    const bodyHash = createHash('sha256').update(bytes).digest('hex')
    const { ref, amountMinor, payeeAccount } = instruction
    return this.#store.transaction(() => {
      const known = this.#store.newestPayment(ref)
      if (known !== undefined && now - known.submittedAt < this.#rules.dedupWindowMs) {
        if (known.bodyHash === bodyHash) return reportOf(known)
        return { ref, amountMinor, status: 'rejected', reason: 'referenceInUse', at: now }
      }
      const fault = accountFault(payeeAccount)
      const refused = fault?.found === 'atOnce'
      const payment = this.#store.addPayment({
        ref,
        bodyHash,
        amountMinor,
        payeeAccount,
        state: refused ? 'rejected' : 'accepted',
        reason: refused ? fault.reason : null,
        submittedAt: now,
        changedAt: now,
        dueAt: refused ? null : now + plan.executeAfterMs,
        plan,
      })
      if (refused) this.#callBack(payment, reportOf(payment), now)
      return reportOf(plan.executeAfterMs === 0 && !refused ? this.#step(payment, now) : payment)
    })
  }

  query(ref: string, now: Instant): PaymentReport | NotFoundReport {
    const payment = this.#store.newestPayment(ref)
    if (payment === undefined || (payment.plan.hidden && payment.state === 'accepted')) {
      return { ref, status: 'notFound', at: now }
    }
    return reportOf(payment)
  }

  /** Lines by the bank's clock, days in Asia/Shanghai. The day that still runs is given as far as it went. */
  statement(day: string, now: Instant): WireStatement {
    const from = startOfDay(day)
    const before = startOfDay(addCivilDays(day, 1))
    const lines = this.#store.journalBetween(from, before).map((row) => ({
      lineId: `LINE${row.id}`,
      ref: row.ref,
      kind: row.kind,
      amountMinor: row.amountMinor,
      bankReference: row.bankReference,
      at: row.at,
    }))
    return { day, final: now >= before, lines }
  }

  /** Executes and returns what is due, each in a transaction of its own. */
  takeDueSteps(now: Instant): void {
    for (const payment of this.#store.duePayments(now)) {
      this.#store.transaction(() => this.#step(payment, now))
    }
  }

  /** Money and the news of it are written together: a kill leaves both or neither. */
  #step(payment: PaymentRow, now: Instant): PaymentRow {
    const next = stepped(payment, now)
    this.#store.changePayment(next)
    if (next.state === 'paid') {
      for (let execution = 1; execution <= payment.plan.executions; execution += 1) {
        const bankReference =
          execution === 1 ? payment.bankReference : `${payment.bankReference}-${execution}`
        this.#store.addMovement({ ...payment, bankReference, kind: 'executed', at: now })
      }
    }
    if (next.state === 'returned') this.#store.addMovement({ ...payment, kind: 'returned', at: now })
    this.#callBack(next, reportOf(next), now)
    return next
  }

  #callBack(payment: PaymentRow, report: PaymentReport, now: Instant): void {
    const { copies, fault, mostAttempts, contradiction } = payment.plan.callback
    if (!this.#rules.callsBack || copies === 0) return
    const send = (content: PaymentReport, at: Instant, dueAt: Instant) => {
      const messageId = randomUUID()
      const body = JSON.stringify({ messageId, ...content, at })
      this.#store.addCallback({
        messageId,
        ref: payment.ref,
        body,
        copies,
        fault: fault ?? null,
        mostAttempts: mostAttempts ?? null,
        dueAt,
      })
    }
    if (contradiction === undefined || report.status !== 'paid') {
      send(report, report.at, now)
      return
    }
    const { order, gapMs, outOfOrder } = contradiction
    const { ref, amountMinor, at } = report
    const failed: PaymentReport = { ref, amountMinor, at, status: 'rejected', reason: 'accountClosed' }
    const [first, second] = order === 'paidThenFailed' ? [report, failed] : [failed, report]
    send(first, outOfOrder ? now + gapMs : now, now)
    send(second, outOfOrder ? now : now + gapMs, now + gapMs)
  }
}

function stepped(payment: PaymentRow, now: Instant): PaymentRow {
  if (payment.state === 'paid') return { ...payment, state: 'returned', changedAt: now, dueAt: null }
  const fault = accountFault(payment.payeeAccount)
  if (fault !== undefined) {
    return { ...payment, state: 'rejected', reason: fault.reason, changedAt: now, dueAt: null }
  }
  const { returnAfterMs } = payment.plan
  return {
    ...payment,
    state: 'paid',
    changedAt: now,
    dueAt: returnAfterMs === undefined ? null : now + returnAfterMs,
  }
}

function reportOf({ ref, amountMinor, state, reason, bankReference, changedAt }: PaymentRow): PaymentReport {
  if (state !== 'rejected') return { ref, amountMinor, status: state, bankReference, at: changedAt }
  return { ref, amountMinor, status: state, reason: reason ?? 'accountClosed', at: changedAt }
}
