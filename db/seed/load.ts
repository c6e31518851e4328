import { advisoryLock } from '../advisory-locks.ts'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { softwareId } from '../../domain/claim/software.ts'
import type { RuleTableId } from '../../domain/rules/contracts.ts'
import type { CalendarDay } from '../../domain/time/calendar.ts'
import { startOfDay } from '../../domain/time/civil-date.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'
import { appendSystemAudit } from '../audit.ts'
import { hashOf } from '../canonical.ts'
import type { Database, Transaction } from '../client.ts'
import { publishRuleTable } from '../rules/publish.ts'
import { listRuleVersions } from '../rules/versions.ts'
import { calendars, persons } from '../schema/index.ts'

/**
 * In whose name the tables that come with the product were written and reviewed. They are no people: the
 * name is not personal and stands there in clear, they have no account, and nobody can sign in as them.
 */
export const defaultsAuthor = { id: '00000000-0000-4000-8000-000000000001', name: 'Lipei defaults: author' }
export const defaultsReviewer = {
  id: '00000000-0000-4000-8000-000000000002',
  name: 'Lipei defaults: reviewer',
}

/** In whose name software settles small claims: its limit is granted to it like to a person. */
const software = { id: softwareId, name: 'Lipei software' }

/** Two processes that start on one empty database queue here; the second finds everything done. */
const loadLock = advisoryLock('seed')

/** Before the first claim there is no other version, so the first calendar answers for the whole past. */
const firstCalendarFrom = startOfDay('2000-01-01')

/** Working hours in minutes after midnight; an administrator edits them with the next version. */
const workingHours = { opensMinute: 540, closesMinute: 1080 }

const folder = new URL('./', import.meta.url)

/**
 * What every installation needs before its first claim: decision tables and a business calendar. What is
 * there already stays, so it runs at every start, and an insurer's own versions are never overwritten.
 */
export async function loadBaseData(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${loadLock})`)
    await writePersons(tx, [software])
    const loaded = [...(await loadRules(tx)), ...(await loadCalendars(tx))]
    if (loaded.length > 0) await auditLoad(tx, loaded)
  })
}

async function writePersons(tx: Transaction, those: readonly (typeof software)[]): Promise<void> {
  await tx
    .insert(persons)
    .values(those.map(({ id, name }) => ({ id, kind: 'legal' as const, nameEncrypted: name })))
    .onConflictDoNothing()
}

async function loadRules(tx: Transaction): Promise<readonly string[]> {
  const newest = new Map<RuleTableId, number>()
  for (const { tableId, version } of await listRuleVersions(tx)) {
    newest.set(tableId, Math.max(version, newest.get(tableId) ?? 0))
  }
  const missing = documents('rules/', /\.json$/).filter(
    (document) => (newest.get(document['id'] as RuleTableId) ?? 0) < Number(document['version']),
  )
  if (missing.length === 0) return []
  await writePersons(tx, [defaultsAuthor, defaultsReviewer])
  const people = { author: defaultsAuthor.id, reviewer: defaultsReviewer.id }
  for (const document of missing) await publishRuleTable(tx, document, people)
  return missing.map((document) => `${String(document['id'])}@${String(document['version'])}`)
}

interface HolidayFile {
  readonly knownTo: CivilDate
  readonly days: readonly CalendarDay[]
}

/** A year that a later release adds begins now: open clocks keep the version they were started with. */
async function loadCalendars(tx: Transaction): Promise<readonly string[]> {
  const loaded: string[] = []
  const known = new Set(
    (await tx.select({ version: calendars.version }).from(calendars)).map((row) => row.version),
  )
  for (const file of documents('', /^holidays.*\.json$/) as readonly unknown[]) {
    const { knownTo, days } = file as HolidayFile
    const version = `cn-to-${knownTo}`
    if (known.has(version)) continue
    const dates = (kind: CalendarDay['kind']) =>
      days.filter((day) => day.kind === kind).map((day) => day.date)
    await tx.insert(calendars).values({
      version,
      effectiveFrom: known.size === 0 ? firstCalendarFrom : await databaseNow(tx),
      holidays: dates('holiday'),
      makeUpDays: dates('makeUp'),
      ...workingHours,
    })
    known.add(version)
    loaded.push(version)
  }
  return loaded
}

function documents(subfolder: string, pattern: RegExp): readonly Readonly<Record<string, unknown>>[] {
  const at = new URL(subfolder, folder)
  return readdirSync(at)
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(new URL(name, at), 'utf8')) as Record<string, unknown>)
}

async function databaseNow(tx: Transaction): Promise<Instant> {
  const { rows } = await tx.execute<{ now: string }>(sql`select now() as now`)
  return new Date(rows[0]?.now ?? Number.NaN).getTime()
}

async function auditLoad(tx: Transaction, loaded: readonly string[]): Promise<void> {
  await appendSystemAudit(tx, {
    at: await databaseNow(tx),
    actorId: null,
    actorKind: 'system',
    accountId: null,
    action: 'loadBaseData',
    outcome: 'done',
    code: null,
    commandId: randomUUID(),
    requestId: null,
    bodyHash: hashOf(loaded),
    firstEvent: null,
    lastEvent: null,
  })
}
