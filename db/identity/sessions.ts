import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { accounts, persons, sessions } from '../schema/index.ts'
import { databaseUnavailable } from '../unexpected-errors.ts'
import { type Identity, rolesNow } from './identity.ts'
import { newToken, tokenHash } from './tokens.ts'

/** Milliseconds: a session ends after this long without a request, and after this long in any case. */
export const idleLimit = 30 * 60_000
export const sessionLimit = 12 * 60 * 60_000
/** The last request is noted no more often than this: most requests only read the row. */
const noteEvery = 60_000

export type FoundSession =
  | { readonly state: 'valid'; readonly identity: Identity }
  | { readonly state: 'ended' | 'unknown' }

export interface NewSession {
  /** For the cookie; it is not kept anywhere here. */
  readonly token: string
  readonly csrfSecret: string
  readonly expiresAt: Instant
}

const after = (milliseconds: number) => sql`clock_timestamp() + ${milliseconds} * interval '1 millisecond'`
const before = (milliseconds: number) => sql`clock_timestamp() - ${milliseconds} * interval '1 millisecond'`

type Writer = Pick<Database, 'insert' | 'update'>

/** Begins a session with a token that nobody has seen before: what a browser brought along is never reused. */
export async function beginSession(writer: Writer, accountId: string): Promise<NewSession> {
  const token = newToken()
  const csrfSecret = newToken()
  const [row] = await writer
    .insert(sessions)
    .values({
      tokenHash: tokenHash(token),
      accountId,
      csrfSecret,
      lastSeenAt: sql`clock_timestamp()`,
      expiresAt: after(sessionLimit),
    })
    .returning({ expiresAt: sessions.expiresAt })
  if (row === undefined) throw new Error('The session was not stored.')
  return { token, csrfSecret, expiresAt: row.expiresAt }
}

export async function endSession(writer: Writer, hash: string): Promise<void> {
  await writer
    .update(sessions)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.tokenHash, hash), isNull(sessions.endedAt)))
}

/** All sessions of an account but the one named: whoever changes a password throws everybody else out. */
export async function endOtherSessions(
  writer: Writer,
  accountId: string,
  kept: string | null,
): Promise<void> {
  await writer
    .update(sessions)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(
      and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), ne(sessions.tokenHash, kept ?? '')),
    )
}

const usable = sql<boolean>`${sessions.endedAt} is null and ${accounts.disabledAt} is null
  and ${sessions.expiresAt} > clock_timestamp() and ${sessions.lastSeenAt} > ${before(idleLimit)}`

/** What is read of a session, from `sessions` joined with `accounts` and `persons`. */
export const sessionColumns = {
  accountId: sessions.accountId,
  personId: accounts.personId,
  accountKind: accounts.kind,
  csrfSecret: sessions.csrfSecret,
  expiresAt: sessions.expiresAt,
  roles: rolesNow,
  usable,
  noteDue: sql<boolean>`${sessions.lastSeenAt} < ${before(noteEvery)}`,
}

interface SessionRow extends Pick<
  Identity,
  'accountId' | 'personId' | 'accountKind' | 'csrfSecret' | 'roles'
> {
  readonly expiresAt: Instant
  readonly usable: boolean
  readonly noteDue: boolean
}

/** While nothing can be written, reading goes on: a session whose use is not noted ends the sooner. */
async function note(database: Database, hash: string): Promise<void> {
  try {
    await database
      .update(sessions)
      .set({ lastSeenAt: sql`clock_timestamp()` })
      .where(and(eq(sessions.tokenHash, hash), isNull(sessions.endedAt)))
  } catch (error) {
    if (!databaseUnavailable(error)) throw error
  }
}

/** What the row means; notes the request when that is due. */
export async function foundSession(
  database: Database,
  hash: string,
  row: SessionRow | undefined,
): Promise<FoundSession> {
  if (row === undefined) return { state: 'unknown' }
  if (!row.usable) return { state: 'ended' }
  if (row.noteDue) await note(database, hash)
  const { accountId, personId, accountKind, csrfSecret, expiresAt, roles } = row
  const kind = accountKind === 'partner' ? 'partner' : 'person'
  return {
    state: 'valid',
    identity: { kind, accountKind, accountId, personId, sessionHash: hash, csrfSecret, expiresAt, roles },
  }
}

/**
 * The look-up of every request: session, account and roles in one prepared statement, so that an account that
 * was disabled or a role that ended a moment ago counts for nothing.
 */
export function sessionFinder(database: Database): (token: string) => Promise<FoundSession> {
  const find = database
    .select(sessionColumns)
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(sessions.tokenHash, sql.placeholder('hash')))
    .prepare('find_session')

  return async (token) => {
    const hash = tokenHash(token)
    const [row] = await find.execute({ hash })
    return foundSession(database, hash, row)
  }
}
