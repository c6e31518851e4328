import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database, Transaction } from '../../db/client.ts'
import { issueCode, redeemCode } from '../../db/identity/codes.ts'
import { recordDelivery } from '../../db/notices/follow-notice.ts'
import { accounts, bankMessages, branches, notices, oneTimeCodes, sessions } from '../../db/schema/index.ts'
import { keepBankMessage } from '../../db/statements/bank-messages.ts'
import { sqlState, transact } from '../../db/transact.ts'
import { hashPassword } from '../../db/identity/passwords.ts'
import { refusalOf, TestApi } from '../support/api.ts'
import { publicTestLookupKey } from '../support/public-test-keys.ts'

let api: TestApi
let database: Database

beforeAll(async () => {
  api = await TestApi.create()
  database = api.world.database
})

afterAll(() => api.close())

/** Both have read before either writes. */
function barrier(parties: number): () => Promise<void> {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  let waiting = 0
  return async () => {
    waiting += 1
    if (waiting >= parties) open()
    await opened
  }
}

async function newBranches(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  await database.insert(branches).values(ids.map((id) => ({ id, code: id, name: '' })))
  return ids
}

const append = (tx: Transaction, id: string, text: string) =>
  tx
    .update(branches)
    .set({ name: sql`${branches.name} || ${text}` })
    .where(eq(branches.id, id))

async function nameOf(id: string): Promise<string | undefined> {
  const [row] = await database.select({ name: branches.name }).from(branches).where(eq(branches.id, id))
  return row?.name
}

describe('a transaction that the database gave up', () => {
  it('because of a deadlock is done again, and both take effect once', async () => {
    const [one = '', other = ''] = await newBranches(2)
    const meet = barrier(2)
    let tries = 0
    const both = [
      { mark: 'a', order: [one, other] },
      { mark: 'b', order: [other, one] },
    ].map(({ mark, order: [first = '', second = ''] }) =>
      transact(database, async (tx) => {
        tries += 1
        await append(tx, first, mark)
        await meet()
        await append(tx, second, mark)
      }),
    )
    await Promise.all(both)
    expect(tries).toBe(3)
    for (const id of [one, other]) expect((await nameOf(id))?.split('').toSorted()).toEqual(['a', 'b'])
  })

  it('because another one came first is done again on what that one left', async () => {
    const [id = ''] = await newBranches(1)
    const meet = barrier(2)
    let tries = 0
    const both = ['a', 'b'].map((mark) =>
      transact(database, async (tx) => {
        tries += 1
        await tx.execute(sql`set transaction isolation level repeatable read`)
        await tx.select().from(branches).where(eq(branches.id, id))
        await meet()
        await append(tx, id, mark)
      }),
    )
    await Promise.all(both)
    expect(tries).toBe(3)
    expect((await nameOf(id))?.split('').toSorted()).toEqual(['a', 'b'])
  })

  it('is given up after four tries, and at once for any other reason', async () => {
    for (const [state, expected] of [
      ['40001', 4],
      ['23505', 1],
    ] as const) {
      let tries = 0
      const failing = transact(database, async (tx) => {
        tries += 1
        await giveUp(tx, state)
      })
      expect(sqlState(await failing.catch((error: unknown) => error))).toBe(state)
      expect(tries).toBe(expected)
    }
  })
})

const giveUp = (tx: Transaction, state: string) =>
  tx.execute(sql.raw(`do $$ begin raise exception using errcode = '${state}'; end $$`))

/** Lets the next transaction do its work and then be given up by the database. */
async function givenUpOnce<T>(state: string, work: () => Promise<T>): Promise<T> {
  const begin = database.transaction.bind(database)
  const spy = vi.spyOn(database, 'transaction').mockImplementationOnce((inner, config) =>
    begin(async (tx) => {
      await inner(tx)
      await giveUp(tx, state)
      throw new Error('unreachable')
    }, config),
  )
  try {
    const result = await work()
    expect(spy).toHaveBeenCalledTimes(2)
    return result
  } finally {
    spy.mockRestore()
  }
}

describe.each(['40001', '40P01'])('after %s', (state) => {
  it('a code is stored once and signs in once', async () => {
    const key = publicTestLookupKey
    const phone = `139${randomUUID().replaceAll(/\D/g, '').padEnd(8, '7').slice(0, 8)}`
    const phoneHash = api.world.cipher.lookupHash('phone', phone)
    const personId = await api.world.person()
    await database.insert(accounts).values({ id: randomUUID(), personId, kind: 'customer', login: phoneHash })
    const sent: string[] = []
    const sendCode = async (_tx: Transaction, order: { readonly code: string }) => void sent.push(order.code)
    const codeId = await givenUpOnce(state, () => issueCode(database, { phone, phoneHash, key, sendCode }))
    const stored = await database.select().from(oneTimeCodes).where(eq(oneTimeCodes.phoneHash, phoneHash))
    expect(stored.map(({ id }) => id)).toEqual([codeId])
    const code = sent.at(-1) ?? ''
    expect(await givenUpOnce(state, () => redeemCode(database, { id: codeId, code, key }))).toMatch(
      /^[0-9a-f-]{36}$/,
    )
    await expect(redeemCode(database, { id: codeId, code, key })).rejects.toMatchObject({ code: 'codeWrong' })
  })

  it('a password is changed and other sessions are ended', async () => {
    const member = await api.world.member(['handler'])
    const passwordHash = await hashPassword('Old-Password-01')
    await database.update(accounts).set({ passwordHash }).where(eq(accounts.id, member.accountId))
    const [here, elsewhere] = [await api.browser(member), await api.browser(member)]
    const change = { current: 'Old-Password-01', next: 'New-Password-02' }
    const answer = await givenUpOnce(state, () => api.as(here, 'PUT', '/me/password', change))
    expect(answer.statusCode).toBe(204)
    expect(refusalOf(await api.as(elsewhere, 'GET', '/me')).status).toBe(401)
    expect((await api.as(here, 'GET', '/me')).statusCode).toBe(200)
    const open = await database.select().from(sessions).where(eq(sessions.accountId, member.accountId))
    expect(open.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
  })

  it('a receipt of a notice is kept', async () => {
    const noticeId = randomUUID()
    const sentNotice = {
      template: 'oneTimeCode',
      channel: 'textMessage',
      parameters: {},
      status: 'sent',
    } as const
    await database.insert(notices).values({ id: noticeId, ...sentNotice, queuedAt: Date.now() })
    const delivered = await givenUpOnce(state, () => recordDelivery(database, { noticeId, at: Date.now() }))
    const [row] = await database.select().from(notices).where(eq(notices.id, noticeId))
    expect(row).toMatchObject({ status: 'delivered', deliveredAt: delivered?.deliveredAt })
  })

  it('a message of the bank is kept once', async () => {
    const messageId = randomUUID()
    const message = { messageId, ref: 'nobody', body: {} }
    expect(await givenUpOnce(state, () => keepBankMessage(database, message))).toEqual({
      finished: false,
      intent: null,
    })
    const kept = await database.select().from(bankMessages).where(eq(bankMessages.messageId, messageId))
    expect(kept).toHaveLength(1)
  })
})
