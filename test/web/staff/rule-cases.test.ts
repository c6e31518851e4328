import { createElement } from 'react'
import { expect, it, vi } from 'vitest'
import type { RuleTable } from '../../../domain/rules/table.ts'
import { Cases } from '../../../web/staff/rules/table/cases.tsx'
import { shown } from './shown.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

it('a test case has words for the rows that it expects, and no empty line where it expects none', async () => {
  const table = {
    id: 'deadlines',
    rows: [{ id: 'r1', when: { line: '"accident"' }, gives: {} }],
    testDefaults: {},
    testCases: [
      { name: 'one', inputs: { line: 'accident' }, expectRows: ['r1'] },
      { name: 'none', inputs: { line: 'health' }, expectRows: [] },
    ],
  } as unknown as RuleTable
  const cases = { table, checked: undefined, outputs: [], change: () => undefined }
  const text = await shown({ page: () => createElement(Cases, cases) })
  const said = [...text.matchAll(/<small[^>]*>([^<]*)<\/small>/g)].map(([, words]) => words)
  expect(said).toEqual(['险种：意外险', '险种：意外险', '险种：健康险'])
})
