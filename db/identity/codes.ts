import { and, count, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import { randomInt, randomUUID } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { Database, Transaction } from '../client.ts'
import { accounts, oneTimeCodes, persons } from '../schema/index.ts'
import { transact } from '../transact.ts'
import { keyedHash, sameSecret } from './tokens.ts'

/** Queues the message with the code, in the transaction that stores the code's hash. */
export type SendCode = (
  tx: Transaction,
  order: { readonly personId: string; readonly phone: string; readonly code: string },
) => Promise<void>

/** Milliseconds. */
export const codeLimit = 5 * 60_000
export const triesPerCode = 5
/** A telephone gets no more codes than this in an hour, whoever asks for them. */
const codesPerHour = 20

const codeHash = (key: Uint8Array, id: string, code: string) =>
  keyedHash(key, 'one-time code', `${id}\0${code}`)

/**
 * Stores a code for a telephone and sends it if the telephone belongs to somebody we know. The same is stored
 * for everybody, and the caller is told the same. Tries are counted against the code that was asked for here:
 * somebody else who guesses at the same number uses up their own code, not this one.
 */
export async function issueCode(
  database: Database,
  options: {
    readonly phone: string
    readonly phoneHash: string
    readonly key: Uint8Array
    readonly sendCode: SendCode
  },
): Promise<string> {
  const { phone, phoneHash, key, sendCode } = options
  const id = randomUUID()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await transact(database, async (tx) => {
    await tx.insert(oneTimeCodes).values({
      id,
      phoneHash,
      codeHash: codeHash(key, id, code),
      expiresAt: sql`clock_timestamp() + ${codeLimit} * interval '1 millisecond'`,
    })
    const personId = await ownerOf(tx, phoneHash)
    const lastHour = and(
      eq(oneTimeCodes.phoneHash, phoneHash),
      gt(oneTimeCodes.createdAt, sql`now() - interval '1 hour'`),
    )
    const [asked] = await tx.select({ codes: count() }).from(oneTimeCodes).where(lastHour)
    if (personId !== null && (asked?.codes ?? 0) <= codesPerHour)
      await sendCode(tx, { personId, phone, code })
  })
  return id
}

/**
 * Uses a code up and returns the customer's account, which begins with the first sign-in. A try is counted and
 * committed before the code is looked at, or a hundred requests at once would have a hundred tries.
 * Refuses with `codeWrong`.
 */
export async function redeemCode(
  database: Database,
  { id, code, key }: { readonly id: string; readonly code: string; readonly key: Uint8Array },
): Promise<string> {
  const open = and(
    eq(oneTimeCodes.id, id),
    eq(oneTimeCodes.void, false),
    isNull(oneTimeCodes.usedAt),
    gt(oneTimeCodes.expiresAt, sql`clock_timestamp()`),
  )
  const [tried] = await database
    .update(oneTimeCodes)
    .set({ tries: sql`${oneTimeCodes.tries} + 1` })
    .where(and(open, lt(oneTimeCodes.tries, triesPerCode)))
    .returning({ codeHash: oneTimeCodes.codeHash, phoneHash: oneTimeCodes.phoneHash })
  if (tried === undefined || !sameSecret(tried.codeHash, codeHash(key, id, code))) return refuse('codeWrong')

  return transact(database, async (tx) => {
    const used = await tx
      .update(oneTimeCodes)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(open)
      .returning({ id: oneTimeCodes.id })
    if (used.length === 0) refuse('codeWrong')
    await tx
      .update(oneTimeCodes)
      .set({ void: true })
      .where(
        and(
          eq(oneTimeCodes.phoneHash, tried.phoneHash),
          ne(oneTimeCodes.id, id),
          isNull(oneTimeCodes.usedAt),
        ),
      )
    return customerAccount(tx, tried.phoneHash)
  })
}

/** Whom a telephone signs in: the customer who did before, or the only person it is written down for. */
async function ownerOf(tx: Transaction, phoneHash: string): Promise<string | null> {
  const [account] = await tx
    .select({ personId: accounts.personId, disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.kind, 'customer'), eq(accounts.login, phoneHash)))
  if (account !== undefined) return account.disabledAt === null ? account.personId : null
  const people = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.phoneHash, phoneHash))
    .limit(2)
  // A telephone that several people share would show one of them the other's claims.
  return people.length === 1 ? (people[0]?.id ?? null) : null
}

async function customerAccount(tx: Transaction, phoneHash: string): Promise<string> {
  const personId = await ownerOf(tx, phoneHash)
  if (personId === null) return refuse('codeWrong')
  await tx
    .insert(accounts)
    .values({ id: randomUUID(), personId, kind: 'customer', login: phoneHash })
    .onConflictDoNothing({ target: [accounts.kind, accounts.login] })
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.kind, 'customer'), eq(accounts.login, phoneHash)))
  return account === undefined ? refuse('codeWrong') : account.id
}
