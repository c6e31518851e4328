import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEntries, persons, policies, policyPeople } from '../../db/schema/index.ts'
import { canaries, householdPolicy, motorPolicy, sampleFile } from '../db/policies/sample-file.ts'
import { type Browser, TestApi } from '../support/api.ts'
import type { Member } from '../support/world.ts'

const compulsory = {
  ...motorPolicy(),
  policyNumber: 'PDZA202631010000003',
  productId: 'motor-compulsory',
  terms: {
    wordingId: 'motorCompulsory',
    coverages: [{ coverage: 'compulsoryMotor', sumInsuredMinor: 20_000_000 }],
    perils: ['collision'],
    exclusions: [],
    waitingPeriodDays: 0,
  },
}
const compulsoryProduct = {
  id: 'motor-compulsory',
  line: 'motorCompulsory',
  name: { zh: '交强险', en: 'Compulsory motor insurance' },
  wordings: [{ wordingId: 'motorCompulsory', from: '2008-02-01' }],
}

let api: TestApi
let admin: Browser
let handler: Browser
let elsewhere: Browser
let finance: Browser
let customer: Browser
let stranger: Browser
let policyId: string

beforeAll(async () => {
  api = await TestApi.create()
  const { world } = api
  admin = await api.browser(await world.member(['administrator']))
  const file = sampleFile(motorPolicy(), householdPolicy())
  const document = {
    ...file,
    products: [...(file.products ?? []), compulsoryProduct],
    policies: [...file.policies, compulsory],
  }
  const response = await api.as(admin, 'POST', '/policies/imports', document)
  expect(response.json()).toEqual({
    branches: 1,
    products: 3,
    policies: 3,
    people: 1,
    endorsements: 0,
    premiumEvents: 3,
    unchangedPolicies: 0,
  })
  const [policy] = await world.database
    .select()
    .from(policies)
    .where(eq(policies.policyNumber, motorPolicy().policyNumber))
  const branchId = policy?.branchId ?? ''
  policyId = policy?.id ?? ''
  handler = await api.browser(await world.member(['handler'], { branchId }))
  elsewhere = await api.browser(await world.member(['handler', 'adjuster']))
  finance = await api.browser(await world.member(['finance'], { branchId }))
  const [holder] = await world.database.select().from(policyPeople).where(eq(policyPeople.policyId, policyId))
  customer = await api.browser(await signedIn(holder?.personId ?? ''))
  stranger = await api.browser(await world.customer())
})
afterAll(async () => api.close())

async function signedIn(personId: string): Promise<Member> {
  return { kind: 'person', personId, accountId: await api.world.account(personId, 'customer') }
}

const numbersOf = (response: { json: () => unknown }) =>
  (response.json() as { policies: readonly { policyNumber: string }[] }).policies
    .map((one) => one.policyNumber)
    .toSorted()
const everything = [motorPolicy(), householdPolicy(), compulsory].map((one) => one.policyNumber).toSorted()
const motor = [motorPolicy(), compulsory].map((one) => one.policyNumber).toSorted()

describe('finding a policy', () => {
  const searches: readonly (readonly [string, string, readonly string[]])[] = [
    ['policyNumber', motorPolicy().policyNumber, [motorPolicy().policyNumber]],
    ['plate', canaries.plate, motor],
    ['plate', '沪A·9K7M2', motor],
    ['phone', '+86 199 1234 5670', everything],
    ['identityNumber', canaries.identityNumber, everything],
    ['phone', '19900000001', []],
  ]
  it.each(searches)('by %s %s, for the staff of its branch', async (by, value, found) => {
    const response = await api.as(handler, 'POST', '/policies/searches', { by, value })
    expect([response.statusCode, numbersOf(response)]).toEqual([200, found])
    expect(numbersOf(await api.as(elsewhere, 'POST', '/policies/searches', { by, value }))).toEqual([])
  })

  it('is not for people without the right, and a customer finds only what is their own', async () => {
    const search = { by: 'plate', value: canaries.plate }
    expect((await api.as(finance, 'POST', '/policies/searches', search)).statusCode).toBe(403)
    expect((await api.as(null, 'POST', '/policies/searches', search)).statusCode).toBe(401)
    expect(numbersOf(await api.as(stranger, 'POST', '/policies/searches', search))).toEqual([])
    expect(numbersOf(await api.as(customer, 'POST', '/policies/searches', search))).toEqual(motor)
  })

  it('of a number in the address is for staff too; without one they are asked for it', async () => {
    const url = `/policies?policyNumber=${motorPolicy().policyNumber}`
    expect(numbersOf(await api.as(handler, 'GET', url))).toEqual([motorPolicy().policyNumber])
    expect(numbersOf(await api.as(elsewhere, 'GET', url))).toEqual([])
    expect((await api.as(handler, 'GET', '/policies')).json()).toMatchObject({
      code: 'malformed',
      fields: [{ path: '/querystring/policyNumber', reason: 'required' }],
    })
  })
})

