import { eq, inArray, sql } from 'drizzle-orm'
import type { Fen } from '../../domain/money.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { claims, notices, payLane, paymentIntents } from '../schema/index.ts'

/** What a restored database says to what the outside knows. */

/** The last instant that it knew of when it was restored; null when it never was. */
export async function restoredTo(database: Database): Promise<Instant | null> {
  const [lane] = await database
    .select({ restoredTo: payLane.restoredTo })
    .from(payLane)
    .where(eq(payLane.id, 1))
  return lane?.restoredTo ?? null
}

export interface RestoredClaim {
  readonly caseNumber: string
  readonly stage: string
  readonly epoch: number
  readonly restoredVersion: number | null
}

export async function readRestored(
  database: Database,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, RestoredClaim>> {
  if (claimIds.length === 0) return new Map()
  const { id, caseNumber, stage, epoch, restoredVersion } = claims
  const rows = await database
    .select({ id, caseNumber, stage, epoch, restoredVersion })
    .from(claims)
    .where(inArray(id, [...claimIds]))
  return new Map(rows.map((row) => [row.id, row]))
}

export async function knownIntents(
  database: Database,
  intentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (intentIds.length === 0) return new Set()
  const rows = await database
    .select({ id: paymentIntents.id })
    .from(paymentIntents)
    .where(inArray(paymentIntents.id, [...intentIds]))
  return new Set(rows.map(({ id }) => id))
}

export async function knownNotices(
  database: Database,
  noticeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (noticeIds.length === 0) return new Set()
  const rows = await database
    .select({ id: notices.id })
    .from(notices)
    .where(inArray(notices.id, [...noticeIds]))
  return new Set(rows.map(({ id }) => id))
}

export interface LostReference {
  readonly ref: string
  readonly day: CivilDate
  readonly amountMinor: Fen
  readonly at: Instant
}

/** Payments in the bank's statements since the restored day that no intent of ours stands for. */
export async function readLostReferences(database: Database): Promise<readonly LostReference[]> {
  const { rows } = await database.execute<{
    ref: string
    day: string
    amount: string
    at: Date | string
  }>(sql`
    select distinct on (line.ref) line.ref, line.day, line.amount_minor as amount, line.at
    from pay_lane lane join statement_lines line
      on line.day >= to_char(lane.restored_to at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
    where line.finding = 'unknownReference' and line.kind = 'executed'
      and not exists (select from payment_intents known where known.ref = line.ref)
    order by line.ref, line.at`)
  return rows.map(({ ref, day, amount, at }) => ({
    ref,
    day,
    amountMinor: Number(amount) as Fen,
    at: new Date(at).getTime(),
  }))
}
