import { canonicalJson } from './canonical-json.ts'
import type { RuleContract } from './contracts.ts'
import { fire, inputFaults, readyRow } from './fire.ts'
import type { InputRow, RuleTable } from './table.ts'

/** What a draft would have decided otherwise than the version that was used. */
export interface BacktestChange {
  readonly inputs: InputRow
  readonly usedVersion: number
  readonly usedRows: readonly string[]
  readonly draftRows: readonly string[]
  readonly draftOutputs: readonly Readonly<Record<string, unknown>>[]
}

export interface BacktestReport {
  readonly compared: number
  /** Uses whose stored inputs no longer fit the table's columns; they need a person's eye. */
  readonly notComparable: number
  readonly changes: readonly BacktestChange[]
}

/** The part of a stored use that a back-test needs. */
interface PastUse {
  readonly version: number
  readonly rows: readonly string[]
  readonly inputs: InputRow
  readonly outputs?: readonly unknown[]
}

/**
 * Asks a linted draft what closed claims asked the table in force, before anyone depends on it. Where the
 * outputs were stored they are compared, since rows may have been renamed; else the rows are.
 */
export function backtest(draft: RuleTable, contract: RuleContract, past: readonly PastUse[]): BacktestReport {
  const rows = draft.rows.flatMap((row) => readyRow(row, contract) ?? [])
  const comparable = past.filter((use) => inputFaults(use.inputs, contract).length === 0)
  const changes = comparable.flatMap((use) => {
    const fired = fire(rows, use.inputs, contract)
    const draftRows = fired.map((row) => row.id)
    const draftOutputs = fired.map((row) => row.gives)
    const same =
      use.outputs === undefined
        ? use.rows.join('\n') === draftRows.join('\n')
        : canonicalJson(use.outputs) === canonicalJson(draftOutputs)
    return same
      ? []
      : [{ inputs: use.inputs, usedVersion: use.version, usedRows: use.rows, draftRows, draftOutputs }]
  })
  return { compared: comparable.length, notComparable: past.length - comparable.length, changes }
}
