import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isoInstant } from '../../api/wire.ts'
import { auditEntries, branches, idempotencyKeys, persons, roleGrants, staff } from '../../db/schema/index.ts'
import { identityCheckCharacter } from '../../domain/identity/identity-number.ts'
import { type Browser, refusalOf, TestApi } from '../support/api.ts'
import type { Member } from '../support/world.ts'

let api: TestApi
let first: Member
let admin: Browser
let second: Browser

beforeAll(async () => {
  api = await TestApi.create()
  first = await api.world.member(['administrator'])
  admin = await api.browser(first)
  second = await api.browser(await api.world.member(['administrator']))
})
afterAll(async () => api.close())

const identityNumber = `11010119900307451${identityCheckCharacter('11010119900307451')}`
const newPerson = (login: string) => ({
  kind: 'natural',
  branchId: api.world.branchId,
  name: '赵六',
  phone: '13700000001',
  identityNumber,
  account: { login, password: 'a long enough one' },
  staff: { displayName: '小赵', workPhone: '010-88886666', skills: ['motor'], capacity: 12 },
})

const created = { status: 201, body: expect.objectContaining({ state: 'pending' }) as unknown }
const done = { status: 200, body: { done: true } }
const answer = (response: { statusCode: number; json: () => unknown }) => ({
  status: response.statusCode,
  body: response.json(),
})

const at = (milliseconds: number) => isoInstant(Date.now() + milliseconds)

/** Somebody with an account and no role yet. */
async function newcomer(): Promise<Member> {
  const personId = await api.world.person()
  return { kind: 'person', personId, accountId: await api.world.account(personId, 'staff') }
}

async function rolesOf(browser: Browser): Promise<unknown[]> {
  return (await api.as(browser, 'GET', '/me')).json<{ roles: unknown[] }>().roles
}

async function proposedRole(personId: string, change: object = {}): Promise<string> {
  const body = { role: 'approver', branchId: api.world.branchId, ...change }
  const response = await api.as(admin, 'POST', `/people/${personId}/roles`, body)
  expect(answer(response)).toEqual(created)
  return response.json<{ grantId: string }>().grantId
}

describe('adding a person', () => {
  it('stores personal data encrypted and shows it masked; the password signs in', async () => {
    const response = await api.as(admin, 'POST', '/people', newPerson('zhao.liu'))
    expect(response.statusCode).toBe(201)
    const { personId } = response.json<{ personId: string }>()
    const [row] = await api.world.database.select().from(persons).where(eq(persons.id, personId))
    expect(JSON.stringify(row)).not.toMatch(/赵六|13700000001|110101199003/)
    expect(row?.phoneHash).toBe(api.world.cipher.lookupHash('phone', '13700000001'))

    const shown = (await api.as(admin, 'GET', `/people/${personId}`)).json<object>()
    expect(shown).toMatchObject({
      nameMasked: '赵*',
      phoneMasked: '137****0001',
      identityMasked: expect.stringMatching(/^110\*{11}451[\dX]$/) as unknown,
      staff: { displayName: '小赵', capacity: 12, skills: ['motor'] },
      accounts: [{ kind: 'staff', disabledAt: null }],
      roles: [],
    })
    expect(JSON.stringify(shown)).not.toContain('argon2')
    const signIn = { login: 'zhao.liu', password: 'a long enough one' }
    expect((await api.as(null, 'POST', '/sign-in/staff-sessions', signIn)).statusCode).toBe(201)
  })

  it('names every wrong field at once, and not its value', async () => {
    const body = {
      ...newPerson('wrong.fields'),
      name: '赵6',
      phone: '23700000001',
      identityNumber: `${identityNumber.slice(0, 17)}${identityNumber.endsWith('1') ? '2' : '1'}`,
    }
    const response = await api.as(admin, 'POST', '/people', body)
    expect(refusalOf(response)).toEqual({ status: 422, code: 'fieldInvalid' })
    expect(response.json<{ fields: object[] }>().fields).toMatchObject([
      { path: '/name', reason: 'personNameCharacters' },
      { path: '/phone', reason: 'mobilePhone' },
      { path: '/identityNumber', reason: 'identityNumberCheckDigit' },
    ])
    expect(response.body).not.toContain('23700000001')
  })

  it('refuses a user name that is taken and leaves no half person behind', async () => {
    await api.as(admin, 'POST', '/people', newPerson('taken.name'))
    const before = await api.world.database.$count(persons)
    const response = await api.as(admin, 'POST', '/people', newPerson('taken.name'))
    expect(refusalOf(response)).toEqual({ status: 422, code: 'fieldInvalid' })
    expect(await api.world.database.$count(persons)).toBe(before)
  })

  it('takes effect once under one key, and refuses another body under it', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const body = newPerson('only.once')
    const [one, again] = [
      await api.as(admin, 'POST', '/people', body, key),
      await api.as(admin, 'POST', '/people', body, key),
    ]
    expect(one.statusCode).toBe(201)
    expect(again.body).toBe(one.body)
    const changed = { ...body, account: { ...body.account, password: 'another long one' } }
    const other = await api.as(admin, 'POST', '/people', changed, key)
    expect(refusalOf(other)).toEqual({ status: 422, code: 'keyReused' })
  })

  it('keeps neither password nor personal data with the key or in the audit', async () => {
    const rows = [
      await api.world.database.select().from(idempotencyKeys),
      await api.world.database.select().from(auditEntries),
    ]
    expect(JSON.stringify(rows)).not.toMatch(/long enough|another long|赵六|13700000001|110101199003/)
  })

  it('lets nobody set what is not theirs to set', async () => {
    for (const extra of [{ roles: ['administrator'] }, { id: randomUUID() }, { disabledAt: null }]) {
      const response = await api.as(admin, 'POST', '/people', { ...newPerson('mass.assign'), ...extra })
      expect(refusalOf(response)).toEqual({ status: 400, code: 'malformed' })
    }
  })
})

