import { describe, expect, it } from 'vitest'
import { ruleFaultTexts, type RuleFaultCode } from '../../../domain/rules/faults.ts'
import { contractOf, ruleContracts } from '../../../domain/rules/contracts.ts'
import { readFileSync } from 'node:fs'
import type { Columns } from '../../../web/staff/rules/queries.ts'
import { readInputs, writeInputs } from '../../../web/staff/rules/table/case-notation.ts'
import {
  addExpected,
  addRow,
  changeExpected,
  dropExpected,
  dropExpectedRow,
  moveRow,
  removeRow,
  withCell,
} from '../../../web/staff/rules/table/edits.ts'
import { placeFaults } from '../../../web/staff/rules/table/fault-places.ts'
import {
  compareCases,
  compareHeads,
  compareRows,
  kindOf,
} from '../../../web/staff/rules/review/table-difference.ts'
import { stateOf } from '../../../web/staff/rules/version-state.ts'
import { seedTable } from '../../db/rules/seed-documents.ts'

const { table } = seedTable('survey-need')
const columns: Columns = { hitPolicy: 'first', inputs: [], outputs: [] }
const fault = (code: RuleFaultCode, at: string) => ({ code, at, text: ruleFaultTexts[code] })
const idsOf = ({ rows }: typeof table) => rows.map(({ id }) => id)

describe('the line that holds the inputs of a test case', () => {
  it('reads back what it wrote, of every kind', () => {
    const inputs = { line: 'property', estimatedMinor: -5, injury: true, cause: null }
    expect(writeInputs(inputs)).toBe('line=property; estimatedMinor=-5; injury=true; cause=null')
    expect(readInputs(writeInputs(inputs))).toEqual(inputs)
    expect(readInputs('')).toEqual({})
  })

  it('takes no number that would be rounded, and keeps a slip for the check to refuse', () => {
    expect(readInputs('a=9007199254740993; b=1.5; oops')).toEqual({
      a: '9007199254740993',
      b: '1.5',
      oops: '',
    })
  })
})

describe('an edit of a table', () => {
  it('puts a new row before the closing one, with a name of its own', () => {
    const added = addRow(table, columns)
    expect(added.rows.at(-1)).toBe(table.rows.at(-1))
    expect(added.rows).toHaveLength(table.rows.length + 1)
    expect(new Set(idsOf(addRow(added, columns))).size).toBe(table.rows.length + 2)
  })

  it('moves a row by one place and leaves it at an end', () => {
    const [first = '', second = '', ...others] = idsOf(table)
    expect(idsOf(moveRow(table, 0, 1))).toEqual([second, first, ...others])
    expect(moveRow(table, 0, -1)).toBe(table)
    expect(moveRow(table, table.rows.length - 1, 1)).toBe(table)
    expect(idsOf(removeRow(table, 1))).toEqual([first, ...others])
  })

  it('leaves an emptied cell out, so that the row takes anything', () => {
    const row = { id: 'a', priority: 0, when: { line: '"property"' }, gives: {} }
    expect(withCell(row, 'line', ' ').when).toEqual({})
    expect(withCell(row, 'cause', '"fire"').when).toEqual({ line: '"property"', cause: '"fire"' })
  })
})

describe('what a test case expects of a row', () => {
  const bare = { name: 'case', inputs: {}, expectRows: ['a', 'b'] }

  it('is named output by output, and what is not named does not matter', () => {
    const expecting = changeExpected(addExpected(addExpected(bare)), 1, 'required', true)
    expect(expecting.expectOutputs).toEqual([{}, { required: true }])
    expect(changeExpected(expecting, 1, 'required', false).expectOutputs).toEqual([{}, { required: false }])
    expect(dropExpected(expecting, 1, 'required').expectOutputs).toEqual([{}, {}])
  })

  it('is gone from the document when nothing is expected any more', () => {
    const once = addExpected(bare)
    expect(dropExpectedRow(once, 0)).toEqual(bare)
    expect(dropExpectedRow(addExpected(once), 0).expectOutputs).toEqual([{}])
  })
})

