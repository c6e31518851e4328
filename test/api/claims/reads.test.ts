import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectContext } from '../../../db/policies/contexts.ts'
import { documents, insuredObjects } from '../../../db/schema/index.ts'
import { asOwner } from './owner.ts'
import { customerAccount, customerName, customerPhone, Office } from './office.ts'

let office: Office
let claimId: string

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported({ plate: '粤B12345' })
  await office.toApproval(claimId)
})
afterAll(() => office.close())

interface View {
  readonly claim: { readonly stage: string; readonly lossAt: string }
  readonly path: readonly {
    readonly stage: string
    readonly standing: string
    readonly enteredAt: string | null
  }[]
  readonly report: { readonly narrative: string }
  readonly policy: { readonly policyId: string }
  readonly insuredObjects: readonly object[]
  readonly parties: readonly { readonly partyId: string; readonly name: string }[]
  readonly documents: readonly object[]
  readonly notices: readonly { readonly template: string }[]
  readonly events: readonly {
    readonly type: string
    readonly note: string | null
    readonly actorName: string | null
  }[]
  readonly ruleUses: readonly { readonly table: string }[]
  readonly allowed: readonly string[]
}

describe('the view of staff', () => {
  it('has state, policy, people, papers, notices, events with notes and rules in one answer', async () => {
    const response = await office.as('handler', 'GET', `/claims/${claimId}`)
    const view = response.json<View>()
    expect(view.claim).toMatchObject({ stage: 'approval' })
    expect(view.claim.lossAt).toMatch(/^2017-.*\+08:00$/)
    expect(view.report.narrative).toBe('倒车时碰撞护栏')
    expect(view.documents.length).toBeGreaterThan(0)
    expect(view.notices.map(({ template }) => template)).toContain('acknowledgement')
    expect(view.events.find(({ note }) => note !== null)).toMatchObject({
      type: 'customerContacted',
      note: '已电话联系',
    })
    expect(view.events.some(({ actorName }) => actorName?.startsWith('Member') === true)).toBe(true)
    expect(view.ruleUses.map(({ table }) => table)).toContain('authorityLevels')
    expect(view.allowed).toContain('recordAgreement')
    expect(view.allowed).not.toContain('decideSettlement')
  })

  it('has the path that the customer sees, of a claim withdrawn during its survey too', async () => {
    const withdrawn = await office.reported({ estimatedMinor: 20_000_000, injury: true })
    await office.toAdjustment(withdrawn)
    await office.done('customer', 'POST', `/claims/${withdrawn}/withdrawal`, { note: '损失轻微' })
    for (const id of [claimId, withdrawn]) {
      const { path } = (await office.as('handler', 'GET', `/claims/${id}`)).json<View>()
      const progress = await office.as('customer', 'GET', `/claims/${id}/progress`)
      expect(path).toEqual(progress.json<View>().path)
    }
    const { path } = (await office.as('handler', 'GET', `/claims/${withdrawn}`)).json<View>()
    expect(path[3]).toMatchObject({ stage: 'survey', standing: 'skipped', leftAt: null })
    expect(path[3]?.enteredAt).toMatch(/\+08:00$/)
  })

  it('names what the policy insures, masked', async () => {
    const { database, cipher } = office.api.world
    const { policy } = (await office.as('handler', 'GET', `/claims/${claimId}`)).json<View>()
    const [id, { policyId }] = [randomUUID(), policy]
    const car = { kind: 'vehicle', plate: '沪A8F6K2', vehicleNumber: 'LSVAM4187C2184841', seats: 5 }
    const detailsEncrypted = cipher.encryptJson(car, objectContext(policyId, id))
    await database.insert(insuredObjects).values({ id, policyId, kind: 'vehicle', detailsEncrypted })
    const { insuredObjects: shown } = (await office.as('handler', 'GET', `/claims/${claimId}`)).json<View>()
    expect(shown).toEqual([{ zh: '沪A***K2 5座', en: '沪A***K2, 5 seats' }])
  })

  it('shows personal data masked', async () => {
    const { body } = await office.as('handler', 'GET', `/claims/${claimId}`)
    for (const secret of [customerName, customerPhone, customerAccount]) expect(body).not.toContain(secret)
    expect(body).toContain('139****5678')
  })

  it('answers 304 until something has changed, in the claim, in its papers or for the reader', async () => {
    const look = (member: Parameters<Office['as']>[0], known = '') =>
      office.as(member, 'GET', `/claims/${claimId}`, undefined, { 'if-none-match': known })
    const etagOf = async (known: string) => {
      const { statusCode, headers } = await look('handler', known)
      expect(statusCode).toBe(200)
      return String(headers['etag'])
    }
    const first = await etagOf('')
    const unchanged = await look('handler', first)
    expect(unchanged).toMatchObject({ statusCode: 304, body: '' })
    expect(unchanged.headers['etag']).toBe(first)
    expect((await look('auditor', first)).json<View>().allowed).not.toContain('recordAgreement')

    await office.done('handler', 'POST', `/claims/${claimId}/messages`, { message: '请放心。' })
    const second = await etagOf(first)
    const { database } = office.api.world
    const [paper] = await database.select().from(documents).where(eq(documents.claimId, claimId))
    await database
      .update(documents)
      .set({ state: 'failed' })
      .where(eq(documents.id, paper?.id ?? ''))
    await etagOf(second)
    await database
      .update(documents)
      .set({ state: paper?.state ?? 'stored' })
      .where(eq(documents.id, paper?.id ?? ''))
    expect((await look('handler', second)).statusCode).toBe(304)

    const elsewhere = await office.memberElsewhere(['handler'])
    const refused = await office.api.as(elsewhere, 'GET', `/claims/${claimId}`, undefined, {
      'if-none-match': second,
    })
    expect(refused.statusCode).toBe(404)
  })

  it('is not for customers, and elsewhere there is no such claim', async () => {
    expect((await office.as('customer', 'GET', `/claims/${claimId}`)).statusCode).toBe(403)
    const elsewhere = await office.memberElsewhere(['handler', 'finance'])
    for (const path of [
      '',
      '/history',
      '/rule-uses',
      '/ledger',
      '/messages',
      '/documents',
      '/workflow',
      '/sheets/1',
    ]) {
      const refused = await office.api.as(elsewhere, 'GET', `/claims/${claimId}${path}`)
      expect({ path, status: refused.statusCode }).toEqual({ path, status: 404 })
      const none = await office.api.as(elsewhere, 'GET', `/claims/${randomUUID()}${path}`)
      expect(none.json<{ code: string }>().code).toBe('notFound')
    }
  })

  it('pages through the history without a gap', async () => {
    const sequences: number[] = []
    let next: number | null = 0
    while (next !== null) {
      const page = await office.as('auditor', 'GET', `/claims/${claimId}/history?limit=7&after=${next}`)
      const found: { events: { sequence: number }[]; next: number | null } = page.json()
      sequences.push(...found.events.map(({ sequence }) => sequence))
      next = found.next
    }
    expect(sequences).toEqual(sequences.map((_, index) => index + 1))
    expect(sequences.length).toBeGreaterThan(14)
  })

  it('shows a calculation with its trace, and that it still comes out the same', async () => {
    const sheet = await office.as('approver', 'GET', `/claims/${claimId}/sheets/1`)
    expect(sheet.json()).toMatchObject({
      version: 1,
      input: { wordingId: 'motorCommercial2014' },
      result: { outcome: 'calculated' },
      rerun: { agrees: true, differences: [] },
    })
    expect((await office.as('approver', 'GET', `/claims/${claimId}/sheets/9`)).statusCode).toBe(404)
  })

  it('says that the workflow cannot be asked, instead of waiting', async () => {
    const asked = await office.as('handler', 'GET', `/claims/${claimId}/workflow`)
    expect(asked.json()).toMatchObject({ status: 503, code: 'temporarilyUnavailable' })
    expect(asked.headers['retry-after']).toBe('2')
  })

  it('shows books that balance', async () => {
    const books = await office.as('finance', 'GET', `/claims/${claimId}/ledger`)
    expect(books.json()).toMatchObject({ balanced: true })
    expect(books.json<{ entries: object[] }>().entries.length).toBeGreaterThan(0)
    expect((await office.as('handler', 'GET', `/claims/${claimId}/ledger`)).statusCode).toBe(403)
  })
})