describe('the work that somebody takes on', () => {
  it('is changed from now on', async () => {
    const made = await api.as(admin, 'POST', '/people', newPerson('more.work'))
    const { personId } = made.json<{ personId: string }>()
    const work = { workPhone: '021-50001234', skills: ['property', 'health'], capacity: 5 }
    expect(answer(await api.as(admin, 'PUT', `/people/${personId}/work`, work))).toEqual(done)
    const shown = (await api.as(admin, 'GET', `/people/${personId}`)).json<object>()
    expect(shown).toMatchObject({ staff: { displayName: '小赵', ...work } })
  })

  it('is refused for a telephone that is none, for a customer, and to who is no administrator', async () => {
    const work = { workPhone: '12', skills: [], capacity: 5 }
    const { personId } = await newcomer()
    const wrong = await api.as(admin, 'PUT', `/people/${personId}/work`, work)
    expect(refusalOf(wrong)).toMatchObject({ code: 'malformed' })
    const nobody = { ...work, workPhone: '021-50001234' }
    const unknown = await api.as(admin, 'PUT', `/people/${randomUUID()}/work`, nobody)
    expect(refusalOf(unknown)).toEqual({ status: 404, code: 'notFound' })
    const handler = await api.browser(await api.world.member(['handler']))
    const refused = await api.as(handler, 'PUT', `/people/${personId}/work`, nobody)
    expect(refusalOf(refused)).toMatchObject({ status: 403 })
  })
})

