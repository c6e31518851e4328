import { and, eq } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Sender } from '../commands.ts'
import { actorKey } from '../idempotency.ts'
import { idempotencyKeys } from '../schema/index.ts'

/**
 * Whether this sender's key has been used. What is checked before a command may have changed because of the command
 * itself: a repeated request is left to the stored answer.
 */
export async function isKeyUsed(database: Database, sender: Sender, key: string): Promise<boolean> {
  const [row] = await database
    .select({ key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actor, actorKey(sender)), eq(idempotencyKeys.key, key)))
  return row !== undefined
}
