import { advisoryLock } from '../advisory-locks.ts'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { addCivilDays, civilDateOf, startOfDay } from '../../domain/time/civil-date.ts'
import { addWorkingDays, workingHours } from '../../domain/time/calendar.ts'
import type { IntentStatus } from '../../domain/claim/state.ts'
import { zero } from '../../domain/money.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'
import { readCalendars } from '../calendars.ts'
import type { Database, Transaction } from '../client.ts'
import { paymentIntents, statementLines } from '../schema/index.ts'
import { clockOf, transact } from '../transact.ts'
import { type Finding, findingOf, type KnownIntent, needsSomebody, type Statement } from './finding.ts'

/** Two statements at once would both be the first to see a reference. */
const statementLock = advisoryLock('statementIntake')

export type Row = typeof statementLines.$inferInsert

interface Responsible {
  readonly ownerRole: string | null
  readonly dueAt: Instant | null
}

/** The intents that these references stand for. */
export async function intentsOf(
  database: Pick<Database, 'select'>,
  refs: readonly string[],
): Promise<ReadonlyMap<string, KnownIntent>> {
  const wanted = [...new Set(refs)]
  if (wanted.length === 0) return new Map()
  const rows = await database
    .select({
      ref: paymentIntents.ref,
      intentId: paymentIntents.id,
      claimId: paymentIntents.claimId,
      amountMinor: paymentIntents.amountMinor,
      status: paymentIntents.status,
    })
    .from(paymentIntents)
    .where(inArray(paymentIntents.ref, wanted))
  return new Map(
    rows.map(({ ref, ...intent }) => [ref, { ...intent, status: intent.status as IntentStatus }]),
  )
}

/**
 * Takes in what is new in a statement. Lines are known by the bank's own id, so the same statement again, whole
 * or in part, adds nothing; when the day is over, what we hold for paid and the bank does not show is added.
 */
export async function takeInStatement(database: Database, statement: Statement): Promise<void> {
  await transact(database, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${statementLock})`)
    const responsible = await responsibleNow(tx)
    await addLines(tx, statement, responsible)
    if (statement.final) await addMissing(tx, statement.day, responsible)
    const finding: Finding = statement.final ? 'received' : 'receivedInPart'
    await writeDay(tx, statement.day, finding, statement.contentHash, responsible)
  })
}

/** Nobody knows what the bank did on this day; finance has to get its statement in another way. */
export async function markStatementMissing(database: Database, day: CivilDate): Promise<void> {
  await transact(database, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${statementLock})`)
    await writeDay(tx, day, 'statementMissing', '', await responsibleNow(tx))
  })
}

/**
 * After a restore these days have to be fetched, again or for the first time: a day that was received whole may have
 * been received with intents that are lost now.
 */
export async function oweStatements(tx: Transaction, days: readonly CivilDate[]): Promise<void> {
  const responsible = await responsibleNow(tx)
  await tx.execute(sql`select pg_advisory_xact_lock(${statementLock})`)
  for (const day of days) await writeDay(tx, day, 'statementMissing', '', responsible, true)
}

/** Finance has until the end of the next working day. */
async function responsibleNow(tx: Transaction): Promise<(finding: Finding) => Responsible> {
  const now = await clockOf(tx)
  const { current } = await readCalendars(tx, now)
  const dueAt = workingHours(addWorkingDays(civilDateOf(now), 1, current), current).closes
  return (finding) =>
    needsSomebody(finding) ? { ownerRole: 'finance', dueAt } : { ownerRole: null, dueAt: null }
}

