import { assert } from '../errors.ts'
import type { Instant } from '../time/instant.ts'
import { contractOf } from './contracts.ts'
import { decidedAmounts } from './decided-amounts.ts'
import { differencesBetween, type OutputDifference } from './differences.ts'
import { fire, inputFaults, readyRow } from './fire.ts'
import type { InputRow, OutputRow, RuleTable } from './table.ts'
import { createTally, type AmountTally, type OutputTally } from './tally.ts'

/** What a closed claim once asked the table, and was answered. */
export interface PastDecision {
  readonly caseNumber: string
  readonly at: Instant
  readonly version: number
  readonly rows: readonly string[]
  readonly inputs: InputRow
  /** Absent in old uses, whose rows alone were kept. */
  readonly outputs?: readonly OutputRow[]
}

/** One decision that the draft would have made otherwise. */
export interface BacktestSample extends Pick<PastDecision, 'caseNumber' | 'at' | 'inputs'> {
  readonly usedVersion: number
  readonly usedRows: readonly string[]
  readonly draftRows: readonly string[]
  readonly differences: readonly OutputDifference[]
}

export interface BacktestReport {
  /** Decisions that the draft was asked, and the claims that they belong to. */
  readonly decisions: number
  readonly claims: number
  readonly changedDecisions: number
  readonly changedClaims: number
  /** Uses whose stored inputs no longer fit the table's columns; they need a person's eye. */
  readonly notComparable: number
  /** By which outputs, most decisions first. */
  readonly outputs: readonly OutputTally[]
  /** By how much, in fen, where an answer comes to an amount. */
  readonly amounts: readonly AmountTally[]
  /** The first that were found. */
  readonly samples: readonly BacktestSample[]
}

export interface Backtest {
  readonly ask: (decision: PastDecision) => void
  readonly report: () => BacktestReport
}

/**
 * Asks a linted draft what closed claims asked the table in force, before anyone depends on it. Decisions are
 * handed in one by one, so that a hundred thousand of them never stand in memory. Where the outputs were stored
 * they are compared, since rows may have been renamed; else the rows are.
 */
export function createBacktest(draft: RuleTable, mostSamples: number): Backtest {
  const contract = contractOf(draft.id)
  assert(contract, `${draft.id} is a rule table`)
  const ready = draft.rows.flatMap((row) => readyRow(row, contract) ?? [])
  const [claims, changedClaims] = [new Set<string>(), new Set<string>()]
  const tally = createTally()
  const samples: BacktestSample[] = []
  let [decisions, changedDecisions, notComparable] = [0, 0, 0]

  function ask({ caseNumber, at, version, rows, inputs, outputs }: PastDecision): void {
    assert(contract, `${draft.id} is a rule table`)
    if (inputFaults(inputs, contract).length > 0) {
      notComparable += 1
      return
    }
    decisions += 1
    claims.add(caseNumber)
    const fired = fire(ready, inputs, contract)
    const draftRows = fired.map((row) => row.id)
    const gives = fired.map((row) => row.gives)
    const differences =
      outputs === undefined ? rowDifference(rows, draftRows) : differencesBetween(contract, outputs, gives)
    if (differences.length === 0) return
    changedDecisions += 1
    changedClaims.add(caseNumber)
    tally.differences(differences)
    if (outputs !== undefined) {
      tally.amounts(decidedAmounts(draft.id, inputs, outputs), decidedAmounts(draft.id, inputs, gives))
    }
    if (samples.length < mostSamples) {
      samples.push({ caseNumber, at, inputs, usedVersion: version, usedRows: rows, draftRows, differences })
    }
  }

  return {
    ask,
    report: () => ({
      decisions,
      claims: claims.size,
      changedDecisions,
      changedClaims: changedClaims.size,
      notComparable,
      ...tally.result(),
      samples,
    }),
  }
}

function rowDifference(used: readonly string[], draft: readonly string[]): readonly OutputDifference[] {
  return used.join('\n') === draft.join('\n')
    ? []
    : [{ output: 'rows', subject: null, from: used, to: draft }]
}
