import { randomUUID } from 'node:crypto'
import { eq, inArray, isNull, sql } from 'drizzle-orm'
import { undecided } from '../../domain/claim/stages/settled.ts'
import { addCivilDays, civilDateOf } from '../../domain/time/civil-date.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'
import type { CommandDependencies } from '../attempt.ts'
import { appendSystemAudit } from '../audit.ts'
import { hashOf } from '../canonical.ts'
import type { Transaction } from '../client.ts'
import { systemSender } from '../commands.ts'
import { executeWithin } from '../execute.ts'
import { statementQueue } from '../queues.ts'
import { claims, oneTimeCodes, payLane, paymentIntents, sessions } from '../schema/index.ts'
import { oweStatements } from '../statements/take-in.ts'
import { currentTimeline } from '../timeline.ts'
import { clockOf } from '../transact.ts'

/** More numbers than any branch gives out on one day between a backup and the restore of it. */
const caseNumbersSkipped = 50_000

/** Statements older than this are asked for by people, by the day. */
const mostDays = 62

export interface Restored {
  /** The last instant that the database knows of: what was acknowledged after it is lost here. */
  readonly knownUntil: Instant
  readonly claims: number
  readonly paymentsDoubted: number
  readonly statementDays: readonly CivilDate[]
  readonly sessionsEnded: number
}

export type AfterRestore =
  | ({ readonly outcome: 'done' } & Restored)
  /** Restored once, and looked after since. */
  | { readonly outcome: 'doneBefore'; readonly knownUntil: Instant }
  /** Nothing says that this database was ever restored. */
  | { readonly outcome: 'notRestored' }

/**
 * What a restored database owes to what happened after its last instant, in one transaction, before any service
 * starts on it:
 *
 * - a new epoch for every claim, and nothing told: workflows that know more hear that the row is the truth again;
 * - every payment that is not final, nor in people's hands, UNKNOWN: the bank is asked and nothing is sent;
 * - the pay lane paused until the bank has answered and two people reopen it;
 * - the bank's statements ordered for every day since, so that payments whose references were lost get an owner;
 * - nobody signed in, because whoever had been signed out since would be in again;
 * - case numbers that were given out since not given out a second time.
 *
 * A second run does nothing, unless `evenIfNotRestored`: for a copy that was put in place by other means than
 * PostgreSQL's own recovery, which leaves no trace of itself.
 */
export async function afterRestore(
  dependencies: CommandDependencies,
  { evenIfNotRestored }: { readonly evenIfNotRestored: boolean },
): Promise<AfterRestore> {
  return dependencies.database.transaction(async (tx) => {
    // Millions of claims take longer than what any request may.
    await tx.execute(sql`set local statement_timeout = 0`)
    // A service that runs all the same waits here, or is waited for: its commands lock a claim first and the lane then.
    await tx.execute(sql`lock table ${claims} in exclusive mode`)
    const [lane] = await tx
      .select({ timeline: payLane.timeline, current: currentTimeline, restoredTo: payLane.restoredTo })
      .from(payLane)
      .where(eq(payLane.id, 1))
      .for('update')
    if (lane === undefined) throw new Error('The pay lane is missing: this database was never migrated.')
    if (lane.timeline === lane.current && !evenIfNotRestored) {
      return lane.restoredTo === null
        ? { outcome: 'notRestored' }
        : { outcome: 'doneBefore', knownUntil: lane.restoredTo }
    }
    const now = await clockOf(tx)
    const knownUntil = await lastInstant(tx)
    const restored: Restored = {
      knownUntil,
      claims: await beginEpoch(tx, now),
      paymentsDoubted: await doubtPayments(dependencies, tx, knownUntil),
      statementDays: await orderStatements(dependencies, tx, knownUntil, now),
      sessionsEnded: await signEverybodyOut(tx, now),
    }
    await skipCaseNumbers(tx, restored.statementDays)
    await tx
      .update(payLane)
      .set({
        pausedAt: now,
        pausedReason: 'restore',
        reopenProposedBy: null,
        timeline: lane.current,
        restoredTo: knownUntil,
      })
      .where(eq(payLane.id, 1))
    await appendSystemAudit(tx, recordOf(restored, lane, now))
    return { outcome: 'done', ...restored }
  })
}

