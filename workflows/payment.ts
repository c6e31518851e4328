import {
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  sleep,
  workflowInfo,
} from '@temporalio/workflow'
import type { BankActivities } from '../activities/bank-activities.ts'
import type { ClaimActivities } from '../activities/claim-activities.ts'
import type { CommandBodies, CommandType } from '../domain/claim/commands.ts'
import type { IntentStatus } from '../domain/claim/state.ts'
import {
  commandOptions,
  type BankWord,
  type IssuedPaymentAnswer,
  type PaymentInput,
  type PaymentSending,
} from './messages.ts'
import { Pauses } from './payment-pauses.ts'

const { issuePaymentCommand } = proxyLocalActivities<ClaimActivities>(commandOptions)

/** The worker says every second that it lives: after this one is taken to be dead, and the bank is asked. */
const silence = '5 seconds'

/** Sent once: whatever becomes of the try, the bank is asked and never told again by a retry. */
const { submitPayment } = proxyActivities<BankActivities>({
  startToCloseTimeout: '1 minute',
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
export async function paymentWorkflow(input: PaymentInput): Promise<void> {
  const payment = new Payment(input)
  let status = await payment.send(false)
  const pauses = new Pauses()
  while (!final.has(status)) {
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof paymentWorkflow>(input)
    await sleep(pauses.next(status, payment.sendings, payment.denied))
    status = await payment.goOn(status)
  }
}

class Payment {
  readonly #input: PaymentInput
  #commands = 0
  /** How often it was handed to the bank in this run. */
  sendings = 0
  /** Whether the bank has said since the last sending that it does not know it. */
  denied = false

  constructor(input: PaymentInput) {
    this.#input = input
  }

  /** Through the gate and out, if the gate lets it; a payment that has left before is only asked about. */
  async send(resend: boolean): Promise<string> {
    const { intentId } = this.#input
    const gate = await this.#command('gatePayment', { intentId, resend })
    if (gate.refused === 'laneClosed') return resend ? 'unknown' : 'ready'
    if (gate.refused !== null) return 'unknown'
    if (gate.reply['sendable'] !== true) return 'suspense'
    this.sendings += 1
    this.denied = false
    const { fence, deadline } = gate.reply
    return this.#hear(await this.#submit({ intentId, fence: Number(fence), deadline: Number(deadline) }))
  }

  /** What is next for a payment that has no final status yet. */
  async goOn(status: string): Promise<string> {
    if (status === 'ready') return this.send(false)
    const answered = this.#hear(await queryPayment({ intentId: this.#input.intentId }))
    // The gate itself refuses while the bank's grace lasts, and stops when its window is over.
    return answered === 'unknown' ? this.send(true) : answered
  }

  #hear({ status, denied }: BankWord): string {
    this.denied ||= denied === true
    return status
  }

  async #submit(sending: PaymentSending): Promise<BankWord> {
    try {
      return await submitPayment(sending)
    } catch {
      // A worker that died between sending and recording leaves the outcome to be asked for.
      const { intentId, fence } = sending
      const answer = { status: 'unknown', reason: 'noAnswer' } as const
      const { reply } = await this.#command('recordBankAnswer', { intentId, source: 'submit', answer, fence })
      const { status } = reply
      return { status: typeof status === 'string' ? status : 'unknown' }
    }
  }

  async #command<T extends CommandType>(type: T, body: CommandBodies[T]): Promise<IssuedPaymentAnswer> {
    this.#commands += 1
    const key = `payment:${workflowInfo().runId}:${this.#commands}`
    return issuePaymentCommand({ claimId: this.#input.claimId, type, body, key })
  }
}
