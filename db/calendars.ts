import { desc, lte } from 'drizzle-orm'
import { assert } from '../domain/errors.ts'
import { makeCalendar, type Calendar } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Transaction } from './client.ts'
import { calendars } from './schema/index.ts'

/** A version is immutable, so what was built once holds for the life of the process. */
const built = new Map<string, Calendar>()

/** The calendar in force, and every version that a running clock may have been started with. */
export async function readCalendars(
  tx: Transaction,
  now: Instant,
): Promise<{ readonly current: Calendar; readonly byVersion: ReadonlyMap<string, Calendar> }> {
  const versions = await tx
    .select({ version: calendars.version })
    .from(calendars)
    .where(lte(calendars.effectiveFrom, now))
    .orderBy(desc(calendars.effectiveFrom))
  if (versions.some(({ version }) => !built.has(version))) await build(tx)
  const current = built.get(versions[0]?.version ?? '')
  assert(current !== undefined, 'a business calendar is in force')
  return { current, byVersion: built }
}

async function build(tx: Transaction): Promise<void> {
  for (const row of await tx.select().from(calendars)) {
    const days = [
      ...row.holidays.map((date) => ({ date, kind: 'holiday' as const })),
      ...row.makeUpDays.map((date) => ({ date, kind: 'makeUp' as const })),
    ]
    built.set(
      row.version,
      makeCalendar(row.version, days, { opens: row.opensMinute, closes: row.closesMinute }),
    )
  }
}
