import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPartnerAccount } from '../../../db/identity/accounts.ts'
import { customerName, customerPhone, Office } from './office.ts'

let office: Office
const reported: string[] = []

interface Page {
  readonly claims: readonly {
    readonly claimId: string
    readonly caseNumber: string
    readonly policyId?: string
    readonly wantedDocuments?: number
  }[]
  readonly next: string | null
}

interface Worklist {
  readonly tasks: readonly {
    readonly taskId: string
    readonly kind: string
    readonly claimId: string
    readonly customer: string | null
    readonly dueAt: string | null
    readonly assigneeId: string | null
    readonly asked: { readonly settlementId: string; readonly amountMinor: number } | null
  }[]
  readonly counts: { readonly mine: number; readonly team: number; readonly unassigned: number }
  readonly next: string | null
}

beforeAll(async () => {
  office = await Office.open()
  for (const plate of ['粤B10001', '粤B10002', '粤B10003']) reported.push(await office.reported({ plate }))
})
afterAll(() => office.close())

describe('own claims', () => {
  it('come newest first, a page at a time, and none of somebody else', async () => {
    const first = (await office.as('customer', 'GET', '/claims?limit=2')).json<Page>()
    const second = (await office.as('customer', 'GET', `/claims?limit=2&cursor=${first.next}`)).json<Page>()
    const ids = [...first.claims, ...second.claims].map(({ claimId }) => claimId)
    expect(ids).toEqual(reported.toReversed())
    expect(second.next).toBeNull()
    expect(first.claims[0]?.wantedDocuments).toBeGreaterThan(0)
    // By it the customer's own policies say what was insured.
    expect(first.claims[0]?.policyId).toBe((await office.state(reported[0] ?? '')).policyId)
    expect((await office.as('stranger', 'GET', '/claims')).json<Page>().claims).toEqual([])
  })

  it('refuse a mark of a page that nobody has given out', async () => {
    const refused = await office.as('customer', 'GET', '/claims?cursor=AAAA')
    expect(refused.json()).toMatchObject({ status: 400, code: 'malformed', fields: [{ path: '/cursor' }] })
  })

  it('are those that a partner has reported', async () => {
    const { world } = office.api
    const { key } = await createPartnerAccount(world.database, await world.person())
    const headers = { authorization: `Bearer ${key}` }
    const sent = await office.api.as(null, 'POST', '/claims', office.report(), headers)
    expect(sent.json()).toMatchObject({ stage: 'report' })
    const page = (await office.api.as(null, 'GET', '/claims', undefined, headers)).json<Page>()
    expect(page.claims.map(({ claimId }) => claimId)).toEqual([sent.json<{ claimId: string }>().claimId])
  })
})

describe('search', () => {
  const find = (search: object) => office.as('handler', 'POST', '/claims/search', search)

  it('finds by case number, plate, telephone, policy and stage, as people say them', async () => {
    const [newest] = (await office.as('customer', 'GET', '/claims')).json<Page>().claims
    const spaced = newest?.caseNumber.replaceAll(/.{4}/g, '$& ').toLowerCase()
    expect((await find({ caseNumber: spaced })).json<Page>().claims).toHaveLength(1)
    const byPlate = (await find({ plate: '粤B·10002' })).json<Page>().claims
    expect(byPlate.map(({ claimId }) => claimId)).toEqual([reported[1]])
    const byPhone = (await find({ phone: '+86 139 1234 5678', stage: 'report' })).json<Page>().claims
    expect(byPhone.length).toBeGreaterThanOrEqual(3)
    expect((await find({ stage: 'archived' })).json<Page>().claims).toEqual([])
    expect((await find({ policyNumber: 'P-none' })).json<Page>().claims).toEqual([])
  })

  it('tells a slip in a number instead of finding nothing', async () => {
    const refused = await find({ caseNumber: 'LP01012026030900012345', plate: '粤B10002' })
    expect(refused.json()).toMatchObject({
      status: 422,
      code: 'fieldInvalid',
      fields: [{ path: '/caseNumber' }],
    })
    expect((await find({ plate: '粤BOOO' })).json()).toMatchObject({
      code: 'fieldInvalid',
      fields: [{ path: '/plate' }],
    })
  })

  it('finds nothing in another branch, nor claims of the reader', async () => {
    const elsewhere = await office.memberElsewhere(['handler'])
    const found = await office.api.as(elsewhere, 'POST', '/claims/search', { stage: 'report' })
    expect(found.json<Page>().claims).toEqual([])
    expect((await office.as('customer', 'POST', '/claims/search', {})).statusCode).toBe(403)
    const { personId } = office.members.customer
    await office.api.world.grant(personId, ['handler'], office.api.world.branchId)
    const own = {
      personId,
      accountId: await office.api.world.account(personId, 'staff'),
      kind: 'person' as const,
    }
    const self = await office.api.browser(own)
    expect((await office.api.as(self, 'POST', '/claims/search', {})).json<Page>().claims).toEqual([])
  })

  it('shows no personal data', async () => {
    const { body } = await find({})
    expect(body).not.toContain(customerName)
    expect(body).not.toContain(customerPhone)
  })
})

