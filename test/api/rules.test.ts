import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ruleFaultTexts } from '../../domain/rules/faults.ts'
import { type SampleTable, sampleTable } from '../domain/rules/sample-table.ts'
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

  it.each<[string, (table: SampleTable) => void, object]>([
    [
      'a wrong cell',
      ({ rows }) =>
        (rows[1] = { ...rows[1], id: 'small', when: { line: '"notALine"' }, gives: rows[1]?.gives ?? {} }),
      { code: 'unknownWord', at: 'small.line', detail: '"notALine"', text: ruleFaultTexts.unknownWord },
    ],
    [
      'overlapping rows',
      ({ rows }) =>
        (rows[1] = {
          ...rows[1],
          id: 'small',
          when: { estimatedMinor: '<= 600000' },
          gives: rows[1]?.gives ?? {},
        }),
      { code: 'rowsOverlap', at: 'small, large', text: ruleFaultTexts.rowsOverlap },
    ],
    [
      'a gap before the closing row',
      ({ rows }) => rows.splice(2, 1),
      { code: 'gapBeforeClosing', at: 'surveyNeed', text: ruleFaultTexts.gapBeforeClosing },
    ],
    [
      'no test cases',
      (table) => (table.testCases = []),
      { code: 'noTestCases', at: 'surveyNeed', text: ruleFaultTexts.noTestCases },
    ],
  ])('a table with %s is refused with the place and the text of the fault', async (_, plant, fault) => {
    const broken = { ...sampleTable(), version: 2 }
    const sound = await api.as(first, 'POST', '/rules/surveyNeed/checks', { document: broken })
    expect(sound.json()).toMatchObject({
      faults: [],
      cases: [{ rows: ['small'] }, {}, { rows: ['closing'] }],
    })
    plant(broken)
    const refused = await api.as(first, 'POST', '/rules/surveyNeed/versions', broken)
    expect(refused.json()).toMatchObject({ status: 422, code: 'ruleTableInvalid' })
    expect(refused.json<{ faults: object[] }>().faults).toContainEqual(expect.objectContaining(fault))
    const checked = await api.as(first, 'POST', '/rules/surveyNeed/checks', { document: broken })
    expect(checked.json<{ faults: object[] }>().faults).toContainEqual(expect.objectContaining(fault))
  })

  it('a test case that fails says which rows fired instead', async () => {
    const draft = { ...sampleTable(), version: 2 }
    draft.testCases.push({ name: 'wrong', inputs: {}, expectRows: ['large'] })
    const checked = await api.as(first, 'POST', '/rules/surveyNeed/checks', { document: draft })
    const { cases } = checked.json<{ cases: object[] }>()
    expect(cases.at(-1)).toMatchObject({
      name: 'wrong',
      rows: ['small'],
      faults: [{ code: 'testCaseFails', text: ruleFaultTexts.testCaseFails }],
    })
  })

  it('an editor learns the columns of a table', async () => {
    const answer = await api.as(first, 'GET', '/rules/surveyNeed/columns')
    const { hitPolicy, inputs, outputs } = answer.json<{
      hitPolicy: string
      inputs: object[]
      outputs: object[]
    }>()
    expect(hitPolicy).toBe('first')
    expect(inputs).toContainEqual({ name: 'estimatedMinor', kind: 'integer', optional: true })
    expect(outputs).toContainEqual({
      name: 'kind',
      kind: 'choice',
      values: ['onSite', 'remote', 'none'],
      optional: false,
    })
  })

  it('a proposal that is returned with a reason is never in force, and not by its author', async () => {
    const draft = { ...sampleTable(), version: 2 }
    const proposed = await api.as(first, 'POST', '/rules/surveyNeed/versions', draft)
    const { id, documentHash } = proposed.json<{ id: string; documentHash: string }>()
    const back = { documentHash, reason: '限额有误' }
    const own = await api.as(first, 'POST', `/rules/proposals/${id}/return`, back)
    expect(own.json()).toMatchObject({ status: 403, code: 'ownWork' })
    const returned = await api.as(second, 'POST', `/rules/proposals/${id}/return`, back)
    expect(returned.json()).toEqual({ returned: true })
    const late = await api.as(second, 'POST', `/rules/proposals/${id}/publication`, { documentHash })
    expect(late.json()).toMatchObject({ status: 409, code: 'alreadyDone' })
    const { versions } = (await api.as(first, 'GET', '/rules')).json<{ versions: object[] }>()
    expect(versions).toContainEqual(
      expect.objectContaining({ id, publishedAt: null, returnReason: '限额有误' }),
    )
    const again = await api.as(first, 'POST', '/rules/surveyNeed/versions', { ...draft, version: 3 })
    expect(again.statusCode).toBe(201)
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