async function addLines(
  tx: Transaction,
  { day, lines }: Statement,
  responsible: (finding: Finding) => Responsible,
): Promise<void> {
  const refs = lines.map(({ ref }) => ref)
  const intents = await intentsOf(tx, refs)
  const known = await linesOf(tx, refs)
  const keys = new Set(known.map(({ lineKey }) => lineKey))
  const seen = new Map<string, number>()
  for (const { ref, kind } of known) seen.set(`${kind} ${ref}`, (seen.get(`${kind} ${ref}`) ?? 0) + 1)
  const rows: Row[] = []
  for (const line of lines.toSorted((a, b) => a.at - b.at || a.lineId.localeCompare(b.lineId))) {
    if (keys.has(line.lineId)) continue
    keys.add(line.lineId)
    const counted = `${line.kind} ${line.ref}`
    const before = seen.get(counted) ?? 0
    seen.set(counted, before + 1)
    const intent = intents.get(line.ref)
    const finding = findingOf(line, intent, before)
    rows.push({
      id: randomUUID(),
      day,
      lineKey: line.lineId,
      ref: line.ref,
      kind: line.kind,
      amountMinor: line.amountMinor,
      at: line.at,
      intentId: intent?.intentId ?? null,
      finding,
      ...responsible(finding),
    })
  }
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insert(statementLines)
      .values(rows.slice(start, start + 1000))
      .onConflictDoNothing({ target: statementLines.lineKey })
  }
  await settleMissing(tx, rows)
}

async function linesOf(tx: Transaction, refs: readonly string[]) {
  if (refs.length === 0) return []
  return tx
    .select({ lineKey: statementLines.lineKey, ref: statementLines.ref, kind: statementLines.kind })
    .from(statementLines)
    .where(
      and(
        inArray(statementLines.ref, [...new Set(refs)]),
        inArray(statementLines.kind, ['executed', 'returned']),
      ),
    )
}

/** A payment at midnight stands in the next day's statement: what was missing has been found. */
async function settleMissing(tx: Transaction, rows: readonly Row[]): Promise<void> {
  const found = rows.flatMap(({ kind, intentId }) => (kind === 'executed' && intentId ? [intentId] : []))
  if (found.length === 0) return
  await tx
    .update(statementLines)
    .set({ finding: 'matched', ownerRole: null, dueAt: null })
    .where(and(inArray(statementLines.intentId, found), eq(statementLines.finding, 'notInStatement')))
}

/** Against the ledger: what it shows as paid on the day and no statement shows as executed. */
async function addMissing(
  tx: Transaction,
  day: CivilDate,
  responsible: (finding: Finding) => Responsible,
): Promise<void> {
  const from = new Date(startOfDay(day)).toISOString()
  const before = new Date(startOfDay(addCivilDays(day, 1))).toISOString()
  const { rows } = await tx.execute<{
    intent_id: string
    ref: string
    amount_minor: string
    at: Date | string
  }>(sql`
    select i.id as intent_id, i.ref, l.amount_minor, l.at
    from ledger_entries l join payment_intents i on i.id = l.intent_id
    where l.reason = 'payment' and l.account = 'bank' and l.side = 'credit'
      and l.at >= ${from}::timestamptz and l.at < ${before}::timestamptz
      and not exists (select from statement_lines s where s.ref = i.ref and s.kind = 'executed')`)
  if (rows.length === 0) return
  await tx
    .insert(statementLines)
    .values(
      rows.map((row) => ({
        id: randomUUID(),
        day,
        lineKey: `unseen:${row.intent_id}`,
        ref: row.ref,
        kind: 'unseen',
        amountMinor: Number(row.amount_minor) as typeof zero,
        at: new Date(row.at).getTime(),
        intentId: row.intent_id,
        finding: 'notInStatement' as const,
        ...responsible('notInStatement'),
      })),
    )
    .onConflictDoNothing({ target: statementLines.lineKey })
}

async function writeDay(
  tx: Transaction,
  day: CivilDate,
  finding: Finding,
  contentHash: string,
  responsible: (finding: Finding) => Responsible,
  evenIfReceived = false,
): Promise<void> {
  const written = { ref: contentHash, finding, ...responsible(finding) }
  await tx
    .insert(statementLines)
    .values({
      id: randomUUID(),
      day,
      lineKey: `day:${day}`,
      kind: 'statement',
      amountMinor: zero,
      at: startOfDay(day),
      ...written,
    })
    .onConflictDoUpdate({
      target: statementLines.lineKey,
      set: written,
      // A day that was received whole stays so, whatever a late job says.
      ...(evenIfReceived ? {} : { setWhere: sql`${statementLines.finding} <> 'received'` }),
    })
}