describe('a role', () => {
  it('counts once a second person has confirmed it, and not before', async () => {
    const member = await newcomer()
    const browser = await api.browser(member)
    const grantId = await proposedRole(member.personId)
    expect(await rolesOf(browser)).toEqual([])
    const url = `/people/${member.personId}/roles/${grantId}/confirmation`
    expect(refusalOf(await api.as(admin, 'POST', url))).toEqual({ status: 403, code: 'ownWork' })
    expect(await rolesOf(browser)).toEqual([])
    expect(answer(await api.as(second, 'POST', url))).toEqual(done)
    expect(await rolesOf(browser)).toEqual([{ role: 'approver', branchId: api.world.branchId }])
    expect(refusalOf(await api.as(second, 'POST', url))).toEqual({ status: 409, code: 'alreadyDone' })
  })

  it('is not confirmed by a second account of the first person', async () => {
    const member = await newcomer()
    const grantId = await proposedRole(member.personId)
    const accountId = await api.world.account(first.personId, 'staff')
    const twin = await api.browser({ ...first, accountId })
    const response = await api.as(twin, 'POST', `/people/${member.personId}/roles/${grantId}/confirmation`)
    expect(refusalOf(response)).toEqual({ status: 403, code: 'ownWork' })
  })

  it('is neither proposed nor confirmed by whoever gets it', async () => {
    const own = await api.as(admin, 'POST', `/people/${first.personId}/roles`, {
      role: 'finance',
      branchId: null,
    })
    expect(refusalOf(own)).toEqual({ status: 403, code: 'ownWork' })
    const third = await api.world.member(['administrator'])
    const grantId = await proposedRole(third.personId, { role: 'finance', branchId: null })
    const url = `/people/${third.personId}/roles/${grantId}/confirmation`
    expect(refusalOf(await api.as(await api.browser(third), 'POST', url))).toEqual({
      status: 403,
      code: 'ownWork',
    })
  })

  it('is confirmed once by two who do it at the same moment', async () => {
    const member = await newcomer()
    const grantId = await proposedRole(member.personId)
    const url = `/people/${member.personId}/roles/${grantId}/confirmation`
    const third = await api.browser(await api.world.member(['administrator']))
    const both = await Promise.all([api.as(second, 'POST', url), api.as(third, 'POST', url)])
    expect(both.map((response) => response.statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('ends at once, by one person', async () => {
    const member = await api.world.member(['auditor'])
    const browser = await api.browser(member)
    const [grant] = await api.world.database
      .select()
      .from(roleGrants)
      .where(eq(roleGrants.personId, member.personId))
    const url = `/people/${member.personId}/roles/${grant?.id}/end`
    expect(answer(await api.as(admin, 'POST', url))).toEqual(done)
    expect(refusalOf(await api.as(browser, 'GET', '/people'))).toEqual({ status: 403, code: 'notPermitted' })
    expect(refusalOf(await api.as(admin, 'POST', url))).toEqual({ status: 409, code: 'alreadyDone' })
  })

  it('cannot be of a kind that nobody grants, begin in the past, or end before it begins', async () => {
    const member = await newcomer()
    const post = (change: object) =>
      api.as(admin, 'POST', `/people/${member.personId}/roles`, {
        role: 'handler',
        branchId: null,
        ...change,
      })
    for (const role of ['system', 'customer', 'partner', 'root']) {
      expect(refusalOf(await post({ role })), role).toEqual({ status: 400, code: 'malformed' })
    }
    const now = at(0)
    for (const interval of [
      { validFrom: at(-3_600_000) },
      { validTo: at(-1000) },
      { validFrom: now, validTo: now },
    ]) {
      expect(refusalOf(await post(interval))).toEqual({ status: 422, code: 'intervalInvalid' })
    }
  })

  it('that begins tomorrow does not count today', async () => {
    const member = await newcomer()
    const browser = await api.browser(member)
    const grantId = await proposedRole(member.personId, { validFrom: at(86_400_000) })
    await api.as(second, 'POST', `/people/${member.personId}/roles/${grantId}/confirmation`)
    expect(await rolesOf(browser)).toEqual([])
    const url = `/people/${member.personId}/roles/${grantId}/end`
    expect(answer(await api.as(admin, 'POST', url))).toEqual(done)
  })

  it('of somebody else is not found under this person', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const grantId = await proposedRole(one.personId)
    const response = await api.as(second, 'POST', `/people/${other.personId}/roles/${grantId}/confirmation`)
    expect(refusalOf(response)).toEqual({ status: 404, code: 'notFound' })
  })
})

describe('an authority limit', () => {
  it('takes two people as a role does', async () => {
    const member = await api.world.member(['approver'])
    const browser = await api.browser(member)
    const limits = async () => (await api.as(browser, 'GET', '/me')).json<{ limits: unknown[] }>().limits
    const body = { line: 'property', limitMinor: 5_000_000 }
    const response = await api.as(admin, 'POST', `/people/${member.personId}/limits`, body)
    const { grantId } = response.json<{ grantId: string }>()
    expect(await limits()).toEqual([])
    const url = `/people/${member.personId}/limits/${grantId}`
    expect(refusalOf(await api.as(admin, 'POST', `${url}/confirmation`))).toMatchObject({ code: 'ownWork' })
    expect(answer(await api.as(second, 'POST', `${url}/confirmation`))).toEqual(done)
    expect(await limits()).toEqual([{ ...body, validTo: null }])
    expect(answer(await api.as(admin, 'POST', `${url}/end`))).toEqual(done)
    expect(await limits()).toEqual([])
  })

  it('is a whole number of fen that a browser counts exactly', async () => {
    const member = await api.world.member(['approver'])
    for (const limitMinor of [-1, 0.5, 2 ** 53, '100']) {
      const body = { line: null, limitMinor }
      const response = await api.as(admin, 'POST', `/people/${member.personId}/limits`, body)
      expect(refusalOf(response), String(limitMinor)).toEqual({ status: 400, code: 'malformed' })
    }
  })
})

describe('an absence', () => {
  it('names a substitute, who is neither the person nor whoever records it', async () => {
    const [member, substitute] = [await api.world.member(['approver']), await api.world.member(['approver'])]
    const post = (substituteId: string | null) =>
      api.as(admin, 'POST', `/people/${member.personId}/absences`, { substituteId })
    expect(refusalOf(await post(member.personId))).toEqual({ status: 422, code: 'fieldInvalid' })
    expect(refusalOf(await post(first.personId))).toEqual({ status: 403, code: 'ownWork' })
    expect(refusalOf(await post(randomUUID()))).toEqual({ status: 404, code: 'notFound' })
    const recorded = await post(substitute.personId)
    expect(recorded.statusCode).toBe(201)
    const { absenceId } = recorded.json<{ absenceId: string }>()
    const url = `/people/${member.personId}/absences/${absenceId}/end`
    expect(answer(await api.as(admin, 'POST', url))).toEqual(done)
    expect(refusalOf(await api.as(admin, 'POST', url))).toEqual({ status: 409, code: 'alreadyDone' })
  })
})

describe('an account', () => {
  it('is disabled at once and once', async () => {
    const member = await api.world.member(['handler'])
    const browser = await api.browser(member)
    const url = `/people/${member.personId}/accounts/${member.accountId}/disabling`
    expect(answer(await api.as(admin, 'POST', url))).toEqual(done)
    expect(refusalOf(await api.as(browser, 'GET', '/me'))).toEqual({ status: 401, code: 'sessionExpired' })
    expect(refusalOf(await api.as(admin, 'POST', url))).toEqual({ status: 409, code: 'alreadyDone' })
    const foreign = `/people/${first.personId}/accounts/${member.accountId}/disabling`
    expect(refusalOf(await api.as(admin, 'POST', foreign))).toEqual({ status: 404, code: 'notFound' })
  })
})

describe('another account', () => {
  it('signs in somebody of the staff whose first one is disabled, and nobody else', async () => {
    const { personId, accountId } = await api.world.member(['handler'])
    await api.as(admin, 'POST', `/people/${personId}/accounts/${accountId}/disabling`, {})
    const account = { login: 'back.again', password: 'a long enough one' }
    const added = await api.as(admin, 'POST', `/people/${personId}/accounts`, account)
    expect(added.statusCode).toBe(201)
    expect((await api.as(null, 'POST', '/sign-in/staff-sessions', account)).statusCode).toBe(201)
    const shown = (await api.as(admin, 'GET', `/people/${personId}`)).json<object>()
    expect(shown).toMatchObject({ accounts: [{ accountId }, { login: 'back.again', disabledAt: null }] })
    const customer = await api.world.customer()
    const refused = await api.as(admin, 'POST', `/people/${customer.personId}/accounts`, {
      ...account,
      login: 'customer.too',
    })
    expect(refusalOf(refused)).toEqual({ status: 404, code: 'notFound' })
    const taken = await api.as(admin, 'POST', `/people/${personId}/accounts`, account)
    expect(refusalOf(taken)).toEqual({ status: 422, code: 'fieldInvalid' })
  })
})

describe('reading people', () => {
  it('names who granted and confirmed, and counts what waits for a second person', async () => {
    const { personId } = await newcomer()
    await api.world.database.insert(staff).values({
      personId,
      displayName: '新人',
      workPhone: '010-88886666',
      skills: [],
      capacity: 1,
    })
    const grantId = await proposedRole(personId)
    const pending = async () => {
      let after = ''
      for (;;) {
        const page = (await api.as(admin, 'GET', `/people?limit=50${after}`)).json<{
          people: readonly { personId: string; pending: number }[]
          next: string | null
        }>()
        const found = page.people.find((one) => one.personId === personId)
        if (found !== undefined) return found.pending
        after = `&after=${String(page.next)}`
      }
    }
    expect(await pending()).toBe(1)
    await api.as(second, 'POST', `/people/${personId}/roles/${grantId}/confirmation`, {})
    expect(await pending()).toBe(0)
    const shown = (await api.as(admin, 'GET', `/people/${personId}`)).json<{ people: readonly object[] }>()
    expect(shown.people).toHaveLength(2)
    expect(shown.people).toContainEqual({
      personId: first.personId,
      name: `Member ${first.personId.slice(0, 4)}`,
    })
    const { branches: listed } = (await api.as(admin, 'GET', '/branches')).json<{
      branches: readonly object[]
    }>()
    expect(listed).toContainEqual({ branchId: api.world.branchId, code: '0101', name: '总部' })
  })

  it('shows an approver their own branch only, and another as if it did not exist', async () => {
    const elsewhere = randomUUID()
    await api.world.database.insert(branches).values({ id: elsewhere, code: '0202', name: '分部' })
    const member = await api.world.member(['handler'])
    const other = await api.browser(await api.world.member(['approver'], { branchId: elsewhere }))
    const own = await api.browser(await api.world.member(['approver']))
    expect((await api.as(own, 'GET', `/people/${member.personId}`)).statusCode).toBe(200)
    const [hidden, nowhere] = [
      await api.as(other, 'GET', `/people/${member.personId}`),
      await api.as(other, 'GET', `/people/${randomUUID()}`),
    ]
    expect(refusalOf(hidden)).toEqual({ status: 404, code: 'notFound' })
    expect({ ...hidden.json<object>(), instance: '' }).toEqual({ ...nowhere.json<object>(), instance: '' })
    expect((await api.as(other, 'GET', '/people')).json()).toEqual({ people: [], next: null })
  })

  it('lists everybody once, page by page', async () => {
    const seen: string[] = []
    let after = ''
    do {
      const page = await api.as(admin, 'GET', `/people?limit=3${after === '' ? '' : `&after=${after}`}`)
      const { people, next } = page.json<{ people: { personId: string }[]; next: string | null }>()
      seen.push(...people.map(({ personId }) => personId))
      after = next ?? ''
    } while (after !== '')
    expect(seen).toContain(first.personId)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(6)
  })

  it('is not for handlers, and changing people is for administrators alone', async () => {
    const handler = await api.browser(await api.world.member(['handler', 'adjuster', 'finance']))
    expect(refusalOf(await api.as(handler, 'GET', '/people'))).toEqual({ status: 403, code: 'notPermitted' })
    const auditor = await api.browser(await api.world.member(['auditor', 'approver']))
    const response = await api.as(auditor, 'POST', '/people', newPerson('not.allowed'))
    expect(refusalOf(response)).toEqual({ status: 403, code: 'notPermitted' })
  })
})

describe('the audit', () => {
  it('has one entry for every change and every refusal, with who, what and which request', async () => {
    const member = await newcomer()
    const mine = async (requestId: string) =>
      api.world.database.select().from(auditEntries).where(eq(auditEntries.requestId, requestId))
    const url = `/people/${member.personId}/roles`
    const body = { role: 'finance', branchId: null }
    await api.as(admin, 'POST', url, body, { 'x-request-id': 'audit-of-a-grant' })
    await api.as(admin, 'POST', `/people/${first.personId}/roles`, body, {
      'x-request-id': 'audit-of-a-refusal',
    })
    const shared = {
      chain: 'system',
      action: 'managePeople',
      actorId: first.personId,
      accountId: first.accountId,
    }
    expect(await mine('audit-of-a-grant')).toMatchObject([{ ...shared, outcome: 'done' }])
    expect(await mine('audit-of-a-refusal')).toMatchObject([
      { ...shared, outcome: 'refused', code: 'ownWork' },
    ])
  })
})
