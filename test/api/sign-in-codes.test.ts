import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionCookie } from '../../api/session/cookie.ts'
import { createPerson } from '../../db/identity/persons.ts'
import { triesPerCode } from '../../db/identity/codes.ts'
import { accounts, oneTimeCodes } from '../../db/schema/index.ts'
import { refusalOf, TestApi } from '../support/api.ts'

let api: TestApi
let next = 0

beforeAll(async () => {
  api = await TestApi.create()
})
afterAll(async () => api.close())
beforeEach(() => {
  api.codes.length = 0
})

const newPhone = () => {
  next += 1
  return `139${String(next).padStart(8, '0')}`
}

async function knownPhone(): Promise<string> {
  const phone = newPhone()
  const person = {
    kind: 'natural',
    branchId: api.world.branchId,
    name: '李四',
    phone,
    identityNumber: null,
  } as const
  await createPerson(api.world.database, api.world.cipher, person)
  return phone
}

const ask = (phone: string, remoteAddress = '192.0.2.1') =>
  api.app.inject({ method: 'POST', url: '/sign-in/codes', payload: { phone }, remoteAddress })

const redeem = (codeId: string, code: string, remoteAddress = '192.0.2.1') =>
  api.app.inject({ method: 'POST', url: '/sign-in/sessions', payload: { codeId, code }, remoteAddress })

async function askedCode(phone: string): Promise<{ codeId: string; code: string }> {
  const { codeId } = (await ask(phone)).json<{ codeId: string }>()
  return { codeId, code: api.codes.at(-1)?.code ?? 'none' }
}

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const wrong = { status: 401, code: 'codeWrong' }

describe('asking for a code', () => {
  it('is answered alike for a telephone that is known and one that is not', async () => {
    const [known, unknown] = [await ask(await knownPhone()), await ask(newPhone())]
    for (const response of [known, unknown]) {
      expect(response.statusCode).toBe(202)
      expect(Object.keys(response.json<object>())).toEqual(['codeId', 'expiresInSeconds'])
    }
    expect(Object.keys(known.headers)).toEqual(Object.keys(unknown.headers))
    expect(api.codes).toHaveLength(1)
  })

  it('takes equally long for both', async () => {
    const [known, timed] = [await knownPhone(), { known: [] as number[], unknown: [] as number[] }]
    for (let round = 0; round < 5; round += 1) {
      for (const kind of ['known', 'unknown'] as const) {
        const began = performance.now()
        await ask(kind === 'known' ? known : newPhone(), `192.0.2.${20 + round}`)
        timed[kind].push(performance.now() - began)
      }
    }
    expect(Math.abs(Math.min(...timed.known) - Math.min(...timed.unknown))).toBeLessThan(5)
  })

  it('finds the telephone however it is written, and refuses what is none', async () => {
    const phone = await knownPhone()
    for (const written of [`+86 ${phone}`, `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`]) {
      expect((await ask(written)).statusCode).toBe(202)
    }
    expect(api.codes.map((sent) => sent.phone)).toEqual([phone, phone])
    const refused = await ask('12345678901')
    expect(refusalOf(refused)).toEqual({ status: 422, code: 'fieldInvalid' })
    expect(refused.json()).toMatchObject({ fields: [{ path: '/phone', reason: 'mobilePhone' }] })
  })

  it('sends nothing to a telephone that several people share, or to a disabled account', async () => {
    const shared = await knownPhone()
    const person = {
      kind: 'natural',
      branchId: null,
      name: '王五',
      phone: shared,
      identityNumber: null,
    } as const
    await createPerson(api.world.database, api.world.cipher, person)
    expect((await ask(shared)).statusCode).toBe(202)
    const disabled = await knownPhone()
    const { codeId, code } = await askedCode(disabled)
    await redeem(codeId, code)
    await api.world.database
      .update(accounts)
      .set({ disabledAt: Date.now() })
      .where(eq(accounts.login, api.world.cipher.lookupHash('phone', disabled)))
    api.codes.length = 0
    expect((await ask(disabled)).statusCode).toBe(202)
    expect(api.codes).toEqual([])
  })

  it('is limited by telephone and address, and by address alone; a header changes neither', async () => {
    const phone = await knownPhone()
    for (let round = 0; round < 5; round += 1) await ask(phone, '192.0.2.9')
    expect(refusalOf(await ask(`+86-${phone}`, '192.0.2.9'))).toEqual({
      status: 429,
      code: 'tooManyRequests',
    })
    expect((await ask(phone, '192.0.2.10')).statusCode).toBe(202)
  })

  it('sends at most twenty in an hour to one telephone, from however many addresses', async () => {
    const phone = await knownPhone()
    for (let round = 0; round < 24; round += 1) {
      expect((await ask(phone, `198.18.0.${round}`)).statusCode).toBe(202)
    }
    expect(api.codes).toHaveLength(20)
  })

  it('stores neither the code nor the telephone', async () => {
    const phone = await knownPhone()
    const { code } = await askedCode(phone)
    const stored = JSON.stringify(await api.world.database.select().from(oneTimeCodes))
    expect(stored).not.toContain(phone)
    expect(stored).not.toContain(`"${code}"`)
    expect(api.log.join('')).not.toContain(phone)
    expect(api.log.join('')).not.toContain(code)
  })
})

