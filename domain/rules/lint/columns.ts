import { isCell, parseCell } from '../cells.ts'
import { amountOf, type Duration } from '../../time/duration.ts'
import type { RuleContract } from '../contracts.ts'
import { ruleFault, type RuleFault } from '../faults.ts'
import type { OutputField } from '../fields.ts'
import type { RuleColumn, RuleOutput, RuleRow, RuleTable } from '../table.ts'

/** Columns must be the contract's own: an input that nobody fills would make its rows silently dead. */
export function columnFaults(table: RuleTable, contract: RuleContract): readonly RuleFault[] {
  const missing = Object.keys(contract.outputs).filter(
    (name) => !table.outputs.some((column) => column.name === name),
  )
  return [
    ...table.inputs.flatMap((column) => columnFault(column, contract.inputs, 'unknownInput')),
    ...table.outputs.flatMap((column) => columnFault(column, contract.outputs, 'unknownOutput')),
    ...missing.map((name) => ruleFault('columnMissing', name)),
    ...duplicates([...table.inputs, ...table.outputs].map((column) => column.name)),
    ...duplicates(table.rows.map((row) => row.id)),
    ...duplicates(table.testCases.map((testCase) => testCase.name)),
  ]
}

/** Every cell parses and suits its declared column; every row gives each output, of its type. */
export function rowFaults(table: RuleTable, contract: RuleContract): readonly RuleFault[] {
  return table.rows.flatMap((row) => [...cellFaults(row, table, contract), ...outputFaults(row, contract)])
}

function columnFault(
  column: RuleColumn,
  fields: Readonly<Record<string, { readonly kind: string }>>,
  unknownCode: 'unknownInput' | 'unknownOutput',
): readonly RuleFault[] {
  const field = fields[column.name]
  if (field === undefined) return [ruleFault(unknownCode, column.name)]
  return field.kind === column.type ? [] : [ruleFault('columnTypeDiffers', column.name, column.type)]
}

function duplicates(names: readonly string[]): readonly RuleFault[] {
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => ruleFault('duplicateName', name))
}

function cellFaults(row: RuleRow, table: RuleTable, contract: RuleContract): readonly RuleFault[] {
  return Object.entries(row.when).flatMap(([name, written]) => {
    const at = `${row.id}.${name}`
    const field = contract.inputs[name]
    if (field === undefined || !table.inputs.some((column) => column.name === name))
      return [ruleFault('unknownInput', at)]
    const cell = parseCell(written, field)
    return isCell(cell) ? [] : [ruleFault(cell.fault, at, written)]
  })
}

function outputFaults(row: RuleRow, contract: RuleContract): readonly RuleFault[] {
  const foreign = Object.keys(row.gives).filter((name) => contract.outputs[name] === undefined)
  const wrong = Object.entries(contract.outputs).filter(
    ([name, field]) => !suitsOutput(row.gives[name], field),
  )
  return [
    ...foreign.map((name) => ruleFault('unknownOutput', `${row.id}.${name}`)),
    ...wrong.map(([name]) => ruleFault('wrongOutput', `${row.id}.${name}`, JSON.stringify(row.gives[name]))),
  ]
}

function suitsOutput(value: RuleOutput | undefined, field: OutputField): boolean {
  if (value === undefined) return false
  if (field.kind === 'boolean') return typeof value === 'boolean'
  if (field.kind === 'integer')
    return typeof value === 'number' && value >= 0 && value <= (field.max ?? value)
  if (field.kind === 'string') return typeof value === 'string'
  if (field.kind === 'choice') return typeof value === 'string' && field.values.includes(value)
  if (field.kind === 'amounts') return Array.isArray(value) && isAscending(value)
  if (value === null) return field.kind === 'text' && field.nullable === true
  if (typeof value !== 'object') return false
  return field.kind === 'text'
    ? 'zh' in value
    : 'unit' in value && value.value >= field.min && countable(value)
}

function isAscending(amounts: readonly unknown[]): boolean {
  const numbers = amounts.filter((amount) => typeof amount === 'number')
  return numbers.length > 0 && numbers.every((amount, index) => amount > (numbers[index - 1] ?? 0))
}

/** What the clocks refuse to count is refused here, where its author can still mend it. */
function countable(duration: Duration): boolean {
  try {
    return amountOf(duration).amount >= 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
