import { isDeepStrictEqual } from 'node:util'
import { nextAutomatic } from '../domain/claim/fast-track-steps.ts'
import type { ClaimState } from '../domain/claim/state.ts'
import { DomainError, refusals } from '../domain/errors.ts'
import type { Told } from '../domain/claim/told.ts'
import { softwareSender, systemSender, type AnyClaimCommand, type Executed } from '../db/commands.ts'
import type { Execute } from '../db/execute.ts'
import {
  newsOf,
  type FastTrackInput,
  type IssuedAnswer,
  type IssuedCommand,
  type IssuedPaymentAnswer,
  type News,
  type PaymentInput,
} from '../workflows/messages.ts'

export interface ClaimActivities {
  readClaim(input: { readonly claimId: string }): Promise<News>
  issueCommand(command: IssuedCommand): Promise<IssuedAnswer>
  /** All that the fast track does in a stage: each decision a command of its own, the next from what it left. */
  takeFastTrack(input: FastTrackInput): Promise<IssuedAnswer>
  issuePaymentCommand(command: IssuedCommand): Promise<IssuedPaymentAnswer>
  /** Sees to it that the payment has a workflow; that it runs already is the ordinary case after a restart. */
  startPayment(payment: PaymentInput): Promise<void>
}

export interface ClaimActivityDependencies {
  readonly execute: Execute
  readonly readTold: (claimId: string) => Promise<Told>
  readonly readState: (claimId: string) => Promise<ClaimState>
  readonly tell: (told: Told) => void
  readonly startPayment: (payment: PaymentInput) => Promise<void>
}

/** Workflows change a claim like everybody else: by commands, each a transaction. */
export function createClaimActivities({
  execute,
  readTold,
  readState,
  tell,
  startPayment,
}: ClaimActivityDependencies): ClaimActivities {
  const issue = async (
    { claimId, type, body, key }: IssuedCommand,
    sender = systemSender,
  ): Promise<Executed | DomainError> => {
    const command = { claimId, type, body, key, sender } as AnyClaimCommand
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
    takeFastTrack: async ({ claimId, stage, key }) => {
      const taken = new Set<string>()
      for (;;) {
        const state = await readState(claimId)
        const step = nextAutomatic(state)
        if (step === null || state.stage !== stage || taken.has(step.type)) break
        taken.add(step.type)
        const { type, body } = step
        const sender = step.by === 'software' ? softwareSender : systemSender
        const done = await issue({ claimId, type, body, key: `${key}:${type}` }, sender)
        if (!(done instanceof DomainError)) continue
        if (refusals[done.code].retry) throw done
        // A try that was given up may still be under way, and have done it: the claim goes on from there.
        if (!isDeepStrictEqual(nextAutomatic(await readState(claimId)), step)) continue
        const refused = { refused: done.code }
        await issue({ claimId, type: 'leaveFastTrack', body: refused, key: `${key}:leaveFastTrack` })
        break
      }
      return { told: newsOf(await readTold(claimId)), refused: null }
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