describe("a customer's policies", () => {
  it('are listed with what they insure, masked', async () => {
    const response = await api.as(customer, 'GET', '/policies')
    expect(numbersOf(response)).toEqual(everything)
    const { policies: listed } = response.json<{
      policies: readonly { policyNumber: string; inceptionAt: string }[]
    }>()
    const inOrder = listed.toSorted(
      (a, b) => b.inceptionAt.localeCompare(a.inceptionAt) || a.policyNumber.localeCompare(b.policyNumber),
    )
    expect(listed).toEqual(inOrder)
    expect(listed.find((one) => one.policyNumber === motorPolicy().policyNumber)).toMatchObject({
      line: 'motorCommercial',
      holder: '欧****',
      objects: [{ zh: '沪A***M2 5座', en: '沪A***M2, 5 seats' }],
      branch: { code: '3101', name: '上海分公司' },
      premiumStatus: 'paid',
      inceptionAt: '2026-01-01T00:00:00.000+08:00',
    })
    for (const canary of Object.values(canaries)) expect(response.body).not.toContain(canary)
    expect(numbersOf(await api.as(stranger, 'GET', '/policies'))).toEqual([])
  })

  it('open for their own people and nobody else', async () => {
    expect((await api.as(customer, 'GET', `/policies/${policyId}`)).statusCode).toBe(200)
    for (const other of [stranger, elsewhere])
      expect((await api.as(other, 'GET', `/policies/${policyId}`)).statusCode).toBe(404)
    expect((await api.as(handler, 'GET', `/policies/${randomUUID()}`)).statusCode).toBe(404)
  })
})

describe('a policy as of an instant', () => {
  const page = async (asOf: string) =>
    (await api.as(handler, 'GET', `/policies/${policyId}?asOf=${encodeURIComponent(asOf)}`)).json<object>()

  it('changes with its endorsements from their instant on, and shows when each was written', async () => {
    const endorsement = {
      number: 1,
      effectiveAt: '2026-03-01T00:00:00+08:00',
      change: { kind: 'coverageRemoved', coverage: 'thirdParty' },
    }
    const post = () => api.as(admin, 'POST', `/policies/${policyId}/endorsements`, endorsement)
    expect((await post()).json()).toEqual({ added: true })
    expect((await post()).json()).toEqual({ added: false })
    const coverages = (names: readonly string[]) => ({
      terms: { coverages: names.map((coverage) => expect.objectContaining({ coverage }) as unknown) },
    })
    const before = await page('2026-02-28T23:59:59+08:00')
    expect(before).toMatchObject({
      ...coverages(['ownDamage', 'thirdParty', 'compulsoryMotor']),
      endorsementNumbers: [],
      compulsoryPolicyNumber: compulsory.policyNumber,
      people: [
        {
          role: 'holder',
          nameMasked: '欧****',
          phoneMasked: '199****5670',
          identityMasked: '310***********831X',
        },
        { role: 'insured' },
      ],
    })
    expect(await page('2026-03-01T00:00:00+08:00')).toMatchObject({
      ...coverages(['ownDamage', 'compulsoryMotor']),
      endorsementNumbers: [1],
      endorsements: [
        { effectiveAt: '2026-03-01T00:00:00.000+08:00', writtenAt: expect.any(String) as unknown },
      ],
    })
    for (const canary of Object.values(canaries)) expect(JSON.stringify(before)).not.toContain(canary)
  })

  it('is in force from its first instant, up to but not at its expiry', async () => {
    const inForce = async (asOf: string) => page(asOf)
    expect(await inForce('2025-12-31T23:59:59+08:00')).toMatchObject({ inForce: false })
    expect(await inForce('2026-01-01T00:00:00+08:00')).toMatchObject({ inForce: true })
    expect(await inForce('2026-12-31T23:59:59+08:00')).toMatchObject({ inForce: true })
    expect(await inForce('2027-01-01T00:00:00+08:00')).toMatchObject({ inForce: false })
  })

  it('has the premium status of that instant', async () => {
    const event = { status: 'partlyPaid', at: '2026-06-01T00:00:00+08:00' }
    const post = (body: object) => api.as(admin, 'POST', `/policies/${policyId}/premium-events`, body)
    expect((await post(event)).json()).toEqual({ added: true })
    expect((await post(event)).json()).toEqual({ added: false })
    expect((await post({ ...event, status: 'refunded' })).json()).toMatchObject({
      code: 'fieldInvalid',
      fields: [{ path: '/at', reason: 'premiumEventDiffers' }],
    })
    expect((await post({ ...event, at: '2126-06-01T00:00:00+08:00' })).json()).toMatchObject({
      fields: [{ path: '/at', reason: 'inFuture' }],
    })
    expect(await page('2026-05-31T23:59:59+08:00')).toMatchObject({ premiumStatus: 'paid' })
    expect(await page('2026-06-01T00:00:00+08:00')).toMatchObject({ premiumStatus: 'partlyPaid' })
  })
})

