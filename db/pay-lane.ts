import { eq, sql } from 'drizzle-orm'
import { refuse } from '../domain/errors.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Database, Transaction } from './client.ts'
import { payLane } from './schema/index.ts'
import { currentTimeline } from './timeline.ts'

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
/** The bank's day to which the database was restored; null when it never was, and then no day is compared. */
const restoredDay = sql`to_char(${payLane.restoredTo} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`

export interface PayLane {
  readonly pausedAt: Instant | null
  readonly pausedReason: string | null
  readonly reopenProposedBy: string | null
  /** Payments of which the bank has not said yet what became of them; that it knows none is an answer. */
  readonly unknownPayments: number
  /** After a restore: days whose statement the bank still owes. Until it has come, nobody knows what was paid. */
  readonly owedStatements: number
  /** After a restore: payments in the statements whose references the database does not know. Somebody owns each. */
  readonly unknownReferences: number
}

interface Findings extends Record<string, unknown> {
  readonly same_history: boolean
  readonly server_started_at: Date | string
  readonly unknown_payments: string
  readonly owed_statements: string
  readonly unknown_references: string
}

/** A server that was restored or promoted, and that nobody has looked after yet, shows the lane as paused: it is. */
export async function readPayLane(database: Pick<Database, 'select' | 'execute'>): Promise<PayLane> {
  const [lane] = await database.select().from(payLane).where(only)
  const { rows } = await database.execute<Findings>(sql`
    select ${payLane.timeline} = ${currentTimeline} as same_history,
      pg_postmaster_start_time() as server_started_at,
      (select count(*) from payment_intents where status = 'unknown' and not exists (select from claims c,
        jsonb_array_elements(c.state -> 'intents') as one
        where c.id = payment_intents.claim_id and one ->> 'id' = payment_intents.id::text
          and one ->> 'notFoundSince' is not null)) as unknown_payments,
      (select count(*) from statement_lines line where line.finding = 'statementMissing'
        and line.day >= ${restoredDay}) as owed_statements,
      (select count(distinct line.ref) from statement_lines line where line.finding = 'unknownReference'
        and line.kind = 'executed' and line.day >= ${restoredDay}
        and not exists (select from payment_intents known where known.ref = line.ref)) as unknown_references
    from ${payLane} where ${only}`)
  const found = rows[0]
  const untended = found?.same_history === false
  const { pausedAt = null, pausedReason = null, reopenProposedBy = null } = lane ?? {}
  return {
    pausedAt: untended ? new Date(found.server_started_at).getTime() : pausedAt,
    pausedReason: untended ? 'restore' : pausedReason,
    reopenProposedBy,
    unknownPayments: Number(found?.unknown_payments ?? 0),
    owedStatements: Number(found?.owed_statements ?? 0),
    unknownReferences: Number(found?.unknown_references ?? 0),
  }
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
 * the moment of the second. After a restore, the database has to have been looked after (`afterRestore`), the bank
 * to have answered for every payment and to have given every statement since, before.
 * Refuses with `alreadyDone`, `laneClosed`, `intentOpen`, `secondPersonNeeded`.
 */
export async function reopenPayLane(tx: Transaction, by: string): Promise<PayLane> {
  const [lane] = await tx.select().from(payLane).where(only).for('update')
  const { pausedAt, pausedReason, unknownPayments, owedStatements } = await readPayLane(tx)
  if (lane === undefined || pausedAt === null) return refuse('alreadyDone')
  // Paused by nothing but the server's own history: what a restore asks for has not been done.
  if (lane.pausedAt === null) refuse('laneClosed', { reason: pausedReason })
  if (pausedReason === 'restore' && unknownPayments + owedStatements > 0)
    refuse('intentOpen', { unknownPayments, owedStatements })
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
