import { desc, eq, lte } from 'drizzle-orm'
import { assert, refuse } from '../domain/errors.ts'
import { makeCalendar, type Calendar } from '../domain/time/calendar.ts'
import type { CivilDate } from '../domain/time/instant.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Database, Transaction } from './client.ts'
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
  for (const row of await tx.select().from(calendars)) built.set(row.version, calendarOf(row))
}

export interface CalendarVersion {
  readonly version: string
  readonly effectiveFrom: Instant
  readonly holidays: readonly CivilDate[]
  readonly makeUpDays: readonly CivilDate[]
  readonly opensMinute: number
  readonly closesMinute: number
}

function calendarOf(row: CalendarVersion): Calendar {
  const days = [
    ...row.holidays.map((date) => ({ date, kind: 'holiday' as const })),
    ...row.makeUpDays.map((date) => ({ date, kind: 'makeUp' as const })),
  ]
  return makeCalendar(row.version, days, { opens: row.opensMinute, closes: row.closesMinute })
}

/** Every version, the newest first. */
export async function listCalendars(database: Database): Promise<readonly CalendarVersion[]> {
  const rows = await database.select().from(calendars).orderBy(desc(calendars.effectiveFrom))
  return rows
}

/** A version begins now or later: what was counted by an older one is not counted anew. */
export async function addCalendar(tx: Transaction, added: CalendarVersion, now: Instant): Promise<void> {
  if (added.effectiveFrom < now) refuse('intervalInvalid', { field: 'effectiveFrom' })
  const known = await tx.$count(calendars, eq(calendars.version, added.version))
  if (known > 0) refuse('alreadyDone', { version: added.version })
  try {
    calendarOf(added)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    refuse('fieldInvalid', { reason: error.message })
  }
  await tx.insert(calendars).values(added)
}
