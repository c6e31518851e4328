import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions, staff } from '../../../db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { customerAccount, customerName, customerPhone, Office } from './office.ts'

let office: Office
let claimId: string

interface Seen {
  readonly stage: string
  readonly status: { readonly zh: string }
  readonly nextStep: { readonly zh: string }
  readonly expectedAt: string | null
  readonly contact: { readonly name: string; readonly workPhone: string } | null
  readonly path: readonly {
    readonly stage: string
    readonly standing: string
    readonly enteredAt: string | null
  }[]
  readonly wanted: {
    readonly documents: readonly { readonly item: string }[]
    readonly answer: { readonly sheetVersion: number; readonly answerBy: string | null } | null
    readonly account: boolean
  }
  readonly amount: {
    readonly payableMinor: number
    readonly before: object | null
    readonly claimants: readonly object[]
    readonly lines: readonly object[]
    readonly steps: readonly object[]
  } | null
  readonly decisionLetter: { readonly clause: string; readonly reason: string | null } | null
  readonly parties: readonly { readonly name: string }[]
}

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported()
})
afterAll(() => office.close())

const progress = (of = claimId, headers = {}) =>
  office.as('customer', 'GET', `/claims/${of}/progress`, undefined, headers)

describe('progress', () => {
  it('says where the claim stands, who is the contact, what is wanted and by when', async () => {
    const seen = (await progress()).json<Seen>()
    expect(seen.stage).toBe('report')
    expect(seen.contact).toMatchObject({ workPhone: '02000000000' })
    expect(seen.path.map(({ standing }) => standing)).toEqual([
      'current',
      ...Array.from({ length: 6 }, () => 'ahead'),
    ])
    expect(seen.expectedAt).toMatch(/\+08:00$/)
    expect(seen.wanted.documents.length).toBeGreaterThan(0)
    expect(seen.wanted.account).toBe(true)
    expect(seen.amount).toBeNull()
  })

  it('answers 304 without a body until something has happened, or the contact has another telephone', async () => {
    const etag = String((await progress()).headers['etag'])
    const unchanged = await progress(claimId, { 'if-none-match': etag })
    expect(unchanged.statusCode).toBe(304)
    expect(unchanged.body).toBe('')
    expect(unchanged.headers['content-length']).toBeUndefined()
    expect(unchanged.headers['etag']).toBe(etag)
    await office.done('customer', 'POST', `/claims/${claimId}/messages`, { message: '请问何时联系？' })
    const changed = await progress(claimId, { 'if-none-match': etag })
    expect(changed.statusCode).toBe(200)
    expect(changed.headers['etag']).not.toBe(etag)
    await office.api.world.database
      .update(staff)
      .set({ workPhone: '02000000001' })
      .where(eq(staff.personId, office.members.handler.personId))
    const called = await progress(claimId, { 'if-none-match': String(changed.headers['etag']) })
    expect(called.json<Seen>().contact?.workPhone).toBe('02000000001')
  })

  it('is the same answer for a claim of somebody else and for one that does not exist', async () => {
    const [other, none] = await Promise.all(
      [claimId, randomUUID()].map((id) => office.as('stranger', 'GET', `/claims/${id}/progress`)),
    )
    expect(other?.statusCode).toBe(404)
    const plain = (body: string | undefined) => body?.replace(/"instance":"[^"]+"/, '')
    expect(plain(other?.body)).toBe(plain(none?.body))
  })

  it('never shows personal data in clear', async () => {
    await office.giveAccount(claimId)
    const { body } = await progress()
    for (const secret of [customerName, customerPhone, customerAccount]) expect(body).not.toContain(secret)
    expect(body).toContain('欧***')
    expect(body).toContain('**** 3446')
  })

  it('shows the amount with its lines and steps once it was put to the customer, and asks for the answer', async () => {
    const proposed = await office.reported()
    await office.toAdjustment(proposed)
    const { sheetHash } = await office.saveSheet(proposed)
    expect((await progress(proposed)).json<Seen>().amount).toBeNull()
    await office.done('adjuster', 'POST', `/claims/${proposed}/sheets/1/proposal`, { sheetHash })
    const seen = (await progress(proposed)).json<Seen>()
    const { clocks } = await office.state(proposed)
    const answerBy = clocks['agreement']?.clock.dueAt
    expect(seen.wanted.answer).toMatchObject({ sheetVersion: 1, sheetHash })
    expect(Date.parse(seen.wanted.answer?.answerBy ?? '')).toBe(answerBy)
    expect(seen.amount?.payableMinor).toBeGreaterThan(0)
    expect(seen.amount?.lines).toHaveLength(1)
    expect(seen.amount?.claimants).toMatchObject([{ name: { en: 'you' } }])
    expect(seen.amount?.steps.length).toBeGreaterThan(0)
    const done = seen.path.filter(({ standing }) => standing === 'done')
    expect(done.map(({ stage }) => stage)).toEqual(['report', 'documents', 'acceptance'])
    expect(done.every(({ enteredAt }) => enteredAt !== null)).toBe(true)
    // Vehicle damage as small as this is not surveyed: nothing was done, on no day.
    expect(seen.path.find(({ stage }) => stage === 'survey')).toEqual({
      stage: 'survey',
      standing: 'skipped',
      enteredAt: null,
      leftAt: null,
    })
  })

  it('says what follows upon the answer to the amount, and asks again for another one', async () => {
    const answered = await office.reported()
    await office.giveAccount(answered)
    await office.toAdjustment(answered)
    const says = async () => {
      const { status, nextStep } = (await progress(answered)).json<Seen>()
      return [status.zh, nextStep.zh]
    }
    const working = ['正在核定损失金额。', '我们会把金额和计算过程发给您确认。']
    expect(await says()).toEqual(working)
    const first = await office.saveSheet(answered)
    const { sheetHash } = first
    const sheet = (version: number) => `/claims/${answered}/sheets/${version}`
    await office.done('adjuster', 'POST', `${sheet(1)}/proposal`, { sheetHash })
    expect(await says()).toEqual(['赔付金额已算好，等您确认。', '请同意这个金额，或提出异议。'])
    const dispute = { sheetHash, lines: [`${answered}-repair`], note: '工时偏低' }
    await office.done('customer', 'POST', `${sheet(1)}/dispute`, dispute)
    expect(await says()).toEqual(['我们正在复核您提出的异议。', '复核后再请您确认金额。'])
    const second = await office.done('adjuster', 'POST', `/claims/${answered}/sheets`, {
      input: office.sheet(answered, await office.state(answered), 310_000),
      reason: 'objectionFollowed',
      note: '按结算单改为 3,100 元。',
    })
    expect(await says()).toEqual(working)
    const amount = async () => (await progress(answered)).json<Seen>().amount
    expect((await amount())?.before).toBeNull()
    await office.done('adjuster', 'POST', `${sheet(2)}/proposal`, { sheetHash: second['sheetHash'] })
    expect((await amount())?.before).toMatchObject({
      sheetVersion: 1,
      payableMinor: first['payableMinor'],
      reason: 'objectionFollowed',
      note: '按结算单改为 3,100 元。',
      changes: [{ lineId: `${answered}-repair`, beforeMinor: 300_000, afterMinor: 310_000 }],
    })
    await office.done('customer', 'POST', `${sheet(2)}/agreement`, { sheetHash: second['sheetHash'] })
    expect(await says()).toEqual(['金额已确认。', '接下来进入审批。'])
  })

  it('keeps what was written for colleagues from the customer: only with a reason it is theirs to read', async () => {
    const corrected = await office.reported()
    await office.toAdjustment(corrected)
    const { sheetHash } = await office.saveSheet(corrected)
    await office.done('adjuster', 'POST', `/claims/${corrected}/sheets/1/proposal`, { sheetHash })
    const second = await office.done('adjuster', 'POST', `/claims/${corrected}/sheets`, {
      input: office.sheet(corrected, await office.state(corrected), 290_000),
      note: '修理厂多报，内部备查。',
    })
    await office.done('adjuster', 'POST', `/claims/${corrected}/sheets/2/proposal`, {
      sheetHash: second['sheetHash'],
    })
    const seen = await progress(corrected)
    expect(seen.json<Seen>().amount?.before).toMatchObject({ reason: null, note: null })
    expect(seen.body).not.toContain('内部备查')
  })

  it('shows the letter with clause and reason to those who speak for the claim, and to no victim', async () => {
    const rejected = await office.reported({ thirdParty: true })
    await office.toAcceptance(rejected)
    await office.system(rejected, 'runPanel', {})
    const victim = await office.api.world.customer()
    await office.asParty(rejected, victim, 'victim')
    const letter = { check: 'peril', clause: '第六条', note: '事故不属于保险责任' }
    await office.done('handler', 'POST', `/claims/${rejected}/rejection`, letter)
    const seen = (await progress(rejected)).json<Seen>()
    expect(seen.decisionLetter).toMatchObject({ clause: '第六条', reason: '事故不属于保险责任' })
    expect(seen.path.map(({ standing }) => standing)).toContain('skipped')
    const theirs = await office.api.as(
      await office.api.browser(victim),
      'GET',
      `/claims/${rejected}/progress`,
    )
    expect(theirs.json<Seen>()).toMatchObject({ stage: 'afterCare', decisionLetter: null, amount: null })
  })

  it('is open to staff of the branch, and not to staff elsewhere', async () => {
    expect((await office.as('handler', 'GET', `/claims/${claimId}/progress`)).statusCode).toBe(200)
    expect((await office.as('auditor', 'GET', `/claims/${claimId}/progress`)).statusCode).toBe(200)
    expect((await office.as('adjuster', 'GET', `/claims/${claimId}/progress`)).statusCode).toBe(403)
    const elsewhere = await office.memberElsewhere(['handler'])
    const refused = await office.api.as(elsewhere, 'GET', `/claims/${claimId}/progress`)
    expect(refused.statusCode).toBe(404)
  })

  it('is for nobody whose session has ended, not even of the version that they know', async () => {
    const { database } = office.api.world
    const etag = String((await progress()).headers['etag'])
    expect((await progress(claimId, { 'if-none-match': etag })).statusCode).toBe(304)
    const { accountId } = office.members.customer
    await database.update(sessions).set({ endedAt: Date.now() }).where(eq(sessions.accountId, accountId))
    const ended = await progress(claimId, { 'if-none-match': etag })
    expect(ended.statusCode).toBe(401)
    expect(ended.json<{ code: string }>().code).toBe('sessionExpired')
  })
})
