import { and, eq } from 'drizzle-orm'
import { refuse } from '../domain/errors.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Transaction } from './client.ts'
import type { Sender } from './commands.ts'
import { idempotencyKeys } from './schema/index.ts'

/** A person with two accounts is one sender; workflow and jobs are another. */
export function actorKey(sender: Sender): string {
  return sender.personId ?? sender.kind
}

/**
 * Takes a key for this command, or gives back the answer that it got before. The
 * insert waits for whoever holds the same key uncommitted; if they vanish, it is ours.
 */
export async function claimKey(
  tx: Transaction,
  given: {
    readonly actor: string
    readonly key: string
    readonly bodyHash: string
    readonly commandId: string
    readonly at: Instant
  },
): Promise<unknown> {
  const taken = await tx
    .insert(idempotencyKeys)
    .values(given)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (taken.length > 0) return undefined
  const [stored] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actor, given.actor), eq(idempotencyKeys.key, given.key)))
  if (stored === undefined || stored.bodyHash !== given.bodyHash) refuse('keyReused')
  return stored.reply
}

export async function storeReply(tx: Transaction, actor: string, key: string, reply: unknown): Promise<void> {
  await tx
    .update(idempotencyKeys)
    .set({ reply })
    .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)))
}

/** A refusal changed nothing, so the same request may be tried again under its key. */
export async function freeKey(tx: Transaction, actor: string, key: string): Promise<void> {
  await tx.delete(idempotencyKeys).where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)))
}
