import { isRuleTable } from './contracts.ts'
import { ruleFault, type RuleFault } from './faults.ts'
import { isDurationUnit } from './fields.ts'
import { integer, list, malformed, oneOf, record, ShapeFault, string, text } from './primitives.ts'
import type {
  InputRow,
  OutputRow,
  RuleColumn,
  RuleInput,
  RuleOutput,
  RuleRow,
  RuleTable,
  RuleTestCase,
} from './table.ts'

/** Reads a document that came from outside. Keys that the format does not know are refused, not dropped. */
export function readRuleTable(document: unknown): RuleTable | RuleFault {
  try {
    return tableFrom(document)
  } catch (error) {
    if (error instanceof ShapeFault) return error.fault
    throw error
  }
}

function tableFrom(document: unknown): RuleTable {
  const table = record(document, 'table', tableKeys)
  const id = string(table['id'], 'id')
  if (!isRuleTable(id)) throw new ShapeFault(ruleFault('unknownTable', 'id', id))
  return {
    id,
    version: integer(table['version'], 'version'),
    effectiveFrom: string(table['effectiveFrom'], 'effectiveFrom'),
    ...(table['effectiveTo'] === undefined
      ? {}
      : { effectiveTo: string(table['effectiveTo'], 'effectiveTo') }),
    hitPolicy: oneOf(table['hitPolicy'], hitPolicies, 'hitPolicy'),
    inputs: list(table['inputs'], 'inputs').map(columnFrom),
    outputs: list(table['outputs'], 'outputs').map(columnFrom),
    rows: list(table['rows'], 'rows').map(rowFrom),
    testDefaults: table['testDefaults'] === undefined ? {} : inputRow(table['testDefaults'], 'testDefaults'),
    testCases: list(table['testCases'] ?? [], 'testCases').map(testCaseFrom),
  }
}

const hitPolicies = ['first', 'collect', 'firstOfEach'] as const
const tableKeys =
  'id version effectiveFrom effectiveTo hitPolicy inputs outputs rows testDefaults testCases'.split(' ')

function columnFrom(value: unknown, index: number): RuleColumn {
  const column = record(value, `column ${index}`, ['name', 'type'])
  return { name: string(column['name'], `column ${index}`), type: string(column['type'], `column ${index}`) }
}

function rowFrom(value: unknown, index: number): RuleRow {
  const row = record(value, `row ${index}`, ['id', 'priority', 'when', 'gives', 'note', 'source'])
  const id = string(row['id'], `row ${index}`)
  const cells = Object.entries(record(row['when'], id))
  return {
    id,
    priority: row['priority'] === undefined ? 0 : integer(row['priority'], id),
    when: Object.fromEntries(cells.map(([name, cell]) => [name, string(cell, `${id}.${name}`)])),
    gives: outputRow(row['gives'], id),
    ...(row['note'] === undefined ? {} : { note: text(row['note'], `${id}.note`) }),
    ...(row['source'] === undefined ? {} : { source: string(row['source'], `${id}.source`) }),
  }
}

function testCaseFrom(value: unknown, index: number): RuleTestCase {
  const found = record(value, `test case ${index}`, ['name', 'inputs', 'expectRows', 'expectOutputs'])
  const name = string(found['name'], `test case ${index}`)
  const { expectRows, expectOutputs } = found
  return {
    name,
    inputs: inputRow(found['inputs'], name),
    ...(expectRows === undefined ? {} : { expectRows: list(expectRows, name).map((id) => string(id, name)) }),
    ...(expectOutputs === undefined
      ? {}
      : { expectOutputs: list(expectOutputs, name).map((row) => outputRow(row, name)) }),
  }
}

function inputRow(value: unknown, at: string): InputRow {
  return Object.fromEntries(
    Object.entries(record(value, at)).map(([name, input]) => {
      if (!isInput(input)) throw malformed(`${at}.${name}`)
      return [name, input]
    }),
  )
}

function outputRow(value: unknown, at: string): OutputRow {
  return Object.fromEntries(
    Object.entries(record(value, at)).map(([name, output]) => [name, outputFrom(output, `${at}.${name}`)]),
  )
}

function outputFrom(value: unknown, at: string): RuleOutput {
  if (isInput(value)) return value
  if (Array.isArray(value)) return value.map((amount) => integer(amount, at))
  const object = record(value, at)
  if ('zh' in object) return text(object, at)
  record(object, at, ['value', 'unit'])
  const unit = object['unit']
  if (!isDurationUnit(unit)) throw malformed(at, String(unit))
  return { value: integer(object['value'], at), unit }
}

function isInput(value: unknown): value is RuleInput {
  return (
    value === null || typeof value === 'boolean' || typeof value === 'string' || Number.isSafeInteger(value)
  )
}
