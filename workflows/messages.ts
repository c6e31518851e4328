import type { CommandBodies, CommandType } from '../domain/claim/commands.ts'
import type { Stage } from '../domain/claim/stages.ts'
import type { Told } from '../domain/claim/told.ts'
import type { Instant } from '../domain/time/instant.ts'

/** Names on the wire are for ever: running workflows answer to them. */
export const claimWorkflowType = 'claimWorkflow'
export const paymentWorkflowType = 'paymentWorkflow'
export const toldSignal = 'told'
export const claimStateQuery = 'claimState'

export const claimWorkflowId = (claimId: string): string => `claim/${claimId}`
export const paymentWorkflowId = (intentId: string): string => `payment/${intentId}`

/** What a workflow is told of its claim: whose it is, it knows. */
export type News = Omit<Told, 'claimId'>

/** A report makes it. Nothing can be older, so that a claim that was told of it has nothing to look up. */
export const firstVersion = 1

export function newsOf({ claimId: _own, ...news }: Told): News {
  return news
}

/**
 * 2026-11-27: all who wait in a claim share one timer, its report need not be looked up, and its payments are no
 * children. 2026-11-28: it does one thing at a time. What a run was started with cannot change, so that it decides for
 * the whole run without an event; `patched` is for what running claims are to do otherwise from now on. Runs from
 * before have no way in their input.
 */
export const ways = { oneAlarm: 2, inTurn: 3 } as const

/** In which runs are started now; those of a way before keep what their own way has. */
export const presentWay: number = ways.inTurn

export interface ClaimInput {
  readonly claimId: string
  /** The claim's first news, or what the run before knew when this one continues it. */
  readonly known?: News
  readonly way?: number
}

export interface PaymentInput {
  readonly claimId: string
  readonly intentId: string
}

/** One sending of a payment, as the gate has let it through. */
export interface PaymentSending {
  readonly intentId: string
  readonly fence: number
  readonly deadline: Instant
}

/** How a payment stands after a word of the bank was recorded. */
export interface BankWord {
  readonly status: string
  /** The bank has just said that it does not know it. */
  readonly denied?: true
}

/** What the workflow says it is doing: the state it follows, and what it waits for. */
export interface ClaimAnswer {
  readonly told: Told | null
  readonly waitsUntil: number | null
  readonly doing: CommandType | null
}

/** A command as a workflow issues it; the key is its own, so that a repeated try gets the same answer. */
export interface IssuedCommand<T extends CommandType = CommandType> {
  readonly claimId: string
  readonly type: T
  readonly body: CommandBodies[T]
  readonly key: string
}

export interface IssuedAnswer {
  /** The claim after the command, or as it stands when it was refused. */
  readonly told: News
  readonly refused: string | null
}

/** What software is to do in a stage; a repeated try goes on from where the claim stands. */
export interface FastTrackInput {
  readonly claimId: string
  readonly stage: Stage
  readonly key: string
}

/** A payment follows its own intent, not the claim: of the answer it needs what the command created. */
export interface IssuedPaymentAnswer {
  readonly refused: string | null
  readonly reply: Readonly<Record<string, unknown>>
}

/**
 * A try that fails is repeated soon; when the database stays away, a timer takes over, so that
 * thousands of claims do not hold their workflow tasks open until it is back.
 */
export const commandOptions = {
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
  localRetryThreshold: '5 seconds',
} as const

/**
 * What is done in turn is given up after five tries, some three seconds or at most fifty: the claim lets what else it
 * has to do go first then.
 */
export const turnOptions = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumAttempts: 5 },
} as const
