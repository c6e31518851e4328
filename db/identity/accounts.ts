import { and, eq, isNull, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { Database, Transaction } from '../client.ts'
import { accounts, persons } from '../schema/index.ts'
import { type Identity, rolesNow } from './identity.ts'
import { newToken, sameSecret, tokenHash } from './tokens.ts'

export interface StaffAccount {
  readonly id: string
  readonly passwordHash: string | null
  readonly disabled: boolean
}

/** What a user name of staff may be, as a regular expression. */
export const staffLogin = '^[a-z0-9][a-z0-9._-]{2,62}$'

/** The account behind a user name, or undefined; the caller makes both cases take equally long. */
export async function staffAccount(database: Database, login: string): Promise<StaffAccount | undefined> {
  const [row] = await database
    .select({
      id: accounts.id,
      passwordHash: accounts.passwordHash,
      disabled: sql<boolean>`${accounts.disabledAt} is not null`,
    })
    .from(accounts)
    .where(and(eq(accounts.kind, 'staff'), eq(accounts.login, login)))
  return row
}

/** Refuses with `fieldInvalid` when the user name is taken. */
export async function createStaffAccount(
  tx: Transaction,
  account: { readonly personId: string; readonly login: string; readonly passwordHash: string },
): Promise<string> {
  const id = randomUUID()
  const created = await tx
    .insert(accounts)
    .values({ id, kind: 'staff', ...account })
    .onConflictDoNothing({ target: [accounts.kind, accounts.login] })
    .returning({ id: accounts.id })
  if (created.length === 0) {
    const text = { zh: '该登录名已被使用。', en: 'This user name is taken.' }
    refuse('fieldInvalid', { fields: [{ path: '/account/login', reason: 'taken', text }] })
  }
  return id
}

export async function passwordOf(database: Database, accountId: string): Promise<string | null> {
  const [row] = await database
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  return row?.passwordHash ?? null
}

export async function changePassword(
  writer: Pick<Database, 'update'>,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await writer.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId))
}

/** Takes effect with the next request of the account. Refuses with `notFound` or `alreadyDone`. */
export async function disableAccount(tx: Transaction, personId: string, accountId: string): Promise<void> {
  const [found] = await tx
    .select({ disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.personId, personId)))
    .for('update')
  if (found === undefined) return refuse('notFound')
  if (found.disabledAt !== null) refuse('alreadyDone')
  await tx
    .update(accounts)
    .set({ disabledAt: sql`clock_timestamp()` })
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)))
}

/** `lpk_<key id>_<secret>`: the part in the middle finds the row, the whole is compared by its hash. */
const partnerKey = /^lpk_([a-z0-9-]{1,64})_[\w-]{43}$/

/** A partner's account with a new key, which is returned once and stored nowhere. */
export async function createPartnerAccount(
  tx: Pick<Database, 'insert'>,
  personId: string,
): Promise<{ readonly accountId: string; readonly key: string }> {
  const accountId = randomUUID()
  const login = randomUUID()
  const key = `lpk_${login}_${newToken()}`
  await tx
    .insert(accounts)
    .values({ id: accountId, personId, kind: 'partner', login, keyHash: tokenHash(key) })
  return { accountId, key }
}

/** Looks a bearer key up; null for anything that is not the key of an account in use. */
export function partnerFinder(database: Database): (key: string) => Promise<Identity | null> {
  const find = database
    .select({ id: accounts.id, personId: accounts.personId, keyHash: accounts.keyHash, roles: rolesNow })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(
      and(
        eq(accounts.kind, 'partner'),
        eq(accounts.login, sql.placeholder('login')),
        isNull(accounts.disabledAt),
      ),
    )
    .prepare('find_partner')

  return async (key) => {
    const login = partnerKey.exec(key)?.[1]
    if (login === undefined) return null
    const [row] = await find.execute({ login })
    if (row === undefined || row.keyHash === null || !sameSecret(row.keyHash, tokenHash(key))) return null
    const { id: accountId, personId, roles } = row
    return {
      kind: 'partner',
      accountKind: 'partner',
      accountId,
      personId,
      sessionHash: null,
      csrfSecret: null,
      expiresAt: null,
      roles,
    }
  }
}