describe('the worklist', () => {
  it('has what is due first, with the customer masked, and the same in pages', async () => {
    const all = (await office.as('handler', 'GET', '/worklist')).json<Worklist>()
    expect(all.tasks.map(({ kind }) => kind)).toContain('firstContact')
    expect(all.tasks[0]?.customer).toBe('欧***')
    const due = all.tasks.map(({ dueAt }) => dueAt ?? '9999')
    expect(due).toEqual(due.toSorted())
    const paged: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 20; pages += 1) {
      const page = (await office.as('handler', 'GET', `/worklist?limit=1${cursor}`)).json<Worklist>()
      paged.push(...page.tasks.map(({ claimId, taskId }) => `${claimId} ${taskId}`))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(paged).toEqual(all.tasks.map(({ claimId, taskId }) => `${claimId} ${taskId}`))
    expect(all.counts).toMatchObject({ mine: all.tasks.length })
  })

  it('shows an approver the work of the branch, and others the work of their own role', async () => {
    const team = (await office.as('approver', 'GET', '/worklist?view=team')).json<Worklist>()
    expect(team.tasks.some(({ kind }) => kind === 'firstContact')).toBe(true)
    const finance = (await office.as('finance', 'GET', '/worklist?view=team')).json<Worklist>()
    expect(finance.tasks).toEqual([])
    const elsewhere = await office.memberElsewhere(['approver'])
    const theirs = (await office.api.as(elsewhere, 'GET', '/worklist?view=team')).json<Worklist>()
    expect(theirs).toMatchObject({ tasks: [], counts: { team: 0, unassigned: 0 } })
  })

  it('has work of one kind only, and says what a decision or a release is about', async () => {
    await office.anotherPolicy()
    const claimId = await office.reported()
    await office.toApproval(claimId)
    const read = async (desk: 'senior' | 'finance', kind: string) =>
      (await office.as(desk, 'GET', `/worklist?view=team&kind=${kind}`)).json<Worklist>().tasks
    const asked = { settlementId: 'S1', kind: 'final', amountMinor: 240_000 }
    const waiting = await read('senior', 'decideApproval')
    expect(waiting).toMatchObject([{ claimId, kind: 'decideApproval', asked }])
    expect((await read('senior', 'firstContact')).every((task) => task.asked === null)).toBe(true)
    expect(await read('finance', 'releasePayment')).toEqual([])
    const ruling = await office.ruling(claimId, 'approve')
    await office.done('senior', 'POST', `/claims/${claimId}/settlements/S1/decisions`, ruling)
    expect(await read('senior', 'decideApproval')).toEqual([])
    expect(await read('finance', 'releasePayment')).toMatchObject([{ claimId, asked }])
  })

  it('shows what nobody has yet', async () => {
    const unassigned = (await office.as('approver', 'GET', '/worklist?view=unassigned')).json<Worklist>()
    expect(unassigned.tasks.every(({ assigneeId }) => assigneeId === null)).toBe(true)
    expect(unassigned.counts.unassigned).toBe(unassigned.tasks.length)
  })
})
