import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertClosedClaims } from '../../bench/backtest/closed-claims.ts'
import { seedDocument } from '../db/rules/seed-documents.ts'
import { type Browser, TestApi } from '../support/api.ts'

interface Row {
  id: string
  when: Record<string, string>
  gives: Record<string, unknown>
}
interface Table {
  id: string
  version: number
  rows: Row[]
  testCases: { expectOutputs?: unknown }[]
}

interface Report {
  decisions: number
  claims: number
  changedDecisions: number
  changedClaims: number
  outputs: { output: string; subject: string | null; decisions: number; transitions: object[] }[]
  amounts: Record<string, unknown>[]
  samples: { caseNumber: string; usedRows: string[]; draftRows: string[]; differences: object[] }[]
  milliseconds: number
}

/** The full figure of ten thousand is `npm run bench:backtest`. */
const closedClaims = 1200

let api: TestApi
let administrator: Browser

beforeAll(async () => {
  api = await TestApi.create()
  const { world } = api
  administrator = await api.browser(await world.member(['administrator'], { branchId: null }))
  await insertClosedClaims(world, closedClaims)
})
afterAll(() => api.close())

function drafted(name: 'reserve-opening' | 'authority-levels' | 'coverage-checks' | 'checklist'): Table {
  const table = seedDocument(name) as Table
  // What the rows give is changed here, so the cases keep only which row fires.
  const testCases = table.testCases.map((testCase) => ({ ...testCase, expectOutputs: undefined }))
  return { ...table, version: 2, testCases }
}

async function run(table: Table, most?: number): Promise<Report> {
  const answer = await api.as(administrator, 'POST', `/rules/${table.id}/backtests`, {
    draft: { document: table },
    ...(most === undefined ? {} : { most }),
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Report>()
}

describe('a draft tried on closed claims', () => {
  it('that decides as the table in force did changes nothing, and open claims are not asked', async () => {
    const report = await run(drafted('reserve-opening'))
    expect(report).toMatchObject({
      decisions: closedClaims,
      claims: closedClaims,
      changedDecisions: 0,
      outputs: [],
      amounts: [],
      samples: [],
    })
  })

  it('tells by how much reserves would rise, in fen, with case numbers', async () => {
    const draft = drafted('reserve-opening')
    draft.rows.forEach(({ gives }) => (gives['expenseMinor'] = Number(gives['expenseMinor']) + 10_000))
    const report = await run(draft)
    expect(report).toMatchObject({ changedDecisions: closedClaims, changedClaims: closedClaims })
    expect(report.outputs[0]).toMatchObject({
      output: 'expenseMinor',
      subject: null,
      decisions: closedClaims,
    })
    expect(report.amounts).toEqual([
      {
        name: 'expenseMinor',
        risen: closedClaims,
        fallen: 0,
        netMinor: closedClaims * 10_000,
        largestRiseMinor: 10_000,
        largestFallMinor: 0,
      },
    ])
    expect(report.samples).toHaveLength(20)
    expect(report.samples[0]?.caseNumber).toBe(`B-${String(closedClaims).padStart(7, '0')}`)
  })

  it('tells which output of which check it changes', async () => {
    const draft = drafted('coverage-checks')
    const peril = draft.rows.find(
      ({ when, gives }) => gives['check'] === 'peril' && when['perilCovered'] === 'false',
    )
    if (peril === undefined) throw new Error('There is no row for a peril that is not covered.')
    peril.gives['result'] = peril.gives['result'] === 'refer' ? 'fail' : 'refer'
    const report = await run(draft)
    expect(report.outputs).toHaveLength(1)
    expect(report.outputs[0]).toMatchObject({ output: 'result', subject: 'peril' })
    expect(report.changedDecisions).toBeGreaterThan(20)
    expect(report.changedDecisions).toBeLessThan(closedClaims / 5)
  })

  it('asks no more than it was told to, the newest first', async () => {
    expect(await run(drafted('authority-levels'), 1005)).toMatchObject({ decisions: 1005, claims: 1005 })
  })

  it('takes a proposal by its id as well', async () => {
    const proposed = await api.as(administrator, 'POST', '/rules/checklist/versions', drafted('checklist'))
    const { id } = proposed.json<{ id: string }>()
    const tried = await api.as(administrator, 'POST', '/rules/checklist/backtests', {
      draft: { versionId: id },
    })
    expect(tried.json()).toMatchObject({ decisions: closedClaims, changedDecisions: 0 })
    const elsewhere = await api.as(administrator, 'POST', '/rules/surveyNeed/backtests', {
      draft: { versionId: id },
    })
    expect(elsewhere.json()).toMatchObject({ status: 400, code: 'malformed' })
  })

  it('is refused with its faults in words, and to whoever may not manage rules', async () => {
    const draft = drafted('authority-levels')
    draft.testCases = []
    const refused = await api.as(administrator, 'POST', '/rules/authorityLevels/backtests', {
      draft: { document: draft },
    })
    expect(refused.json()).toMatchObject({
      code: 'ruleTableInvalid',
      faults: [{ code: 'noTestCases', text: { zh: '没有测试用例。' } }],
    })
    const approver = await api.browser(await api.world.member(['approver']))
    const answer = await api.as(approver, 'POST', '/rules/authorityLevels/backtests', {
      draft: { document: drafted('authority-levels') },
    })
    expect(answer.json()).toMatchObject({ status: 403, code: 'notPermitted' })
  })
})
