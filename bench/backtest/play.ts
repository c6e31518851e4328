/** Run by bench/backtest.ts inside vitest, which brings PostgreSQL up. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { BacktestReport } from '../../domain/rules/backtest.ts'
import type { RuleTestCase } from '../../domain/rules/table.ts'
import { seedNames, seedTable } from '../../test/db/rules/seed-documents.ts'
import { type Browser, TestApi } from '../../test/support/api.ts'
import { insertClosedClaims } from './closed-claims.ts'

declare module 'vitest' {
  interface ProvidedContext {
    closedClaims: number
  }
}

const mostMilliseconds = 60_000
const claims = inject('closedClaims')

let api: TestApi
let administrator: Browser

beforeAll(async () => {
  api = await TestApi.create()
  const { world } = api
  administrator = await api.browser(await world.member(['administrator'], { branchId: null }))
  const began = performance.now()
  await insertClosedClaims(world, claims)
  process.stdout.write(`${claims} closed claims written in ${seconds(performance.now() - began)} s\n`)
})
afterAll(() => api.close())

/** Tables whose use is kept with each claim; clocks keep version and row of the other two. */
const asked = seedNames.filter((name) => name !== 'sla-targets' && name !== 'escalation')

it.each(asked)('%s', { timeout: 600_000 }, async (name) => {
  const { table } = seedTable(name)
  const [first, ...others] = table.rows
  if (first === undefined) throw new Error(`${name} has no rows.`)
  const unchanged = await tried({ ...table })
  expect(unchanged.report).toMatchObject({ decisions: claims, claims, changedDecisions: 0 })
  // The text of the first row is another one: every decision in which it fired changes, and no other.
  const text = Object.keys(first.gives).find((output) => typeof first.gives[output] === 'number')
  const planted = { ...first, gives: { ...first.gives, ...changedOutput(first.gives, text) } }
  const changed = await tried({
    ...table,
    rows: [planted, ...others],
    testCases: table.testCases.map(rowsOnly),
  })
  expect(changed.report.changedDecisions).toBeGreaterThan(0)
  process.stdout.write(
    `${table.id}: ${seconds(unchanged.ms)} s without a change; ${seconds(changed.ms)} s and ` +
      `${changed.report.changedDecisions} of ${changed.report.decisions} changed with ${first.id} edited; ` +
      `event loop held at most ${Math.max(unchanged.held, changed.held).toFixed(0)} ms\n`,
  )
  expect(Math.max(unchanged.ms, changed.ms)).toBeLessThan(mostMilliseconds)
})

function changedOutput(gives: object, number: string | undefined): object {
  if (number !== undefined) return { [number]: Number((gives as Record<string, unknown>)[number]) + 1 }
  const reason = 'reason' in gives ? 'reason' : 'label'
  return { [reason]: { zh: '改', en: 'Changed' } }
}

function rowsOnly(testCase: RuleTestCase): object {
  return testCase.expectRows === undefined ? testCase : { ...testCase, expectOutputs: undefined }
}

async function tried(document: Record<string, unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  const draft = { document }
  const answer = await api.as(administrator, 'POST', `/rules/${String(document['id'])}/backtests`, { draft })
  const ms = performance.now() - began
  delay.disable()
  expect(answer.statusCode, answer.body).toBe(200)
  return { report: answer.json<BacktestReport>(), ms, held: delay.max / 1e6 }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2)
}
