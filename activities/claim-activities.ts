import { DomainError } from '../domain/errors.ts'
import type { Told } from '../domain/claim/told.ts'
import { systemSender, type AnyClaimCommand, type Executed } from '../db/commands.ts'
import type { Execute } from '../db/execute.ts'
import {
  newsOf,
  type IssuedAnswer,
  type IssuedCommand,
  type IssuedPaymentAnswer,
  type News,
  type PaymentInput,
} from '../workflows/messages.ts'

export interface ClaimActivities {
  readClaim(input: { readonly claimId: string }): Promise<News>
  issueCommand(command: IssuedCommand): Promise<IssuedAnswer>
  issuePaymentCommand(command: IssuedCommand): Promise<IssuedPaymentAnswer>
  /** Sees to it that the payment has a workflow; that it runs already is the ordinary case after a restart. */
  startPayment(payment: PaymentInput): Promise<void>
}

export interface ClaimActivityDependencies {
  readonly execute: Execute
  readonly readTold: (claimId: string) => Promise<Told>
  readonly tell: (told: Told) => void
  readonly startPayment: (payment: PaymentInput) => Promise<void>
}

/** Workflows change a claim like everybody else: by commands, each a transaction. */
export function createClaimActivities({
  execute,
  readTold,
  tell,
  startPayment,
}: ClaimActivityDependencies): ClaimActivities {
  const issue = async ({ claimId, type, body, key }: IssuedCommand): Promise<Executed | DomainError> => {
    const command = { claimId, type, body, key, sender: systemSender } as AnyClaimCommand
    try {
      return await execute(command)
    } catch (error) {
      if (error instanceof DomainError) return error
      throw error
    }
  }
  return {
    readClaim: async ({ claimId }) => newsOf(await readTold(claimId)),
    issueCommand: async (command) => {
      const done = await issue(command)
      return done instanceof DomainError
        ? { told: newsOf(await readTold(command.claimId)), refused: done.code }
        : { told: newsOf(done.told), refused: null }
    },
    issuePaymentCommand: async (command) => {
      const done = await issue(command)
      if (done instanceof DomainError) return { refused: done.code, reply: {} }
      // The claim's own workflow did not ask for this, so it has to hear of it.
      if (done.tellNeeded) tell(done.told)
      const { claimId: _claim, caseNumber: _number, stage: _stage, version: _version, ...reply } = done.reply
      return { refused: null, reply }
    },
    startPayment,
  }
}
