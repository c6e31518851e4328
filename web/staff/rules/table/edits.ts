import type {
  OutputRow,
  RuleOutput,
  RuleRow,
  RuleTable,
  RuleTestCase,
} from '../../../../domain/rules/table.ts'
import type { Columns } from '../queries.ts'

/** Every change of a draft, as a new document. */

export function changeRow(table: RuleTable, index: number, change: (row: RuleRow) => RuleRow): RuleTable {
  return { ...table, rows: table.rows.map((row, at) => (at === index ? change(row) : row)) }
}

/** An empty cell takes anything, which a table says by leaving it out. */
export function withCell(row: RuleRow, column: string, written: string): RuleRow {
  const { [column]: _, ...others } = row.when
  return { ...row, when: written.trim() === '' ? others : { ...others, [column]: written } }
}

export function withOutput(row: RuleRow, column: string, value: RuleOutput): RuleRow {
  return { ...row, gives: { ...row.gives, [column]: value } }
}

/** A row moved by so many places; at an end it stays. */
export function moveRow(table: RuleTable, index: number, by: -1 | 1): RuleTable {
  const [row, target] = [table.rows[index], index + by]
  if (row === undefined || target < 0 || target >= table.rows.length) return table
  const rows = table.rows.toSpliced(index, 1).toSpliced(target, 0, row)
  return { ...table, rows }
}

export function removeRow(table: RuleTable, index: number): RuleTable {
  return { ...table, rows: table.rows.toSpliced(index, 1) }
}

/** A new row stands before the closing one and gives what the closing one gives, until it is edited. */
export function addRow(table: RuleTable, columns: Columns): RuleTable {
  const at = Math.max(0, table.rows.length - 1)
  const gives: OutputRow = table.rows.at(-1)?.gives ?? emptyOutputs(columns)
  const row: RuleRow = {
    id: freeName(
      'row',
      table.rows.map(({ id }) => id),
    ),
    priority: 0,
    when: {},
    gives,
  }
  return { ...table, rows: table.rows.toSpliced(at, 0, row) }
}

export function addColumn(table: RuleTable, columns: Columns, name: string): RuleTable {
  const column = columns.inputs.find((one) => one.name === name)
  return column === undefined ? table : { ...table, inputs: [...table.inputs, { name, type: column.kind }] }
}

export function changeCase(
  table: RuleTable,
  index: number,
  change: (testCase: RuleTestCase) => RuleTestCase,
): RuleTable {
  return { ...table, testCases: table.testCases.map((one, at) => (at === index ? change(one) : one)) }
}

export function addCase(table: RuleTable): RuleTable {
  const name = freeName(
    'case',
    table.testCases.map((one) => one.name),
  )
  return { ...table, testCases: [...table.testCases, { name, inputs: {}, expectRows: [] }] }
}

export function removeCase(table: RuleTable, index: number): RuleTable {
  return { ...table, testCases: table.testCases.toSpliced(index, 1) }
}

const withExpected = (testCase: RuleTestCase, rows: readonly OutputRow[]): RuleTestCase => {
  const { expectOutputs: _, ...others } = testCase
  return rows.length === 0 ? others : { ...others, expectOutputs: rows }
}

/** One more row whose outputs are expected: the first of those that have to fire and have none yet. */
export function addExpected(testCase: RuleTestCase): RuleTestCase {
  return withExpected(testCase, [...(testCase.expectOutputs ?? []), {}])
}

export function changeExpected(
  testCase: RuleTestCase,
  index: number,
  column: string,
  value: RuleOutput,
): RuleTestCase {
  const rows = (testCase.expectOutputs ?? []).map((row, at) =>
    at === index ? { ...row, [column]: value } : row,
  )
  return withExpected(testCase, rows)
}

/** The output does not matter to the case any more. */
export function dropExpected(testCase: RuleTestCase, index: number, column: string): RuleTestCase {
  const rows = (testCase.expectOutputs ?? []).map((row, at) => {
    const { [column]: _, ...others } = row
    return at === index ? others : row
  })
  return withExpected(testCase, rows)
}

export function dropExpectedRow(testCase: RuleTestCase, index: number): RuleTestCase {
  return withExpected(testCase, (testCase.expectOutputs ?? []).toSpliced(index, 1))
}

function emptyOutputs({ outputs }: Columns): OutputRow {
  return Object.fromEntries(outputs.map(({ name }) => [name, '']))
}

function freeName(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${stem}${number}`)) number += 1
  return `${stem}${number}`
}
