import type { CommandBodies, CommandType } from '../domain/claim/commands.ts'
import type { PartyRole } from '../domain/claim/state.ts'
import { softwareId } from '../domain/claim/software.ts'
import type { Told } from '../domain/claim/told.ts'

/** Who sends a command; rights are looked up when it is decided, not when the session began. */
export interface Sender {
  readonly kind: 'person' | 'partner' | 'system'
  readonly personId: string | null
  readonly accountId: string | null
}

export const systemSender: Sender = { kind: 'system', personId: null, accountId: null }
export const softwareSender: Sender = { ...systemSender, personId: softwareId }

export interface PayeeAccount {
  readonly holder: string
  readonly number: string
  readonly bankName: string
}

/** A person in the claim, in clear on the way in and encrypted from then on. */
export interface PartyInput {
  /** Given when an existing party is changed. */
  readonly id?: string
  readonly role: PartyRole
  readonly personId?: string | null
  readonly name: string
  readonly phone?: string
  readonly identityNumber?: string
  readonly account?: PayeeAccount
}

export interface ClaimCommand<T extends CommandType = CommandType> {
  readonly type: T
  readonly body: CommandBodies[T]
  readonly sender: Sender
  /** The same key from the same sender gets the same answer. */
  readonly key: string
  readonly requestId?: string
  /** Every command but a report names its claim. */
  readonly claimId?: string
  /** Report only: the policy, and the plate by which duplicates are found. */
  readonly policyId?: string
  readonly plate?: string
  readonly draftId?: string
  /** Free text of the command; kept encrypted with its first event. */
  readonly note?: string
  /** A new version of content, or the content that a decision names. */
  readonly content?: {
    readonly kind: ContentKind
    readonly body: unknown
    /** The newest version that the writer has seen, 0 for none: another writer's version is not overlooked. */
    readonly basedOn?: number
  }
  readonly parties?: readonly PartyInput[]
  /** Receipt of a document only: the row that the event refers to. */
  readonly document?: DocumentInput
  /** Message only. */
  readonly message?: string
}

export type ContentKind = 'report' | 'surveyReport' | 'sheet'

export interface DocumentInput {
  readonly mediaType: string
  readonly size: number
  readonly name: string
  readonly channel: 'upload' | 'scan' | 'courier'
}

export type AnyClaimCommand = { readonly [T in CommandType]: ClaimCommand<T> }[CommandType]

/** The answer to a command: where the claim now stands, and what the command created. */
export interface CommandReply {
  readonly claimId: string
  readonly caseNumber: string
  readonly stage: string
  readonly version: number
  readonly [detail: string]: unknown
}

export interface Executed {
  readonly reply: CommandReply
  /** The claim as the workflow is to know it after this command. */
  readonly told: Told
  /** False when the workflow need not be told: nothing that it follows has changed. */
  readonly tellNeeded: boolean
  /** The stored answer of an earlier try was returned; nothing happened now. */
  readonly repeated: boolean
}
