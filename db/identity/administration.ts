import type { Action } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database, Transaction } from '../client.ts'
import type { Sender } from '../commands.ts'

/** A change to something that is no claim: people, roles, limits. */
export interface Administration {
  readonly actor: Sender
  /** The same key from the same person gets the same answer. */
  readonly key: string
  readonly action: Action
  /** Only its hash is kept, so that another body under the same key is refused. */
  readonly body: unknown
  readonly requestId: string
}

export interface AdministrationContext {
  readonly now: Instant
  readonly commandId: string
}

/**
 * Runs the work as one transaction with its idempotency row and its audit entry. What the work has written is
 * undone when it refuses; the record of the refusal stays.
 */
export type Administer = <Reply>(
  database: Database,
  administration: Administration,
  work: (tx: Transaction, context: AdministrationContext) => Promise<Reply>,
) => Promise<Reply>
