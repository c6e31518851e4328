import {
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  sleep,
  workflowInfo,
} from '@temporalio/workflow'
import type { BankActivities } from '../activities/bank-activities.ts'
import type { ClaimActivities } from '../activities/claim-activities.ts'
import type { BankAnswer } from '../domain/claim/bank-answer.ts'
import type { CommandBodies, CommandType } from '../domain/claim/commands.ts'
import type { IntentStatus } from '../domain/claim/state.ts'
import { commandOptions, type IssuedPaymentAnswer, type PaymentInput } from './messages.ts'
import { Pauses } from './payment-pauses.ts'

const { issuePaymentCommand } = proxyLocalActivities<ClaimActivities>(commandOptions)

/** The worker says every second that it lives: after this one is taken to be dead, and the bank is asked. */
const silence = '5 seconds'

/** Sent once: whatever becomes of the try, the bank is asked and never told again by a retry. */
const { submitPayment } = proxyActivities<BankActivities>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: silence,
  retry: { maximumAttempts: 1 },
})

const { queryPayment } = proxyActivities<BankActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: silence,
  retry: { maximumInterval: '30 seconds' },
})

const final: ReadonlySet<string> = new Set<IntentStatus>([
  'paid',
  'failed',
  'returned',
  'cancelled',
  'suspense',
])

/** One payment to its end: gate, submit once, ask until the bank's word is final or people take over. */
export async function paymentWorkflow({ claimId, intentId }: PaymentInput): Promise<void> {
  const payment = new Payment(claimId, intentId)
  let status = await payment.send(false)
  const pauses = new Pauses()
  while (!final.has(status)) {
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof paymentWorkflow>({ claimId, intentId })
    await sleep(pauses.next(status, payment.sendings, payment.denied))
    status = await payment.goOn(status)
  }
}

class Payment {
  readonly #claimId: string
  readonly #intentId: string
  #commands = 0
  /** How often it was handed to the bank in this run. */
  sendings = 0
  /** Whether the bank has said since the last sending that it does not know it. */
  denied = false

  constructor(claimId: string, intentId: string) {
    this.#claimId = claimId
    this.#intentId = intentId
  }

  /** Through the gate and out, if the gate lets it; a payment that has left before is only asked about. */
  async send(resend: boolean): Promise<string> {
    const gate = await this.#command('gatePayment', { intentId: this.#intentId, resend })
    if (gate.refused === 'laneClosed') return resend ? 'unknown' : 'ready'
    if (gate.refused !== null) return 'unknown'
    if (gate.reply['sendable'] !== true) return 'suspense'
    const fence = Number(gate.reply['fence'])
    this.sendings += 1
    this.denied = false
    const answer = await this.#submit(fence, Number(gate.reply['deadline']))
    return this.#record('submit', answer, fence)
  }

  /** What is next for a payment that has no final status yet. */
  async goOn(status: string): Promise<string> {
    if (status === 'ready') return this.send(false)
    const answer = await queryPayment({ intentId: this.#intentId })
    const answered = await this.#record('query', answer, null)
    this.denied ||= answer.status === 'notFound'
    // The gate itself refuses while the bank's grace lasts, and stops when its window is over.
    return answered === 'unknown' ? this.send(true) : answered
  }

  async #submit(fence: number, deadline: number): Promise<BankAnswer> {
    try {
      return await submitPayment({ intentId: this.#intentId, fence, deadline })
    } catch {
      // A worker that died between sending and answering leaves the outcome to be asked for.
      return { status: 'unknown', reason: 'noAnswer' }
    }
  }

  async #record(source: 'submit' | 'query', answer: BankAnswer, fence: number | null): Promise<string> {
    const { reply } = await this.#command('recordBankAnswer', {
      intentId: this.#intentId,
      source,
      answer,
      fence,
    })
    const { status } = reply
    return typeof status === 'string' ? status : 'unknown'
  }

  async #command<T extends CommandType>(type: T, body: CommandBodies[T]): Promise<IssuedPaymentAnswer> {
    this.#commands += 1
    const key = `payment:${workflowInfo().runId}:${this.#commands}`
    return issuePaymentCommand({ claimId: this.#claimId, type, body, key })
  }
}
