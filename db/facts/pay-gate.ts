import { eq, sql } from 'drizzle-orm'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { Transaction } from '../client.ts'
import { payLane } from '../schema/index.ts'
import { currentTimeline } from '../timeline.ts'

/**
 * Whether money may leave. A database that was restored or promoted is on another timeline than the one on which
 * two people opened the lane, so the lane is shut before anybody has done anything about it.
 */
export async function isPayLaneOpen(tx: Transaction): Promise<boolean> {
  const [lane] = await tx
    .select({
      pausedAt: payLane.pausedAt,
      sameHistory: sql<boolean>`${payLane.timeline} = ${currentTimeline}`,
    })
    .from(payLane)
    .where(eq(payLane.id, 1))
    .for('share')
  return lane !== undefined && lane.pausedAt === null && lane.sameHistory
}

/**
 * Whether the bank has, since the instant to which the database was restored, paid the amount of this intent under
 * a reference of ours that the restore lost, and not taken it back. The bank's clock may be behind ours.
 */
export async function isPaidAstray(tx: Transaction, state: ClaimState, intentId: string): Promise<boolean> {
  const intent = state.intents.find((one) => one.id === intentId)
  if (intent === undefined) return false
  const { rows } = await tx.execute<{ found: boolean }>(sql`
    select exists (
      select from pay_lane lane join statement_lines line on line.at >= lane.restored_to - interval '10 minutes'
      where line.kind = 'executed' and line.finding = 'unknownReference'
        and line.amount_minor = ${intent.amountMinor}
        and not exists (select from payment_intents known where known.ref = line.ref)
        and not exists (select from statement_lines back where back.ref = line.ref and back.kind = 'returned')
    ) as found`)
  return rows[0]?.found === true
}
