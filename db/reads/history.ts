import { and, asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm'
import type { ClaimEvent } from '../../domain/claim/events.ts'
import type { StageEntry } from '../../domain/claim/stage-path.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { claimEvents } from '../schema/index.ts'

type Reader = Pick<Database, 'select'>

export interface HistoryEntry {
  readonly sequence: number
  readonly type: string
  readonly data: unknown
  readonly note: string | null
  readonly fromStage: string | null
  readonly toStage: string | null
  readonly actorId: string | null
  readonly actorKind: string
  readonly at: Instant
}

/** What happened, in order, with the notes of whoever did it; from the event after `after` on. */
export async function readHistory(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly HistoryEntry[]> {
  const rows = await reader
    .select()
    .from(claimEvents)
    .where(and(eq(claimEvents.claimId, claimId), gt(claimEvents.sequence, after)))
    .orderBy(asc(claimEvents.sequence))
    .limit(limit)
  return rows.map(({ sequence, type, data, noteEncrypted, fromStage, toStage, actorId, actorKind, at }) => ({
    sequence,
    type,
    // The first event holds the whole opening state, which the claim itself shows.
    data: type === 'claimRegistered' ? {} : data,
    note: openNote(cipher, claimId, sequence, noteEncrypted),
    fromStage,
    toStage,
    actorId,
    actorKind,
    at,
  }))
}

function openNote(cipher: FieldCipher, claimId: string, sequence: number, stored: string | null) {
  return stored === null ? null : cipher.decrypt(stored, fieldContext('claim', claimId, `note.${sequence}`))
}

/** When the claim entered each of its stages, in order, up to an event. */
export async function readStageEntries(
  reader: Reader,
  claimId: string,
  upTo: number,
): Promise<readonly StageEntry[]> {
  const rows = await reader
    .select({ to: claimEvents.toStage, at: claimEvents.at })
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.claimId, claimId),
        eq(claimEvents.type, 'stageEntered' satisfies ClaimEvent['type']),
        lte(claimEvents.sequence, upTo),
      ),
    )
    .orderBy(asc(claimEvents.sequence))
  return rows.flatMap(({ to, at }) => (to === null ? [] : [{ to, at }]))
}

/** When and in which words the claim was rejected: the note of the command that did it. */
export async function readRejectionReason(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
): Promise<Said | undefined> {
  return saidWith(
    reader,
    cipher,
    claimId,
    sql`select command_id from claim_events r where r.claim_id = ${claimId} and r.type = 'claimRejected'
      order by r.sequence desc limit 1`,
  )
}

/** In which words a version of the calculation was saved. */
export async function readSheetNote(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
  version: number,
): Promise<string | null> {
  const said = await saidWith(
    reader,
    cipher,
    claimId,
    sql`select command_id from claim_events s where s.claim_id = ${claimId} and s.type = 'sheetSaved'
      and s.data #>> '{sheet,version}' = ${String(version)} limit 1`,
  )
  return said?.reason ?? null
}

interface Said {
  readonly at: Instant
  readonly reason: string | null
}

/** The note of a command is kept with one of its events; undefined when there is no such command. */
async function saidWith(
  reader: Reader,
  cipher: FieldCipher,
  claimId: string,
  command: SQL,
): Promise<Said | undefined> {
  const rows = await reader
    .select({ sequence: claimEvents.sequence, note: claimEvents.noteEncrypted, at: claimEvents.at })
    .from(claimEvents)
    .where(and(eq(claimEvents.claimId, claimId), sql`${claimEvents.commandId} = (${command})`))
    .orderBy(asc(claimEvents.sequence))
  const [first] = rows
  if (first === undefined) return undefined
  const noted = rows.find(({ note }) => note !== null) ?? first
  return { at: first.at, reason: openNote(cipher, claimId, noted.sequence, noted.note) }
}
