import { eq } from 'drizzle-orm'
import { isAllowed } from '../../domain/claim/authorize.ts'
import type { Actor } from '../../domain/claim/facts.ts'
import { refuse } from '../../domain/errors.ts'
import type { Action } from '../../domain/permissions.ts'
import type { ClaimRow } from '../attempt.ts'
import type { Database, Transaction } from '../client.ts'
import type { Sender } from '../commands.ts'
import { actorOf } from '../facts/actor.ts'
import { claims } from '../schema/index.ts'

export interface ClaimForReader {
  readonly row: ClaimRow
  readonly actor: Actor
}

interface Asked {
  readonly claimId: string
  readonly sender: Sender
  /** One of these is enough. */
  readonly actions: readonly Action[]
}

const nowhere = '00000000-0000-0000-0000-000000000000'

/**
 * A claim, for somebody who may take one of the actions on it. Rights are looked up for a claim that does not exist
 * as well, so that "not yours" and "no such claim" are the same answer after the same work: `notFound`.
 */
export async function readClaimFor(tx: Transaction, asked: Asked): Promise<ClaimForReader> {
  const [row] = await tx.select().from(claims).where(eq(claims.id, asked.claimId))
  const actor = await actorOf(tx, asked.sender, row?.branchId ?? nowhere, row?.line ?? '')
  if (row === undefined || !asked.actions.some((action) => isAllowed(action, actor, row.state)))
    refuse('notFound')
  return { row, actor }
}

/** Everything that is read in `work` is of one moment, and nothing can be written. */
export function atOneMoment<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}
