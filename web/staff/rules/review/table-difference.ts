import type { RuleTable, RuleTestCase } from '../../../../domain/rules/table.ts'

/** One thing that a proposal says otherwise; `null` where one side does not have it. */
export interface CellDifference {
  readonly column: string
  readonly from: unknown
  readonly to: unknown
}

type Row = RuleTable['rows'][number]

export interface RowDifference {
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'same'
  /** As it stands in the proposal; as it stood before where it is gone. */
  readonly row: Row
  readonly cells: readonly CellDifference[]
}

/** What people see of a row, by column; a cell that is left out takes anything. */
function cellsOf(row: Row | undefined): ReadonlyMap<string, unknown> {
  if (row === undefined) return new Map()
  const { priority, when, gives, note, source } = row
  return new Map<string, unknown>([
    ['priority', priority],
    ...Object.entries(when),
    ...Object.entries(gives),
    ...(note === undefined ? [] : [['note', note] as const]),
    ...(source === undefined ? [] : [['source', source] as const]),
  ])
}

/** The rows of the proposal in its order, then those that are gone, each with the cells that differ. */
export function compareRows(before: RuleTable | undefined, after: RuleTable): readonly RowDifference[] {
  const old = before?.rows ?? []
  const kept = after.rows.filter(({ id }) => old.some((row) => row.id === id)).map(({ id }) => id)
  const keptBefore = old.filter(({ id }) => kept.includes(id)).map(({ id }) => id)
  const rows = after.rows.map((row): RowDifference => {
    const previous = old.find(({ id }) => id === row.id)
    const cells = compareCells(cellsOf(previous), cellsOf(row))
    if (previous === undefined) return { id: row.id, kind: 'added', row, cells }
    if (cells.length > 0) return { id: row.id, kind: 'changed', row, cells }
    const moved = kept.indexOf(row.id) !== keptBefore.indexOf(row.id)
    return { id: row.id, kind: moved ? 'moved' : 'same', row, cells }
  })
  const gone = old
    .filter(({ id }) => !after.rows.some((row) => row.id === id))
    .map((row): RowDifference => ({
      id: row.id,
      kind: 'removed',
      row,
      cells: compareCells(cellsOf(row), new Map()),
    }))
  return [...rows, ...gone]
}

/** What differs outside the rows and the test cases: the dates. */
export function compareHeads(before: RuleTable | undefined, after: RuleTable): readonly CellDifference[] {
  const heads = (table: RuleTable | undefined) =>
    new Map<string, unknown>([
      ['effectiveFrom', table?.effectiveFrom],
      ['effectiveTo', table?.effectiveTo],
    ])
  return compareCells(heads(before), heads(after))
}

interface CaseDifference {
  /** The name of the test case. */
  readonly column: string
  readonly from: RuleTestCase | null
  readonly to: RuleTestCase | null
}

/** The test cases that came, went, or ask something else. */
export function compareCases(before: RuleTable | undefined, after: RuleTable): readonly CaseDifference[] {
  const cases = (table: RuleTable | undefined) =>
    new Map((table?.testCases ?? []).map((one) => [one.name, one] as const))
  return compareCells(cases(before), cases(after))
}

/** Whether a thing came, went, or says something else. */
export function kindOf({ from, to }: CellDifference): 'added' | 'removed' | 'changed' {
  if (from === null) return 'added'
  return to === null ? 'removed' : 'changed'
}

function compareCells<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): readonly { readonly column: string; readonly from: Value | null; readonly to: Value | null }[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((column) => {
    const [from, to] = [before.get(column) ?? null, after.get(column) ?? null]
    return inOrder(from) === inOrder(to) ? [] : [{ column, from, to }]
  })
}

/** The database gives objects back with their keys in another order. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => a.localeCompare(b)))
      : inner,
  )
}
