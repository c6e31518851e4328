import { and, asc, eq, gte, isNotNull, lt } from 'drizzle-orm'
import { addCivilDays, civilDateOf, startOfDay } from '../../domain/time/civil-date.ts'
import type { CivilDate } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { bankMessages, paymentIntents, statementLines } from '../schema/index.ts'
import { clockOf, transact } from '../transact.ts'

/** What a day's statement, our intents and the ledger say about one another, with whom and by when. */
export async function readFindings(database: Database, day: CivilDate) {
  const [lines, quarantined] = await Promise.all([
    database
      .select({
        lineId: statementLines.lineKey,
        kind: statementLines.kind,
        ref: statementLines.ref,
        amountMinor: statementLines.amountMinor,
        at: statementLines.at,
        finding: statementLines.finding,
        ownerRole: statementLines.ownerRole,
        dueAt: statementLines.dueAt,
        intentId: statementLines.intentId,
        claimId: paymentIntents.claimId,
      })
      .from(statementLines)
      .leftJoin(paymentIntents, eq(paymentIntents.id, statementLines.intentId))
      .where(eq(statementLines.day, day))
      .orderBy(asc(statementLines.at), asc(statementLines.lineKey)),
    database
      .select({
        messageId: bankMessages.messageId,
        ref: bankMessages.ref,
        receivedAt: bankMessages.receivedAt,
        quarantine: bankMessages.quarantine,
      })
      .from(bankMessages)
      .where(
        and(
          isNotNull(bankMessages.quarantine),
          gte(bankMessages.receivedAt, startOfDay(day)),
          lt(bankMessages.receivedAt, startOfDay(addCivilDays(day, 1))),
        ),
      )
      .orderBy(asc(bankMessages.receivedAt)),
  ])
  const statement = lines.find(({ kind }) => kind === 'statement')
  return {
    day,
    statement: statement?.finding ?? null,
    lines: lines.filter(({ kind }) => kind !== 'statement'),
    quarantined,
  }
}

/** Today by the database's clock in the insurer's zone. */
export async function today(database: Database): Promise<CivilDate> {
  return civilDateOf(await transact(database, clockOf))
}

/** Yesterday, and whatever day of the last week the bank still owes: a bank that was away is asked again. */
export async function daysToFetch(database: Database): Promise<readonly CivilDate[]> {
  const now = await today(database)
  const yesterday = addCivilDays(now, -1)
  const earliest = addCivilDays(now, -7)
  const owed = await database
    .select({ day: statementLines.day })
    .from(statementLines)
    .where(
      and(
        eq(statementLines.kind, 'statement'),
        eq(statementLines.finding, 'statementMissing'),
        gte(statementLines.day, earliest),
      ),
    )
  return [...new Set([...owed.map(({ day }) => day), yesterday])].toSorted()
}
