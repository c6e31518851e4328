import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../support/api.ts'
import { customerAccount, customerName, Office } from './office.ts'

let office: Office
let claimId: string

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported()
})
afterAll(() => office.close())

describe('a step', () => {
  it('out of turn is refused with the stage in which the claim is and those in which it would do', async () => {
    const early = await office.as('handler', 'POST', `/claims/${claimId}/acceptance`, {
      panelRun: 1,
      answers: [],
    })
    expect(early.json()).toMatchObject({
      status: 409,
      code: 'wrongStage',
      from: 'report',
      to: ['acceptance'],
      reason: 'stage',
    })
  })

  it.each([
    ['first-contact', 'customer', { reached: true }],
    ['acceptance', 'adjuster', { panelRun: 1, answers: [] }],
    ['settlements/S1/decisions', 'handler', { level: 1, decision: 'approve', hash: 'a'.repeat(64) }],
    ['settlements/S1/release', 'approver', { hash: 'a'.repeat(64) }],
    ['reassignment', 'handler', { toPersonId: randomUUID() }],
    ['sheets/1/agreement', 'adjuster', { sheetHash: 'a'.repeat(64) }],
  ] as const)('%s is not for the role of %s', async (path, desk, body) => {
    const refused = await office.as(desk, 'POST', `/claims/${claimId}/${path}`, body)
    expect(refusalOf(refused)).toEqual({ status: 403, code: 'notPermitted' })
  })

  it.each([
    ['withdrawal', {}],
    ['messages', { message: '您好' }],
    ['sheets/1/agreement', { sheetHash: 'a'.repeat(64) }],
  ] as const)('%s on a claim of somebody else is as if there were none', async (path, body) => {
    const theirs = await office.as('stranger', 'POST', `/claims/${claimId}/${path}`, body)
    const none = await office.as('stranger', 'POST', `/claims/${randomUUID()}/${path}`, body)
    expect(refusalOf(theirs)).toEqual({ status: 404, code: 'notFound' })
    expect(refusalOf(none)).toEqual(refusalOf(theirs))
  })

  it.each([
    ['first-contact', { reached: true, stage: 'payment' }],
    ['first-contact', { reached: 'true' }],
    ['withdrawal', { note: '' }],
    ['reassignment', { toPersonId: 'nobody' }],
    ['rejection', { check: 'peril', clause: '', note: '不赔' }],
    ['documents/reviews', { item: 'everything', accepted: true }],
    [
      'settlements',
      {
        sheetVersion: 1,
        sheetHash: 'a'.repeat(64),
        kind: 'final',
        payees: [{ partyId: randomUUID(), amountMinor: 0.5 }],
      },
    ],
    [
      'settlements',
      {
        sheetVersion: 1,
        sheetHash: 'a'.repeat(64),
        kind: 'final',
        payees: [{ partyId: randomUUID(), amountMinor: -1 }],
      },
    ],
  ] as const)('%s with %o is malformed', async (path, body) => {
    const desk = path === 'reassignment' ? 'approver' : 'handler'
    const refused = await office.as(desk, 'POST', `/claims/${claimId}/${path}`, body)
    expect(refusalOf(refused)).toEqual({ status: 400, code: 'malformed' })
  })

  it('has one effect however often it is sent, and one answer', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const replies = await Promise.all(
      Array.from({ length: 6 }, () =>
        office.as('customer', 'POST', `/claims/${claimId}/messages`, { message: '请尽快联系' }, key),
      ),
    )
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1)
    expect(replies[0]?.statusCode).toBe(201)
    const thread = await office.as('customer', 'GET', `/claims/${claimId}/messages`)
    const same = thread
      .json<{ messages: { text: string }[] }>()
      .messages.filter(({ text }) => text === '请尽快联系')
    expect(same).toHaveLength(1)
  })
})

