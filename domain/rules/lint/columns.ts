import { isCell, parseCell } from '../cells.ts'
import type { RuleContract } from '../contracts.ts'
import { ruleFault, type RuleFault } from '../faults.ts'
import { wrongOutputs } from '../outputs.ts'
import type { RuleColumn, RuleRow, RuleTable } from '../table.ts'

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
  return wrongOutputs(new Map(Object.entries(row.gives)), contract).map((name) =>
    contract.outputs[name] === undefined
      ? ruleFault('unknownOutput', `${row.id}.${name}`)
      : ruleFault('wrongOutput', `${row.id}.${name}`, JSON.stringify(row.gives[name])),
  )
}
