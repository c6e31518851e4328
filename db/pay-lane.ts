import { eq, sql } from 'drizzle-orm'
import { refuse } from '../domain/errors.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Database, Transaction } from './client.ts'
import { payLane } from './schema/index.ts'

export const pauseReasons = [
  'bankIncident',
  'suspectedFraud',
  'reconciliation',
  'restore',
  'auditFailure',
  'other',
] as const
export type PauseReason = (typeof pauseReasons)[number]

const only = eq(payLane.id, 1)

export interface PayLane {
  readonly pausedAt: Instant | null
  readonly pausedReason: string | null
  readonly reopenProposedBy: string | null
  /** Payments of which the bank has not said yet what became of them; that it knows none is an answer. */
  readonly unknownPayments: number
}

export async function readPayLane(database: Pick<Database, 'select' | 'execute'>): Promise<PayLane> {
  const [lane] = await database.select().from(payLane).where(only)
  const { rows } = await database.execute<{ count: string }>(
    sql`select count(*) as count from payment_intents where status = 'unknown' and not exists (select from claims c,
        jsonb_array_elements(c.state -> 'intents') as one
        where c.id = payment_intents.claim_id and one ->> 'id' = payment_intents.id::text
          and one ->> 'notFoundSince' is not null)`,
  )
  const { pausedAt = null, pausedReason = null, reopenProposedBy = null } = lane ?? {}
  return { pausedAt, pausedReason, reopenProposedBy, unknownPayments: Number(rows[0]?.count ?? 0) }
}

/** One person is enough to stop money; a lane that is paused already keeps its first reason and loses proposals. */
export async function pausePayLane(
  tx: Transaction,
  { reason, now }: { readonly reason: PauseReason; readonly now: Instant },
): Promise<PayLane> {
  const [lane] = await tx.select().from(payLane).where(only).for('update')
  const first = lane?.pausedAt == null
  await tx
    .update(payLane)
    .set({ reopenProposedBy: null, ...(first ? { pausedAt: now, pausedReason: reason } : {}) })
    .where(only)
  return readPayLane(tx)
}

/**
 * Two people let money go again: the first one proposes, another one confirms, and both must hold the role at
 * the moment of the second. After a restore, the bank has to have answered for every payment before.
 * Refuses with `alreadyDone`, `secondPersonNeeded`, `intentOpen`.
 */
export async function reopenPayLane(tx: Transaction, by: string): Promise<PayLane> {
  const [lane] = await tx.select().from(payLane).where(only).for('update')
  if (lane?.pausedAt == null) return refuse('alreadyDone')
  const { unknownPayments } = await readPayLane(tx)
  if (lane.pausedReason === 'restore' && unknownPayments > 0) refuse('intentOpen', { unknownPayments })
  const proposer = lane.reopenProposedBy
  if (proposer === by) refuse('secondPersonNeeded')
  if (proposer !== null && (await isFinance(tx, proposer))) {
    await tx.update(payLane).set({ pausedAt: null, pausedReason: null, reopenProposedBy: null }).where(only)
  } else {
    await tx.update(payLane).set({ reopenProposedBy: by }).where(only)
  }
  return readPayLane(tx)
}

/** By the database's clock: whoever has lost the role since the proposal no longer counts. */
async function isFinance(tx: Transaction, personId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ held: boolean }>(sql`
    select exists (select from role_grants
      where person_id = ${personId} and role = 'finance' and confirmed_at is not null
        and valid_from <= clock_timestamp() and (valid_to is null or valid_to > clock_timestamp())) as held`)
  return rows[0]?.held === true
}
