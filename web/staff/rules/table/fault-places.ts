import type { RuleTable } from '../../../../domain/rules/table.ts'
import type { Fault } from '../queries.ts'

export interface FaultPlaces {
  /** Faults of one cell. */
  readonly cell: (row: string, column: string) => readonly Fault[]
  /** Faults of a row as a whole: it overlaps, never fires, stands in the wrong place. */
  readonly row: (row: string) => readonly Fault[]
  /** Everything that belongs to no row. */
  readonly elsewhere: readonly Fault[]
}

/** Puts each fault beside what it is about: `row.column`, `row`, or two rows that meet. */
export function placeFaults(table: RuleTable, faults: readonly Fault[]): FaultPlaces {
  const columns = [...table.inputs, ...table.outputs].map(({ name }) => name)
  const rows = new Set(table.rows.map(({ id }) => id))
  const cells = new Set(table.rows.flatMap(({ id }) => columns.map((column) => `${id}.${column}`)))
  const rowsOf = ({ at }: Fault) => at.split(', ').filter((one) => rows.has(one))
  return {
    cell: (row, column) => faults.filter(({ at }) => at === `${row}.${column}`),
    row: (row) => faults.filter((fault) => rowsOf(fault).includes(row)),
    elsewhere: faults.filter((fault) => !cells.has(fault.at) && rowsOf(fault).length === 0),
  }
}
