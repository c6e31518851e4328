import { channel } from 'node:diagnostics_channel'
import type { BankAnswer } from '../domain/claim/bank-answer.ts'
import type { PaymentToSend } from '../db/payments/read-intent.ts'
import type { BankGateway, QueryAnswer, SubmitAnswer } from './bank/gateway.ts'

const sending = channel('lipei:bank.sending')
const answered = channel('lipei:bank.answered')
const asked = channel('lipei:bank.asked')

export interface BankActivities {
  submitPayment(input: {
    readonly intentId: string
    readonly fence: number
    readonly deadline: number
  }): Promise<BankAnswer>
  queryPayment(input: { readonly intentId: string }): Promise<BankAnswer>
}

export interface BankActivityDependencies {
  readonly bank: BankGateway
  /** The intent with its frozen payee, and the database's clock. */
  readonly readIntent: (intentId: string) => Promise<PaymentToSend>
}

/** The two words that are exchanged with the bank; what they mean is decided by a command. */
export function createBankActivities({ bank, readIntent }: BankActivityDependencies): BankActivities {
  return {
    async submitPayment({ intentId, fence, deadline }) {
      const intent = await readIntent(intentId)
      const left = deadline - intent.now
      // A frozen process that wakes up late holds an old fence or a passed deadline, and sends nothing.
      if (intent.fence !== fence || intent.status !== 'submitting' || left <= 0) {
        return { status: 'unknown', reason: 'staleFence' }
      }
      sending.publish(intent)
      const answer = await bank.submit(intent.instruction, left)
      answered.publish(answer)
      return submitted(answer, intent.instruction.amountMinor)
    },
    async queryPayment({ intentId }) {
      const intent = await readIntent(intentId)
      const answer = await bank.query(intent.instruction.ref)
      asked.publish(answer)
      return queried(answer)
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
