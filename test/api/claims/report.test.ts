import type { LightMyRequestResponse } from 'fastify'
import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPartnerAccount } from '../../../db/identity/accounts.ts'
import { readClearParties } from '../../../db/reads/parties.ts'
import { policies, sessions } from '../../../db/schema/index.ts'
import { refusalOf } from '../../support/api.ts'
import { customerName, customerPhone, Office } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

const send = (changed: object = {}, headers = {}) =>
  office.as('customer', 'POST', '/claims', office.report(changed), headers)

const pathsOf = (response: LightMyRequestResponse) =>
  response.json<{ fields?: { path: string }[] }>().fields?.map(({ path }) => path)

describe('a report', () => {
  it('gives number, contact, time of the call, checklist and next steps in one answer', async () => {
    const response = await send()
    expect(response.statusCode).toBe(201)
    expect(response.headers['etag']).toBe('"1"')
    const reply = response.json<Record<string, unknown>>()
    expect(reply).toMatchObject({ stage: 'report', contact: { workPhone: '02000000000' }, duplicates: [] })
    expect(reply['caseNumber']).toMatch(/^LP0101\d{16}$/)
    expect(reply['callBy']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/)
    expect(reply['checklist']).toContainEqual(
      expect.objectContaining({ item: 'photographs', state: 'wanted' }),
    )
    expect(reply['nextSteps']).toHaveLength(3)
    expect(office.api.told.at(-1)).toMatchObject({ stage: 'report', version: 1 })
  })

  it('takes the insured from the policy: who is known types nothing again', async () => {
    const claimId = await office.reported()
    const parties = await readClearParties(office.api.world.database, office.api.world.cipher, claimId)
    expect(parties).toMatchObject([{ role: 'insured', name: customerName, phone: customerPhone }])
  })

  it('names the policy by number as well, for the call centre with whoever calls', async () => {
    const { database, cipher } = office.api.world
    const [policy] = await database.select().from(policies).where(eq(policies.id, office.policyId))
    const { policyId: _id, ...report } = office.report({
      policyNumber: policy?.policyNumber,
      doubtful: true,
      reporter: { name: '李四', phone: '13800138000', relation: '同事' },
    }) as Record<string, unknown>
    const reply = await office.done('handler', 'POST', '/claims', report)
    expect(await office.state(reply.claimId)).toMatchObject({ channel: 'callCentre', doubtful: true })
    const parties = await readClearParties(database, cipher, reply.claimId)
    expect(parties.map(({ role, name }) => `${role} ${name}`).toSorted()).toEqual([
      `insured ${customerName}`,
      'reporter 李四',
    ])
  })

  it('comes from a partner under its key, and the channel says so', async () => {
    const { world } = office.api
    const { key } = await createPartnerAccount(world.database, await world.person())
    const sent = await office.api.as(null, 'POST', '/claims', office.report(), {
      authorization: `Bearer ${key}`,
    })
    expect(sent.statusCode).toBe(201)
    expect(await office.state(sent.json<{ claimId: string }>().claimId)).toMatchObject({ channel: 'partner' })
  })

  it('gets the same bytes again under the same key, and no other body passes under it', async () => {
    const [report, key] = [office.report(), randomUUID()]
    const [first, again] = await Promise.all(
      [1, 2].map(() => office.as('customer', 'POST', '/claims', report, { 'idempotency-key': key })),
    )
    expect(first?.statusCode).toBe(201)
    expect(again?.body).toBe(first?.body)
    const other = await office.as(
      'customer',
      'POST',
      '/claims',
      { ...report, narrative: '另一经过' },
      { 'idempotency-key': key },
    )
    expect(refusalOf(other)).toEqual({ status: 422, code: 'keyReused' })
  })

  it('shows possible duplicates, and is taken when the reporter has seen them', async () => {
    const lossAt = office.nextLoss()
    const first = await office.done('customer', 'POST', '/claims', office.report({ lossAt }))
    const second = await send({ lossAt })
    expect(second.json()).toMatchObject({
      status: 409,
      code: 'duplicateReport',
      caseNumbers: [first.caseNumber],
    })
    expect((await send({ lossAt, duplicatesSeen: true })).statusCode).toBe(201)
  })

  it('shows what another policy of the same vehicle has reported, though nobody named a plate', async () => {
    const { world } = office.api
    const compulsory = await world.policy('motorCompulsory', office.members.customer)
    const both = inArray(policies.id, [office.policyId, compulsory])
    await world.database.update(policies).set({ plateHash: 'one vehicle' }).where(both)
    const lossAt = office.nextLoss()
    await office.reported({ lossAt, policyId: compulsory })
    expect(refusalOf(await send({ lossAt }))).toEqual({ status: 409, code: 'duplicateReport' })
    expect((await send({ lossAt: office.nextLoss() })).statusCode).toBe(201)
    await world.database.update(policies).set({ plateHash: null }).where(both)
  })
})