describe('a telephone number', () => {
  it('is shown to the surveyor who has to arrange the visit, and no more than that; it is in the audit', async () => {
    const visited = await office.reported({ estimatedMinor: 20_000_000, injury: true })
    await office.toAdjustment(visited)
    const { parties } = (await office.as('handler', 'GET', `/claims/${visited}`)).json<View>()
    const path = `/claims/${visited}/parties/${parties[0]?.partyId ?? ''}/telephone-views`
    // Who is only asked for the visit has nobody to call yet.
    expect((await office.as('surveyor', 'POST', path, {})).statusCode).toBeGreaterThan(400)
    await office.done('surveyor', 'POST', `/claims/${visited}/survey/acceptance`, {})
    expect((await office.as('surveyor', 'POST', path, {})).json()).toEqual({ phone: customerPhone })
    for (const other of ['adjuster', 'handler'] as const)
      expect((await office.as(other, 'POST', path, {})).json()).toMatchObject({ status: 403 })
    const all = await office.as('surveyor', 'POST', `/claims/${visited}/sensitive-views`, { reason: '查勘' })
    expect(all.json()).toMatchObject({ status: 403 })
    const audit = await office.as('auditor', 'GET', `/audit?chain=${visited}&limit=500`)
    const looks = audit
      .json<{ entries: { action: string; outcome: string }[] }>()
      .entries.filter(({ action }) => action === 'readTelephone')
    expect(looks.map(({ outcome }) => outcome)).toEqual(['refused', 'done', 'refused', 'refused'])
    await office.done('customer', 'POST', `/claims/${visited}/withdrawal`, { note: '损失轻微' })
    expect((await office.as('surveyor', 'POST', path, {})).statusCode).toBeGreaterThan(400)
  })
})