describe('writing policies', () => {
  it('is for administrators only, who themselves read none', async () => {
    for (const browser of [handler, customer, finance])
      expect((await api.as(browser, 'POST', '/policies/imports', sampleFile())).statusCode).toBe(403)
    expect((await api.as(admin, 'GET', `/policies/${policyId}`)).statusCode).toBe(403)
  })

  it('refuses an import with every fault at its place, and leaves the refusal in the audit', async () => {
    const [people, audit] = [
      await api.world.database.$count(persons),
      await api.world.database.$count(auditEntries),
    ]
    const policy = { ...motorPolicy(), policyNumber: 'PDAA202631010000009' }
    Object.assign(policy.people[0] ?? {}, { phone: '1', identityNumber: '2' })
    const response = await api.as(admin, 'POST', '/policies/imports', sampleFile(policy))
    expect([response.statusCode, response.json()]).toMatchObject([
      422,
      {
        code: 'fieldInvalid',
        faults: 2,
        fields: [
          { path: '/policies/0/people/0/identityNumber', reason: 'identityNumberLength' },
          { path: '/policies/0/people/0/phone', reason: 'mobilePhone' },
        ],
      },
    ])
    expect(await api.world.database.$count(persons)).toBe(people)
    expect(await api.world.database.$count(auditEntries)).toBe(audit + 1)
  })

  it('takes a file above the usual size of a request', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => ({
      ...householdPolicy(),
      policyNumber: `PQJC2026310199${String(index).padStart(6, '0')}`,
    }))
    const document = sampleFile(...many)
    expect(JSON.stringify(document).length).toBeGreaterThan(1024 * 1024)
    const response = await api.as(admin, 'POST', '/policies/imports', document)
    expect(response.json()).toMatchObject({ policies: 1500, people: 0 })
  })

  it.each([
    [
      { number: 3, effectiveAt: '2026-04-01T00:00:00+08:00', change: { kind: 'cancellation' } },
      '/number',
      'numberNotNext',
    ],
    [
      { number: 1, effectiveAt: '2026-04-01T00:00:00+08:00', change: { kind: 'cancellation' } },
      '/number',
      'endorsementDiffers',
    ],
    [
      { number: 2, effectiveAt: '2028-04-01T00:00:00+08:00', change: { kind: 'cancellation' } },
      '/effectiveAt',
      'outsideTerm',
    ],
    [
      { number: 2, effectiveAt: '2026-04-31T00:00:00+08:00', change: { kind: 'cancellation' } },
      '/effectiveAt',
      'moment',
    ],
    [
      { number: 2, effectiveAt: '2026-04-01T00:00:00+08:00', change: { kind: 'gift' } },
      '/change/kind',
      'malformed',
    ],
  ])('refuses the endorsement %j', async (endorsement, path, reason) => {
    const response = await api.as(admin, 'POST', `/policies/${policyId}/endorsements`, endorsement)
    expect([response.statusCode, response.json()]).toMatchObject([422, { fields: [{ path, reason }] }])
  })
})