/**
 * Every command leaves its line of audit with its instant, so nothing later was kept. On a standby that was promoted
 * programs may have worked since: until it is started anew, the server says itself where what it had received ended.
 */
async function lastInstant(tx: Transaction): Promise<Instant> {
  const { rows } = await tx.execute<{ at: string }>(sql`
    select floor(extract(epoch from least(coalesce(
      (select max(at) from audit_entries), (select min(created_at) from branches), clock_timestamp()),
      pg_last_xact_replay_timestamp())) * 1000)::bigint as at`)
  return Number(rows[0]?.at)
}

/**
 * Above every epoch that an earlier restore gave, even one of which this database knows nothing because it was
 * restored to before it: so it is taken from the clock, in minutes.
 */
async function beginEpoch(tx: Transaction, now: Instant): Promise<number> {
  const minute = Math.floor(now / 60_000)
  const { rowCount } = await tx.update(claims).set({
    epoch: sql`greatest(${claims.epoch} + 1, ${minute})`,
    restoredVersion: sql`${claims.version}`,
    toldVersion: 0,
    tellAfter: null,
    tellTries: 0,
  })
  return rowCount ?? 0
}

async function doubtPayments(
  dependencies: CommandDependencies,
  tx: Transaction,
  since: Instant,
): Promise<number> {
  const affected = await tx
    .select({ claimId: paymentIntents.claimId, payments: sql<number>`count(*)::int` })
    .from(paymentIntents)
    .where(inArray(paymentIntents.status, [...undecided]))
    .groupBy(paymentIntents.claimId)
    .orderBy(paymentIntents.claimId)
  const key = `restore:${randomUUID()}`
  for (const { claimId } of affected) {
    const body = { since }
    await executeWithin(dependencies, tx, {
      type: 'doubtPayments',
      claimId,
      body,
      sender: systemSender,
      key: `${key}:${claimId}`,
    })
  }
  return affected.reduce((sum, { payments }) => sum + payments, 0)
}

/** From the day of the last instant to today: each is owed until it has come, and the lane stays shut for it. */
async function orderStatements(
  { enqueue }: CommandDependencies,
  tx: Transaction,
  from: Instant,
  now: Instant,
): Promise<readonly CivilDate[]> {
  const today = civilDateOf(now)
  const days: CivilDate[] = []
  for (let day = civilDateOf(from); day <= today && days.length < mostDays; day = addCivilDays(day, 1))
    days.push(day)
  await oweStatements(tx, days)
  await enqueue(
    tx,
    statementQueue,
    days.map((day) => ({ day })),
  )
  return days
}

async function signEverybodyOut(tx: Transaction, now: Instant): Promise<number> {
  await tx.update(oneTimeCodes).set({ void: true }).where(isNull(oneTimeCodes.usedAt))
  const { rowCount } = await tx.update(sessions).set({ endedAt: now }).where(isNull(sessions.endedAt))
  return rowCount ?? 0
}

/** Numbers of claims that are lost here are in letters and in people's heads: nobody else gets them. */
async function skipCaseNumbers(tx: Transaction, days: readonly CivilDate[]): Promise<void> {
  for (const day of days) {
    await tx.execute(sql`
      insert into case_number_counters (branch_id, day, last)
      select id, ${day}, ${caseNumbersSkipped} from branches
      on conflict (branch_id, day) do update set last = case_number_counters.last + ${caseNumbersSkipped}`)
  }
}

function recordOf(restored: Restored, body: object, now: Instant) {
  return {
    at: now,
    actorId: null,
    actorKind: 'system',
    accountId: null,
    action: 'afterRestore',
    outcome: 'done',
    code: null,
    commandId: randomUUID(),
    requestId: null,
    bodyHash: hashOf({ ...restored, ...body }),
    firstEvent: null,
    lastEvent: null,
  } as const
}