describe('a report is refused', () => {
  it.each([
    ['a fraction of a fen', { estimatedMinor: 1.5 }, '/estimatedMinor'],
    ['a negative amount', { estimatedMinor: -1 }, '/estimatedMinor'],
    ['an amount at 2^53', { estimatedMinor: 2 ** 53 }, '/estimatedMinor'],
    ['an amount as text', { estimatedMinor: '100' }, '/estimatedMinor'],
    ['a field that nobody knows', { approvedAmount: 1 }, '/approvedAmount'],
    ['a stage that somebody would like', { stage: 'payment' }, '/stage'],
    ['a cause that is none', { cause: 'aliens' }, '/cause'],
    ['a truth value as text', { injury: 'yes' }, '/injury'],
    ['an instant without its offset', { lossAt: '2017-05-01T10:00:00' }, '/lossAt'],
    ['a day that does not exist', { lossAt: '2017-02-30T10:00:00+08:00' }, '/lossAt'],
    ['control characters in the story', { narrative: 'a\u0000b' }, '/narrative'],
    ['doubt that only staff may state', { doubtful: true }, '/doubtful'],
    ['no policy at all', { policyId: undefined }, '/policyId'],
  ])('for %s', async (_name, changed, path) => {
    const response = await send(changed)
    expect(refusalOf(response)).toEqual({ status: 400, code: 'malformed' })
    expect(pathsOf(response)).toEqual([path])
  })

  it('with everything that is wrong with its fields at once, in both languages', async () => {
    const response = await send({
      plate: '粤BO1234',
      vehicleNumber: 'LSVAU033252123450',
      reporter: { name: '李', phone: '123456' },
      parties: [{ role: 'victim', name: '王五', identityNumber: '110101199003074515' }],
    })
    expect(refusalOf(response)).toEqual({ status: 422, code: 'fieldInvalid' })
    expect(pathsOf(response)).toEqual([
      '/plate',
      '/vehicleNumber',
      '/reporter/name',
      '/reporter/phone',
      '/parties/0/identityNumber',
    ])
    expect(response.json<{ fields: { text: object }[] }>().fields[0]?.text).toMatchObject({
      zh: expect.any(String) as string,
      en: expect.any(String) as string,
    })
  })

  it('when the loss lies in the future, before the policy, or has a cause of another line', async () => {
    const future = new Date(Date.now() + 3_600_000).toISOString()
    expect(refusalOf(await send({ lossAt: future }))).toEqual({ status: 422, code: 'lossInFuture' })
    const before = await send({ lossAt: '2014-12-31T23:59:00+08:00' })
    expect(before.json()).toMatchObject({
      code: 'lossOutsidePolicy',
      inceptionAt: '2015-01-01T08:00:00.000+08:00',
    })
    expect(refusalOf(await send({ cause: 'illness' }))).toEqual({ status: 422, code: 'causeNotKnown' })
  })

  it("when the policy is somebody else's, in the same words as when there is none", async () => {
    const theirs = await office.as('stranger', 'POST', '/claims', office.report())
    const none = await office.as('stranger', 'POST', '/claims', office.report({ policyId: randomUUID() }))
    expect(refusalOf(theirs)).toEqual({ status: 422, code: 'policyNotFound' })
    expect(refusalOf(none)).toEqual({ status: 422, code: 'policyNotFound' })
  })

  it('when its JSON is too deep or too large', async () => {
    const deep = await office.as('customer', 'POST', '/claims', { narrative: nested(40) })
    expect(refusalOf(deep)).toEqual({ status: 400, code: 'malformed' })
    const large = await office.as('customer', 'POST', '/claims', { narrative: 'x'.repeat(1_100_000) })
    expect(refusalOf(large)).toEqual({ status: 413, code: 'bodyTooLarge' })
  })

  it('after the session has ended, without its key, and from roles that report nothing', async () => {
    expect(refusalOf(await office.as('finance', 'POST', '/claims', office.report()))).toEqual({
      status: 403,
      code: 'notPermitted',
    })
    const member = await office.api.world.customer()
    const browser = await office.api.browser(member)
    await office.api.world.database
      .update(sessions)
      .set({ endedAt: Date.now() })
      .where(eq(sessions.accountId, member.accountId))
    const ended = await office.api.as(browser, 'POST', '/claims', office.report())
    expect(refusalOf(ended)).toEqual({ status: 401, code: 'sessionExpired' })
    expect(refusalOf(await send({}, { 'idempotency-key': '' })).status).toBe(400)
  })
})

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : [nested(depth - 1)]
}
