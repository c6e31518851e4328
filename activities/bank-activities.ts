import { randomUUID } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CommandBodies } from '../domain/claim/commands.ts'
import type { BankAnswer } from '../domain/claim/bank-answer.ts'
import type { PaymentToSend } from '../db/payments/read-intent.ts'
import type { BankWord, IssuedCommand, IssuedPaymentAnswer, PaymentSending } from '../workflows/messages.ts'
import type { BankGateway, QueryAnswer, SubmitAnswer } from './bank/gateway.ts'

const sending = channel('lipei:bank.sending')
const answered = channel('lipei:bank.answered')
const asked = channel('lipei:bank.asked')

/** Most payments are decided by then, so that their workflows need not be woken to ask. */
const lookAgainAfterMs = 400

/** Why nothing was sent at all. */
const staleFence = 'staleFence'

/** Statuses in which the bank may still say more. */
const open: ReadonlySet<string> = new Set(['accepted', 'unknown'])

export interface BankActivities {
  /** Hands the payment over, once, records the answer, and asks once more when it was not the bank's last word. */
  submitPayment(sending: PaymentSending): Promise<BankWord>
  /** Asks and records the answer. */
  queryPayment(payment: { readonly intentId: string }): Promise<BankWord>
}

export interface BankActivityDependencies {
  readonly bank: BankGateway
  /** The intent with its frozen payee, and the database's clock. */
  readonly readIntent: (intentId: string) => Promise<PaymentToSend>
  readonly issue: (command: IssuedCommand<'recordBankAnswer'>) => Promise<IssuedPaymentAnswer>
}

/** What is exchanged with the bank; what its words mean is decided by the command that records them. */
export function createBankActivities({ bank, readIntent, issue }: BankActivityDependencies): BankActivities {
  async function submit(intent: PaymentToSend, { fence, deadline }: PaymentSending): Promise<BankAnswer> {
    const left = deadline - intent.now
    // A frozen process that wakes up late holds an old fence or a passed deadline, and sends nothing.
    if (intent.fence !== fence || intent.status !== 'submitting' || left <= 0) {
      return { status: 'unknown', reason: staleFence }
    }
    sending.publish(intent)
    const answer = await bank.submit(intent.instruction, left)
    answered.publish(answer)
    return submitted(answer, intent.instruction.amountMinor)
  }

  /** Each exchange is recorded under a key of its own: a word that comes twice adds nothing to what is known. */
  async function record(claimId: string, body: CommandBodies['recordBankAnswer']): Promise<string> {
    const { reply } = await issue({ claimId, type: 'recordBankAnswer', body, key: `payment:${randomUUID()}` })
    return typeof reply['status'] === 'string' ? reply['status'] : 'unknown'
  }

  async function ask(
    intentId: string,
    { claimId, fence, now, instruction }: PaymentToSend,
  ): Promise<BankWord> {
    const answer = await bank.query(instruction.ref)
    asked.publish(answer)
    // Who is frozen between question and record says what was true when it asked, of the sending it asked about.
    const body = { intentId, source: 'query', answer: queried(answer), fence, askedAt: now } as const
    const status = await record(claimId, body)
    return answer.status === 'notFound' ? { status, denied: true } : { status }
  }

  return {
    async submitPayment(payment) {
      const { intentId, fence } = payment
      const intent = await readIntent(intentId)
      const answer = await submit(intent, payment)
      const status = await record(intent.claimId, { intentId, source: 'submit', answer, fence })
      const wasSent = answer.status !== 'unknown' || answer.reason !== staleFence
      if (!wasSent || !open.has(status)) return { status }
      await sleep(lookAgainAfterMs)
      const later = await readIntent(intentId)
      // The bank may have called meanwhile.
      return open.has(later.status) ? ask(intentId, later) : { status: later.status }
    },
    async queryPayment({ intentId }) {
      return ask(intentId, await readIntent(intentId))
    },
  }
}

function submitted(
  answer: SubmitAnswer,
  amountMinor: PaymentToSend['instruction']['amountMinor'],
): BankAnswer {
  switch (answer.outcome) {
    case 'accepted':
      return { status: 'accepted' }
    case 'paid':
      return { status: 'paid', at: answer.at, amountMinor }
    case 'rejected':
      return { status: 'rejected', reason: answer.reason }
    case 'unknown':
      return { status: 'unknown', reason: answer.reason }
  }
}

function queried(answer: QueryAnswer): BankAnswer {
  switch (answer.status) {
    case 'pending':
      return { status: 'accepted' }
    case 'paid':
    case 'returned':
      return { status: answer.status, at: answer.at, amountMinor: answer.amountMinor }
    case 'rejected':
      return { status: 'rejected', reason: answer.reason }
    case 'notFound':
      return { status: 'notFound' }
    case 'unknown':
      return { status: 'unknown', reason: answer.reason }
  }
}
