import type { RuleContract } from '../contracts.ts'
import { ruleFault, type RuleFault } from '../faults.ts'
import { readyRow, type ReadyRow } from '../fire.ts'
import type { RuleRow, RuleTable } from '../table.ts'
import { findGap, meeting, rowSpace, type RowSpace } from './row-space.ts'

type Ordered = ReadyRow & { readonly priority: number }

/**
 * Whether the rows together say exactly one thing about every case. Each group of rows that compete (all of
 * a first-hit table, the rows of one check otherwise) ends with a row that takes everything; it stays out of
 * the comparison, because it is there for what is unknown and for what comes after the next edit.
 * Call only when every cell parses.
 */
export function orderFaults(table: RuleTable, contract: RuleContract): readonly RuleFault[] {
  return groupsOf(table, contract).flatMap(({ name, rows }) => {
    const ready = rows.flatMap((row) => orderedRow(row, contract))
    const closing = ready.at(-1)
    if (closing === undefined || closing.cells.size > 0) return [ruleFault('closingRowMissing', name)]
    const competing = contract.hitPolicy === 'collect' ? [] : ready.slice(0, -1)
    return [...closingFaults(closing, ready, contract), ...competitionFaults(name, competing, contract)]
  })
}

function groupsOf(
  table: RuleTable,
  contract: RuleContract,
): readonly { readonly name: string; readonly rows: readonly RuleRow[] }[] {
  const each = contract.each
  const field = each === undefined ? undefined : contract.outputs[each]
  if (each === undefined || field?.kind !== 'choice') return [{ name: table.id, rows: table.rows }]
  return field.values.map((name) => ({ name, rows: table.rows.filter((row) => row.gives[each] === name) }))
}

function orderedRow(row: RuleRow, contract: RuleContract): readonly Ordered[] {
  const ready = readyRow(row, contract)
  return ready === undefined ? [] : [{ ...ready, priority: row.priority }]
}

function closingFaults(
  closing: ReadyRow,
  rows: readonly ReadyRow[],
  contract: RuleContract,
): readonly RuleFault[] {
  const reckless = Object.entries(contract.closing).filter(([name, value]) => closing.gives[name] !== value)
  const longest = Object.entries(contract.outputs).filter(
    ([name, field]) =>
      field.kind === 'amounts' && rows.some((row) => lengthOf(row, name) > lengthOf(closing, name)),
  )
  return [...reckless, ...longest].map(([name]) =>
    ruleFault('closingRowNotCautious', `${closing.id}.${name}`),
  )
}

function lengthOf(row: ReadyRow, name: string): number {
  const amounts = row.gives[name]
  return Array.isArray(amounts) ? amounts.length : 0
}

function competitionFaults(
  group: string,
  rows: readonly Ordered[],
  contract: RuleContract,
): readonly RuleFault[] {
  if (rows.length === 0) return []
  const space = rowSpace(rows, contract)
  const gap = findGap(rows, space)
  return [
    ...rows.flatMap((row, index) => rowCompetitionFaults(row, rows.slice(0, index), space)),
    ...(gap === undefined ? [] : [ruleFault('gapBeforeClosing', group, JSON.stringify(gap))]),
  ]
}

function rowCompetitionFaults(
  row: Ordered,
  earlier: readonly Ordered[],
  space: RowSpace,
): readonly RuleFault[] {
  const previous = earlier.at(-1)
  const outOfOrder = previous !== undefined && previous.priority < row.priority
  const overlaps = earlier.flatMap((other) => {
    const inputs = other.priority === row.priority ? meeting(other, row, space) : undefined
    return inputs === undefined
      ? []
      : [ruleFault('rowsOverlap', `${other.id}, ${row.id}`, JSON.stringify(inputs))]
  })
  return [
    ...(outOfOrder ? [ruleFault('priorityOutOfOrder', row.id)] : []),
    ...overlaps,
    ...(findGap(earlier, space, row) === undefined ? [ruleFault('rowNeverFires', row.id)] : []),
  ]
}