describe('a fault', () => {
  it('stands beside its cell, its row, both rows that meet, or with the table', () => {
    const [first, second] = idsOf(table)
    const [input] = table.inputs
    if (first === undefined || second === undefined || input === undefined)
      throw new Error('The table is empty.')
    const [cell, never, meet, none] = [
      fault('malformedCell', `${first}.${input.name}`),
      fault('rowNeverFires', second),
      fault('rowsOverlap', `${first}, ${second}`),
      fault('noTestCases', table.id),
    ]
    const places = placeFaults(table, [cell, never, meet, none])
    expect(places.cell(first, input.name)).toEqual([cell])
    expect(places.row(first)).toEqual([meet])
    expect(places.row(second)).toEqual([never, meet])
    expect(places.elsewhere).toEqual([none])
  })
})

describe('the difference of two versions', () => {
  it('is nothing for the same rows, whatever the order of their keys', () => {
    const turned = table.rows.map(({ gives, ...row }) => ({
      ...row,
      gives: Object.fromEntries(Object.entries(gives).toReversed()),
    }))
    const kinds = compareRows(table, { ...table, rows: turned }).map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['same']))
    expect(compareHeads(table, table)).toEqual([])
    expect(compareCases(table, table)).toEqual([])
  })

  it('names every cell that is another one, and rows that came, went or moved', () => {
    const [first, second, third, ...others] = table.rows
    if (first === undefined || second === undefined || third === undefined) throw new Error('Too few rows.')
    const edited = { ...second, gives: { ...second.gives, kind: 'remote' } }
    const after = {
      ...table,
      effectiveFrom: '2030-01-01',
      rows: [edited, { ...third, id: 'new' }, first, ...others],
    }
    const found = compareRows(table, after)
    expect(found.find(({ id }) => id === second.id)).toMatchObject({
      kind: 'changed',
      cells: [{ column: 'kind', from: second.gives['kind'], to: 'remote' }],
    })
    expect(found.find(({ id }) => id === 'new')?.kind).toBe('added')
    expect(found.find(({ id }) => id === third.id)?.kind).toBe('removed')
    expect(found.find(({ id }) => id === first.id)?.kind).toBe('moved')
    expect(compareHeads(table, after)).toEqual([
      { column: 'effectiveFrom', from: table.effectiveFrom, to: '2030-01-01' },
    ])
  })
})

describe('the difference of test cases', () => {
  it('tells a case that came from one that went and one that asks something else', () => {
    const [first, second, ...others] = table.testCases
    if (first === undefined || second === undefined) throw new Error('Too few test cases.')
    const changed = { ...first, inputs: { ...first.inputs, injury: true } }
    const came = { ...second, name: 'came' }
    const found = compareCases(table, { ...table, testCases: [changed, came, ...others] })
    expect(found.map((one) => [one.column, kindOf(one)])).toEqual([
      [first.name, 'changed'],
      [second.name, 'removed'],
      ['came', 'added'],
    ])
  })
})

describe('the state of a version', () => {
  const version = (number: number, effectiveFrom: string, publishedAt: string | null = 'then') => ({
    id: String(number),
    tableId: 'surveyNeed' as const,
    version: number,
    effectiveFrom,
    effectiveTo: null,
    documentHash: '',
    authorPersonId: '',
    reviewerPersonId: null,
    publishedAt,
    returnedAt: null,
    returnReason: null,
    authorName: null,
    reviewerName: null,
  })

  it('follows the day: the latest beginning is in force, of one day the later number', () => {
    const all = [
      version(1, '2020-01-01'),
      version(2, '2026-01-01'),
      version(3, '2026-01-01'),
      version(4, '2027-01-01'),
      version(5, '2026-01-01', null),
      { ...version(6, '2026-01-01', null), returnedAt: 'then' },
    ]
    expect(all.map((one) => stateOf(one, all, '2026-06-01'))).toEqual([
      'past',
      'past',
      'inForce',
      'future',
      'proposed',
      'returned',
    ])
  })
})

describe('the words of the editor', () => {
  it.each(['zh', 'en'] as const)('name every table and every column in %s', (language) => {
    const file = new URL(`../../../web/staff/rules/texts/${language}.json`, import.meta.url)
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<'column' | 'table', Record<string, string>>
    const columnsOf = Object.keys(ruleContracts).flatMap((id) => {
      const { inputs = {}, outputs = {} } = contractOf(id) ?? {}
      return [...Object.keys(inputs), ...Object.keys(outputs)]
    })
    expect(Object.keys(ruleContracts).filter((id) => texts.table[id] === undefined)).toEqual([])
    expect(columnsOf.filter((name) => texts.column[name] === undefined)).toEqual([])
  })
})