describe('personal data in clear', () => {
  it('is shown for a reason, and that somebody looked or tried stands in the audit of the claim', async () => {
    const reason = { reason: '核对收款账户' }
    const shown = await office.as('handler', 'POST', `/claims/${claimId}/sensitive-views`, reason)
    expect(shown.json()).toMatchObject({
      parties: [{ name: customerName, phone: customerPhone, account: { number: customerAccount } }],
    })
    const second = await office.api.browser(await office.api.world.member(['handler']))
    const refused = await office.api.as(second, 'POST', `/claims/${claimId}/sensitive-views`, reason)
    expect(refused.json()).toMatchObject({ status: 404, code: 'notFound' })
    const audit = await office.as('auditor', 'GET', `/audit?chain=${claimId}&limit=500`)
    const looks = audit
      .json<{ entries: { action: string; outcome: string; actorId: string }[] }>()
      .entries.filter(({ action }) => action === 'readSensitive')
    expect(looks.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
    expect(looks[0]?.actorId).toBe(office.members.handler.personId)
  })

  it('needs a reason', async () => {
    const asked = await office.as('handler', 'POST', `/claims/${claimId}/sensitive-views`, {})
    expect(asked.json()).toMatchObject({ status: 400, code: 'malformed', fields: [{ path: '/reason' }] })
  })
})

describe('the audit', () => {
  it('is calculated again when it is read, for claims and for everything else', async () => {
    for (const chain of [claimId, 'system']) {
      const audit = await office.as('auditor', 'GET', `/audit?chain=${chain}`)
      expect(audit.json()).toMatchObject({ chain, verification: { intact: true, firstBroken: null } })
    }
    expect((await office.as('handler', 'GET', '/audit?chain=system')).statusCode).toBe(403)
    expect((await office.as('auditor', 'GET', `/audit?chain=${randomUUID()}`)).statusCode).toBe(404)
  })

  it('has what a role may never do and what another site sent: with its claim, or else with everything else', async () => {
    const lastOf = async (chain: string) => {
      const audit = await office.as('auditor', 'GET', `/audit?chain=${chain}&limit=500`)
      const { entries, verification } = audit.json<{ entries: object[]; verification: object }>()
      expect(verification).toMatchObject({ intact: true })
      return entries.at(-1)
    }
    const refused = { outcome: 'refused', firstEvent: null, accountId: office.members.surveyor.accountId }
    await office.as('surveyor', 'POST', `/claims/${claimId}/acceptance`, { panelRun: 1, answers: [] })
    expect(await lastOf(claimId)).toMatchObject({ ...refused, action: 'acceptClaim', code: 'notPermitted' })
    await office.as('surveyor', 'POST', `/claims/${claimId}/survey/acceptance`, {}, { 'x-csrf-token': 'x' })
    expect(await lastOf(claimId)).toMatchObject({ ...refused, action: 'acceptSurvey', code: 'csrfInvalid' })
    for (const path of [`/claims/${randomUUID()}/acceptance`, '/claims/none/acceptance']) {
      await office.as('surveyor', 'POST', path, {})
      expect(await lastOf('system'), path).toMatchObject({ ...refused, action: 'acceptClaim' })
    }
    const before = await lastOf(claimId)
    expect((await office.as('customer', 'GET', `/claims/${claimId}`)).statusCode).toBe(403)
    expect(await lastOf(claimId)).toEqual(before)
  })

  it('shows where somebody with the database in hand has changed an entry, or cut off the end', async () => {
    const [changed, cut] = [await office.reported(), await office.reported()]
    for (const id of [changed, cut]) await office.done('customer', 'POST', `/claims/${id}/withdrawal`)
    await asOwner(
      office,
      `update audit_entries set actor_kind = 'system' where chain = '${changed}' and sequence = 2`,
    )
    await asOwner(office, `delete from audit_entries where chain = '${cut}' and sequence = 2`)
    for (const chain of [changed, cut]) {
      const audit = await office.as('auditor', 'GET', `/audit?chain=${chain}`)
      expect(audit.json()).toMatchObject({ verification: { intact: false, firstBroken: 2 } })
    }
  })
})
