import { eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { bankMessages, paymentIntents } from '../schema/index.ts'
import { clockOf, transact } from '../transact.ts'

const now = sql`clock_timestamp()`

export interface KeptMessage {
  /** It was applied, or set aside, by an earlier delivery of the same message. */
  readonly finished: boolean
  /** Null for a reference that is not ours. */
  readonly intent: { readonly claimId: string; readonly intentId: string } | null
}

/** Keeps a callback once, by the bank's message id, before anything follows from it. */
export async function keepBankMessage(
  database: Database,
  message: { readonly messageId: string; readonly ref: string; readonly body: unknown },
): Promise<KeptMessage> {
  const { messageId, ref, body } = message
  return transact(database, async (tx) => {
    await tx
      .insert(bankMessages)
      .values({ messageId, ref, body, receivedAt: await clockOf(tx) })
      .onConflictDoNothing()
    const [kept] = await tx.select().from(bankMessages).where(eq(bankMessages.messageId, messageId))
    const [intent] = await tx
      .select({ claimId: paymentIntents.claimId, intentId: paymentIntents.id })
      .from(paymentIntents)
      .where(eq(paymentIntents.ref, ref))
    const finished = kept !== undefined && (kept.appliedAt !== null || kept.quarantine !== null)
    return { finished, intent: intent ?? null }
  })
}

export async function markApplied(database: Database, messageId: string): Promise<void> {
  await database
    .update(bankMessages)
    .set({ appliedAt: sql`${now}` })
    .where(eq(bankMessages.messageId, messageId))
}

/** It says something that does not fit what we know; finance sees it beside the day's statement. */
export async function quarantine(database: Database, messageId: string, reason: string): Promise<void> {
  await database.update(bankMessages).set({ quarantine: reason }).where(eq(bankMessages.messageId, messageId))
}
