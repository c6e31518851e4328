import { cellMatches, isCell, parseCell, type Cell } from './cells.ts'
import type { RuleContract } from './contracts.ts'
import type { InputField } from './fields.ts'
import type { InputRow, OutputRow, RuleInput, RuleRow } from './table.ts'

export interface ReadyRow {
  readonly id: string
  readonly cells: ReadonlyMap<string, Cell>
  readonly gives: OutputRow
}

/** The row with its cells parsed; undefined when one of them cannot be. */
export function readyRow(row: RuleRow, contract: RuleContract): ReadyRow | undefined {
  const cells = new Map<string, Cell>()
  for (const [name, written] of Object.entries(row.when)) {
    const field = contract.inputs[name]
    const cell = field === undefined ? undefined : parseCell(written, field)
    if (cell === undefined || !isCell(cell)) return undefined
    if (cell.kind !== 'any') cells.set(name, cell)
  }
  return { id: row.id, cells, gives: row.gives }
}

/**
 * The rows that fire, in the table's order, the hit policy applied. This is what the grammar means; the
 * engine that serves claims is compared with it when a table is published.
 */
export function fire(
  rows: readonly ReadyRow[],
  inputs: InputRow,
  contract: RuleContract,
): readonly ReadyRow[] {
  const fired = rows.filter((row) => rowMatches(row, inputs))
  return applyHitPolicy(fired, contract)
}

export function rowMatches(row: ReadyRow, inputs: InputRow): boolean {
  return [...row.cells].every(([name, cell]) => cellMatches(cell, inputs[name] ?? null))
}

/** Keeps of all rows that match, in order, those that the contract's hit policy lets answer. */
export function applyHitPolicy<Fired extends { readonly gives: OutputRow }>(
  matching: readonly Fired[],
  contract: RuleContract,
): readonly Fired[] {
  if (contract.hitPolicy === 'collect') return matching
  if (contract.hitPolicy === 'first') return matching.slice(0, 1)
  const answered = new Set<unknown>()
  return matching.filter((row) => {
    const about = row.gives[contract.each ?? '']
    if (answered.has(about)) return false
    answered.add(about)
    return true
  })
}

/** Names of inputs that are missing, not foreseen or not of their field; empty when all is well. */
export function inputFaults(inputs: InputRow, contract: RuleContract): readonly string[] {
  const foreign = Object.keys(inputs).filter((name) => contract.inputs[name] === undefined)
  const wrong = Object.entries(contract.inputs).filter(([name, field]) => !suitsInput(inputs[name], field))
  return [...foreign, ...wrong.map(([name]) => name)]
}

function suitsInput(value: RuleInput | undefined, field: InputField): boolean {
  if (value === undefined) return false
  if (value === null) return field.unknown === true
  if (field.kind === 'boolean') return typeof value === 'boolean'
  if (field.kind === 'choice') return typeof value === 'string' && field.values.includes(value)
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= field.min
}