describe('messages', () => {
  it('reach the other side; who is in the claim without speaking for it sees only their own', async () => {
    const own = await office.reported()
    await office.done('customer', 'POST', `/claims/${own}/messages`, { message: '我的账户信息稍后提供' })
    await office.done('handler', 'POST', `/claims/${own}/messages`, { message: '收到' })
    const thread = await office.as('handler', 'GET', `/claims/${own}/messages`)
    expect(thread.json()).toMatchObject({
      messages: [
        { fromCustomer: true, mine: false },
        { fromCustomer: false, mine: true },
      ],
    })
    const victim = await office.api.world.customer()
    await office.asParty(own, victim, 'victim')
    const theirs = await office.api.as(await office.api.browser(victim), 'GET', `/claims/${own}/messages`)
    expect(theirs.json()).toEqual({ messages: [] })
    expect((await office.as('stranger', 'GET', `/claims/${own}/messages`)).statusCode).toBe(404)
  })
})

describe('the limitation of two years', () => {
  it('is a ground for a person once it can be over, and before that refused (Insurance Law art. 26)', async () => {
    const ground = { check: 'limitation', clause: '《保险法》第二十六条', note: '报案时已超过二年' }
    const dayBefore = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString()
    const [fresh, old] = [await office.reported({ lossAt: dayBefore }), await office.reported()]
    for (const one of [fresh, old]) await office.toAcceptance(one)
    const refused = await office.as('handler', 'POST', `/claims/${fresh}/rejection`, ground)
    expect(refused.json()).toMatchObject({ status: 422, code: 'limitationNotOver' })
    const rejected = await office.done('handler', 'POST', `/claims/${old}/rejection`, ground)
    expect(rejected.stage).toBe('afterCare')
  })
})

describe('the end and the beginning', () => {
  it('a withdrawn claim can be reopened by staff, with a reason', async () => {
    const own = await office.reported()
    await office.done('customer', 'POST', `/claims/${own}/withdrawal`, { note: '损失轻微' })
    const late = await office.as('handler', 'POST', `/claims/${own}/first-contact`, { reached: true })
    expect(refusalOf(late)).toEqual({ status: 409, code: 'claimClosed' })
    expect((await office.as('handler', 'POST', `/claims/${own}/reopening`, {})).statusCode).toBe(400)
    const reopened = await office.done('handler', 'POST', `/claims/${own}/reopening`, { note: '发现新损失' })
    expect(reopened.stage).toBe('report')
  })

  it('a claim goes to another handler, and the old one has no right to it any more', async () => {
    const own = await office.reported()
    const second = await office.api.world.member(['handler'])
    await office.done('approver', 'POST', `/claims/${own}/reassignment`, { toPersonId: second.personId })
    const old = await office.as('handler', 'POST', `/claims/${own}/first-contact`, { reached: true })
    expect(refusalOf(old)).toEqual({ status: 403, code: 'notAssigned' })
    const browser = await office.api.browser(second)
    const now = await office.api.as(browser, 'POST', `/claims/${own}/first-contact`, { reached: true })
    expect(now.json()).toMatchObject({ stage: 'documents' })
  })
})

describe('an account', () => {
  it('is taken when it can exist, and never repeated in clear', async () => {
    const [insured] = (await office.state(claimId)).parties
    const url = `/claims/${claimId}/parties/${insured?.id}/account`
    const account = { holder: customerName, number: customerAccount, bankName: '中国工商银行' }
    const wrong = await office.as('customer', 'PUT', url, { ...account, number: '6222020200112233445' })
    expect(wrong.json()).toMatchObject({ code: 'fieldInvalid', fields: [{ path: '/number' }] })
    const taken = await office.as('customer', 'PUT', url, account)
    expect(taken.statusCode).toBe(200)
    expect(taken.body).not.toContain(customerAccount)
    expect(refusalOf(await office.as('customer', 'PUT', url, account))).toEqual({
      status: 409,
      code: 'alreadyDone',
    })
  })

  it('of somebody else is not for a customer to say', async () => {
    const added = await office.done('handler', 'POST', `/claims/${claimId}/parties`, {
      parties: [{ role: 'victim', name: '王五', phone: '13800138001' }],
    })
    const [partyId] = added['partyIds'] as string[]
    const account = { holder: '王五', number: customerAccount, bankName: '中国工商银行' }
    const refused = await office.as(
      'customer',
      'PUT',
      `/claims/${claimId}/parties/${partyId}/account`,
      account,
    )
    expect(refusalOf(refused)).toEqual({ status: 403, code: 'notPermitted' })
  })
})
