import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, TestApi } from '../support/api.ts'
import type { Member } from '../support/world.ts'

let api: TestApi
let first: Browser
let second: Browser

interface Table {
  id: string
  version: number
  effectiveFrom: string
  rows: { id: string; when: Record<string, string>; gives: Record<string, unknown> }[]
}

const targets = JSON.parse(
  readFileSync(new URL('../../db/seed/rules/sla-targets.json', import.meta.url), 'utf8'),
) as Table
const next = (version: number): Table => ({
  ...structuredClone(targets),
  version,
  effectiveFrom: '2026-01-01',
})

beforeAll(async () => {
  api = await TestApi.create()
  const member = (): Promise<Member> => api.world.member(['administrator'], { branchId: null })
  first = await api.browser(await member())
  second = await api.browser(await member())
})

afterAll(() => api.close())

describe('decision tables over the API', () => {
  it('a version is proposed by one administrator and published by another', async () => {
    const proposed = await api.as(first, 'POST', '/rules/slaTargets/versions', next(2))
    expect(proposed.statusCode).toBe(201)
    const { id, documentHash } = proposed.json<{ id: string; documentHash: string }>()
    const own = await api.as(first, 'POST', `/rules/proposals/${id}/publication`, { documentHash })
    expect(own.json()).toMatchObject({ status: 403, code: 'ownWork' })
    const other = await api.as(second, 'POST', `/rules/proposals/${id}/publication`, {
      documentHash: '0'.repeat(64),
    })
    expect(other.json()).toMatchObject({ status: 412, code: 'contentChanged' })
    const published = await api.as(second, 'POST', `/rules/proposals/${id}/publication`, { documentHash })
    expect(published.json()).toEqual({ published: true })
    const versions = await api.as(second, 'GET', '/rules')
    expect(versions.json<{ versions: object[] }>().versions).toContainEqual(
      expect.objectContaining({ tableId: 'slaTargets', version: 2, documentHash }),
    )
    const read = await api.as(second, 'GET', '/rules/slaTargets/versions/2')
    expect(read.json()).toMatchObject({ id: 'slaTargets', version: 2 })
  })

  it('a table with a wrong cell is refused with its place', async () => {
    const broken = next(3)
    const [row] = broken.rows
    if (row !== undefined) row.when = { ...row.when, line: 'notALine' }
    const refused = await api.as(first, 'POST', '/rules/slaTargets/versions', broken)
    expect(refused.json()).toMatchObject({ status: 422, code: 'ruleTableInvalid' })
    expect(refused.json<{ faults: object[] }>().faults).not.toHaveLength(0)
  })

  it('a table under another name, or a version that is not there, is refused', async () => {
    const other = await api.as(first, 'POST', '/rules/checklist/versions', next(3))
    expect(other.json()).toMatchObject({ status: 400, code: 'malformed' })
    expect((await api.as(first, 'GET', '/rules/checklist/versions/99')).statusCode).toBe(404)
  })

  it('who is no administrator proposes nothing', async () => {
    const handler = await api.browser(await api.world.member(['handler']))
    const refused = await api.as(handler, 'POST', '/rules/slaTargets/versions', next(3))
    expect(refused.json()).toMatchObject({ status: 403, code: 'notPermitted' })
    expect((await api.as(handler, 'GET', '/rules')).statusCode).toBe(200)
  })
})

describe('calendars over the API', () => {
  const calendar = (version: string, effectiveFrom: number) => ({
    version,
    effectiveFrom: new Date(effectiveFrom).toISOString(),
    holidays: ['2027-01-01'],
    makeUpDays: [],
    opensMinute: 540,
    closesMinute: 1080,
  })

  it('a new version is added once, and never reaches back', async () => {
    const later = Date.now() + 86_400_000
    expect((await api.as(first, 'POST', '/calendars', calendar('cn-2027', later))).statusCode).toBe(201)
    expect((await api.as(first, 'POST', '/calendars', calendar('cn-2027', later))).json()).toMatchObject({
      code: 'alreadyDone',
    })
    expect((await api.as(first, 'POST', '/calendars', calendar('cn-2027b', 1))).json()).toMatchObject({
      code: 'intervalInvalid',
    })
    const listed = await api.as(first, 'GET', '/calendars')
    expect(listed.json<{ calendars: object[] }>().calendars[0]).toMatchObject({ version: 'cn-2027' })
  })

  it('hours that cannot be are refused', async () => {
    const wrong = { ...calendar('cn-x', Date.now() + 86_400_000), opensMinute: 1080, closesMinute: 540 }
    expect((await api.as(first, 'POST', '/calendars', wrong)).json()).toMatchObject({
      code: 'fieldInvalid',
    })
  })
})
