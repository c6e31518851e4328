import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyChainHash } from '../../db/audit.ts'
import { auditEntries, claims, staff } from '../../db/schema/index.ts'
import { refusalOf } from '../support/api.ts'
import { Office } from './claims/office.ts'

interface Entry {
  readonly chain: string
  readonly sequence: number
  readonly at: string
  readonly caseNumber: string | null
  readonly actorId: string | null
  readonly actorName: string | null
  readonly action: string
  readonly outcome: string
  readonly previousHash: string
  readonly hash: string
}

interface Found {
  readonly entries: readonly Entry[]
  readonly next: string | null
}

let office: Office
let one: string
let other: string
let caseNumber: string

const find = async (query = '') =>
  (await office.as('auditor', 'GET', `/audit/entries?${query}`)).json<Found>()
const take = (body: object, key = randomUUID()) =>
  office.as('auditor', 'POST', '/audit/exports', body, { 'idempotency-key': key })

beforeAll(async () => {
  office = await Office.open()
  one = await office.reported()
  other = await office.reported()
  await office.toDocuments(one)
  // Refused: it was done already.
  await office.as('handler', 'POST', `/claims/${one}/first-contact`, { reached: true })
  const [row] = await office.api.world.database.select().from(claims).where(eq(claims.id, one))
  caseNumber = row?.caseNumber ?? ''
})
afterAll(() => office.close())

describe('the search of the audit', () => {
  it('finds the newest first across claims, in pages without a gap', async () => {
    const { entries } = await find()
    expect(new Set(entries.map(({ chain }) => chain))).toEqual(new Set([one, other, 'system']))
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    const paged: Entry[] = []
    let cursor = ''
    do {
      const page = await find(`limit=2${cursor}`)
      paged.push(...page.entries)
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    expect(paged).toEqual(entries)
  })

  it('narrows to a claim, a person, an action, refusals and a time', async () => {
    const spaced = encodeURIComponent(caseNumber.replaceAll(/.{4}/g, '$& ').toLowerCase())
    const ofClaim = (await find(`caseNumber=${spaced}`)).entries
    expect(new Set(ofClaim.map((entry) => entry.caseNumber))).toEqual(new Set([caseNumber]))
    const { personId } = office.members.handler
    const ofPerson = (await find(`personId=${personId}`)).entries
    expect(ofPerson.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['recordFirstContact', 'refused'],
      ['recordFirstContact', 'done'],
    ])
    expect(ofPerson[0]?.actorName).toMatch(/^Member /)
    expect((await find('action=registerClaim')).entries).toHaveLength(2)
    expect((await find('outcome=refused')).entries.map(({ chain }) => chain)).toEqual([one])
    const [newest] = (await find()).entries
    const at = encodeURIComponent(newest?.at ?? '')
    expect((await find(`from=${at}`)).entries[0]).toEqual(newest)
    expect((await find(`to=${at}`)).entries).not.toContainEqual(newest)
    const outside = (await find('outsideClaims=true')).entries
    expect(outside.map(({ action }) => action)).toEqual(['loadBaseData'])
    expect((await find('action=loadBaseData')).entries).toEqual(outside)
  })

  it('tells a slip in a case number, and is for auditors alone', async () => {
    const slip = `${caseNumber.slice(0, -1)}${caseNumber.endsWith('1') ? '2' : '1'}`
    const refused = await office.as('auditor', 'GET', `/audit/entries?caseNumber=${slip}`)
    expect(refusalOf(refused)).toEqual({ status: 422, code: 'fieldInvalid' })
    for (const desk of ['handler', 'approver', 'finance', 'customer'] as const) {
      expect((await office.as(desk, 'GET', '/audit/entries')).statusCode).toBe(403)
      expect((await office.as(desk, 'POST', '/audit/exports', { format: 'csv' })).statusCode).toBe(403)
    }
  })
})

describe('an export of the audit', () => {
  it('holds as JSON lines a chain that can be calculated again, and says in the audit who took it', async () => {
    const key = randomUUID()
    const taken = await take({ format: 'jsonl', caseNumber }, key)
    expect(taken.headers['content-type']).toBe('application/jsonl; charset=utf-8')
    expect(taken.headers['content-disposition']).toMatch(/^attachment; filename="lipei-audit-.*\.jsonl"$/)
    const entries = taken.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry)
      .toReversed()
    const kept = office.api.world.database.$count(auditEntries, eq(auditEntries.chain, one))
    expect(entries).toHaveLength(await kept)
    for (const [place, { previousHash }] of entries.entries())
      expect(previousHash).toBe(entries[place - 1]?.hash ?? emptyChainHash)

    const again = await take({ format: 'jsonl', caseNumber }, key)
    expect(again.body).toBe(taken.body)
    const recorded = (await find('action=readAudit&outcome=done')).entries
    expect(recorded).toMatchObject([
      { chain: 'system', caseNumber: null, action: 'readAudit', actorId: office.members.auditor.personId },
    ])
  })

  it('holds as CSV one line an entry, and no name becomes a formula', async () => {
    const { personId } = office.members.handler
    await office.api.world.database
      .update(staff)
      .set({ displayName: '=HYPERLINK("x","王"),芳' })
      .where(eq(staff.personId, personId))
    const { body } = await take({ format: 'csv', personId, action: 'recordFirstContact' })
    const [head, ...lines] = body.trimEnd().split('\r\n')
    expect(head).toMatch(/^\uFEFFchain,sequence,at,caseNumber,/)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`,"'=HYPERLINK(""x"",""王""),芳",`)
    expect(lines[0]).toContain(',recordFirstContact,refused,')
  })
})