describe('a code', () => {
  it('signs in once, and makes the customer’s account the first time', async () => {
    const phone = await knownPhone()
    const first = await askedCode(phone)
    const signedIn = await redeem(first.codeId, first.code)
    expect(signedIn.statusCode).toBe(201)
    expect(signedIn.cookies[0]?.name).toBe(sessionCookie)
    const cookie = `${sessionCookie}=${signedIn.cookies[0]?.value}`
    const me = await api.app.inject({ url: '/me', headers: { cookie } })
    expect(me.json()).toMatchObject({ kind: 'customer', name: '李*' })
    expect(refusalOf(await redeem(first.codeId, first.code))).toEqual(wrong)

    const second = await askedCode(phone)
    expect((await redeem(second.codeId, second.code)).statusCode).toBe(201)
    const login = api.world.cipher.lookupHash('phone', phone)
    const made = await api.world.database.select().from(accounts).where(eq(accounts.login, login))
    expect(made).toHaveLength(1)
  })

  it('has five tries, also when they come at once', async () => {
    const { codeId, code } = await askedCode(await knownPhone())
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, round) => redeem(codeId, otherThan(code), `198.51.100.${round}`)),
    )
    expect(guesses.map((guess) => guess.statusCode)).toEqual(Array.from({ length: 8 }, () => 401))
    const [row] = await api.world.database.select().from(oneTimeCodes).where(eq(oneTimeCodes.id, codeId))
    expect(row?.tries).toBe(triesPerCode)
    expect(refusalOf(await redeem(codeId, code, '198.51.100.99'))).toEqual(wrong)
  })

  it('is used by one of two who send it at once', async () => {
    const { codeId, code } = await askedCode(await knownPhone())
    const both = await Promise.all([redeem(codeId, code), redeem(codeId, code)])
    expect(both.map((one) => one.statusCode).toSorted((a, b) => a - b)).toEqual([201, 401])
  })

  it('is worth nothing after five minutes', async () => {
    const { codeId, code } = await askedCode(await knownPhone())
    const [row] = await api.world.database
      .select({
        lives: sql<string>`extract(epoch from ${oneTimeCodes.expiresAt} - ${oneTimeCodes.createdAt})`,
      })
      .from(oneTimeCodes)
      .where(eq(oneTimeCodes.id, codeId))
    expect(Math.round(Number(row?.lives))).toBe(300)
    await api.world.database
      .update(oneTimeCodes)
      .set({ expiresAt: Date.now() - 1000 })
      .where(eq(oneTimeCodes.id, codeId))
    expect(refusalOf(await redeem(codeId, code))).toEqual(wrong)
  })

  it('is not used up by a stranger who guesses at the same telephone', async () => {
    const phone = await knownPhone()
    const own = await askedCode(phone)
    const strangers = await askedCode(phone)
    for (let round = 0; round < triesPerCode; round += 1) {
      await redeem(strangers.codeId, otherThan(strangers.code), '203.0.113.5')
    }
    expect((await redeem(own.codeId, own.code)).statusCode).toBe(201)
  })

  it('takes the others of its telephone with it once one is used', async () => {
    const phone = await knownPhone()
    const [older, newer] = [await askedCode(phone), await askedCode(phone)]
    expect((await redeem(newer.codeId, newer.code)).statusCode).toBe(201)
    expect(refusalOf(await redeem(older.codeId, older.code))).toEqual(wrong)
  })

  it('is refused in the same words when it never existed', async () => {
    const { codeId, code } = await askedCode(newPhone())
    const [unknown, nowhere] = await Promise.all([
      redeem(codeId, code === 'none' ? '000000' : code),
      redeem('11111111-1111-4111-8111-111111111111', '000000'),
    ])
    expect({ ...unknown.json<object>(), instance: '' }).toEqual({ ...nowhere.json<object>(), instance: '' })
  })
})
