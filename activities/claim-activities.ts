import { DomainError } from '../domain/errors.ts'
import type { Told } from '../domain/claim/told.ts'
import { systemSender, type AnyClaimCommand, type Executed } from '../db/commands.ts'
import type { Execute } from '../db/execute.ts'
import type { IssuedAnswer, IssuedCommand } from '../workflows/messages.ts'

export interface ClaimActivities {
  readClaim(input: { readonly claimId: string }): Promise<Told>
  issueCommand(command: IssuedCommand): Promise<IssuedAnswer>
  issuePaymentCommand(command: IssuedCommand): Promise<IssuedAnswer>
}

export interface ClaimActivityDependencies {
  readonly execute: Execute
  readonly readTold: (claimId: string) => Promise<Told>
  readonly tell: (told: Told) => void
}

/** Workflows change a claim like everybody else: by commands, each a transaction. */
export function createClaimActivities({
  execute,
  readTold,
  tell,
}: ClaimActivityDependencies): ClaimActivities {
  const issue = async ({
    claimId,
    type,
    body,
    key,
  }: IssuedCommand): Promise<{ answer: IssuedAnswer; done?: Executed }> => {
    const command = { claimId, type, body, key, sender: systemSender } as AnyClaimCommand
    try {
      const done = await execute(command)
      return { answer: { told: done.told, refused: null, reply: done.reply }, done }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { answer: { told: await readTold(claimId), refused: error.code, reply: {} } }
    }
  }
  return {
    readClaim: ({ claimId }) => readTold(claimId),
    issueCommand: async (command) => (await issue(command)).answer,
    issuePaymentCommand: async (command) => {
      const { answer, done } = await issue(command)
      // The claim's own workflow did not ask for this, so it has to hear of it.
      if (done?.tellNeeded === true) tell(done.told)
      return answer
    },
  }
}
