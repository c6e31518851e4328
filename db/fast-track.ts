import { advisoryLock } from './advisory-locks.ts'
import { desc, sql } from 'drizzle-orm'
import { assert, refuse } from '../domain/errors.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Database, Transaction } from './client.ts'
import { fastTrackSettings } from './schema/index.ts'

export const fastTrackReasons = [
  'shipped',
  'incident',
  'suspectedFraud',
  'ruleChange',
  'auditFinding',
  'sampling',
  'resumed',
] as const
export type FastTrackReason = (typeof fastTrackReasons)[number]

export interface FastTrackSettings {
  readonly open: boolean
  /** Of all claims that software pays, those that are looked at afterwards. */
  readonly sampleBasisPoints: number
  readonly sampleSeed: string
  readonly reason: FastTrackReason
  readonly setBy: string | null
  readonly setAt: Instant
}

/** Held shared by every decision of software until its commit, and alone by whoever sets the switch. */
const switchLock = advisoryLock('fastTrackSwitch')

type Reader = Pick<Database, 'select'>

const columns = {
  open: fastTrackSettings.open,
  sampleBasisPoints: fastTrackSettings.sampleBasisPoints,
  sampleSeed: fastTrackSettings.sampleSeed,
  reason: sql<FastTrackReason>`${fastTrackSettings.reason}`,
  setBy: fastTrackSettings.setBy,
  setAt: fastTrackSettings.setAt,
}

/** What was set, newest first. */
export async function readFastTrackSettings(
  reader: Reader,
  limit: number,
): Promise<readonly FastTrackSettings[]> {
  return reader.select(columns).from(fastTrackSettings).orderBy(desc(fastTrackSettings.id)).limit(limit)
}

/** The switch as it stands for a decision of software, which it holds until that is committed. */
export async function holdFastTrack(tx: Transaction): Promise<FastTrackSettings> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${switchLock})`)
  return newest(tx)
}

async function newest(tx: Transaction): Promise<FastTrackSettings> {
  const [settings] = await readFastTrackSettings(tx, 1)
  assert(settings !== undefined, 'the migration has set the fast track')
  return settings
}

/**
 * Sets the switch and the share of the sample. When this has been committed no decision of software is under way that
 * did not know of it. Refuses with `alreadyDone` what changes nothing.
 */
export async function setFastTrack(
  tx: Transaction,
  change: Partial<Pick<FastTrackSettings, 'open' | 'sampleBasisPoints' | 'sampleSeed'>> & {
    readonly reason: FastTrackReason
    readonly by: string
    readonly now: Instant
  },
): Promise<FastTrackSettings> {
  await tx.execute(sql`select pg_advisory_xact_lock(${switchLock})`)
  const before = await newest(tx)
  const { reason, by: setBy, now: setAt, ...asked } = change
  const after = { ...before, ...asked, reason, setBy, setAt }
  const same =
    after.open === before.open &&
    after.sampleBasisPoints === before.sampleBasisPoints &&
    after.sampleSeed === before.sampleSeed
  if (same) refuse('alreadyDone', { open: before.open })
  await tx.insert(fastTrackSettings).values(after)
  return after
}
