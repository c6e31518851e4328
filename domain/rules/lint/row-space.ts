import { cellMatches } from '../cells.ts'
import type { RuleContract } from '../contracts.ts'
import type { ReadyRow } from '../fire.ts'
import type { InputField } from '../fields.ts'
import type { InputRow, RuleInput } from '../table.ts'

/**
 * The inputs that rows tell apart. Between two neighbouring bounds no row can change its mind, so one value
 * stands for all of them and a table over 9 quadrillion fen becomes a small grid that can be searched whole.
 */
export type RowSpace = readonly { readonly name: string; readonly values: readonly RuleInput[] }[]

export function rowSpace(rows: readonly ReadyRow[], contract: RuleContract): RowSpace {
  return Object.entries(contract.inputs)
    .filter(([name]) => rows.some((row) => row.cells.has(name)))
    .map(([name, field]) => ({ name, values: valuesToTry(name, field, rows) }))
}

function valuesToTry(name: string, field: InputField, rows: readonly ReadyRow[]): readonly RuleInput[] {
  if (field.kind === 'boolean') return [false, true]
  if (field.kind === 'choice') return field.values
  const starts = rows.flatMap((row) => {
    const cell = row.cells.get(name)
    return cell?.kind === 'integers' ? cell.ranges.flatMap(([from, to]) => [from, to + 1]) : []
  })
  const inside = starts.filter((start) => start > field.min && Number.isSafeInteger(start))
  return [...new Set([field.min, ...inside])].toSorted((a, b) => a - b)
}

/** Inputs that both rows take, or undefined when they never meet. */
export function meeting(a: ReadyRow, b: ReadyRow, space: RowSpace): InputRow | undefined {
  const common = space.map(({ name, values }) => ({
    name,
    value: values.find((value) => takes(a, name, value) && takes(b, name, value)),
  }))
  return rowOf(common)
}

/** Inputs (within `box`, if given) that none of the rows takes, or undefined when there is no gap. */
export function findGap(rows: readonly ReadyRow[], space: RowSpace, box?: ReadyRow): InputRow | undefined {
  const covered = new Set<string>()
  const search = (left: readonly ReadyRow[], depth: number): readonly RuleInput[] | undefined => {
    const column = space[depth]
    if (left.length === 0) return space.slice(depth).map(({ name, values }) => firstWithin(box, name, values))
    if (column === undefined) return undefined
    const key = `${depth}:${left.map((row) => row.id).join(' ')}`
    if (covered.has(key)) return undefined
    for (const value of column.values) {
      if (box !== undefined && !takes(box, column.name, value)) continue
      const rest = search(
        left.filter((row) => takes(row, column.name, value)),
        depth + 1,
      )
      if (rest !== undefined) return [value, ...rest]
    }
    covered.add(key)
    return undefined
  }
  const gap = search(rows, 0)
  return gap === undefined ? undefined : rowOf(space.map(({ name }, index) => ({ name, value: gap[index] })))
}

function firstWithin(box: ReadyRow | undefined, name: string, values: readonly RuleInput[]): RuleInput {
  return values.find((value) => box === undefined || takes(box, name, value)) ?? null
}

function takes(row: ReadyRow, name: string, value: RuleInput): boolean {
  const cell = row.cells.get(name)
  return cell === undefined || cellMatches(cell, value)
}

function rowOf(found: readonly { name: string; value: RuleInput | undefined }[]): InputRow | undefined {
  const entries = found.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]))
  return entries.length === found.length ? Object.fromEntries(entries) : undefined
}
