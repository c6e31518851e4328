import { canonicalJson } from '../canonical-json.ts'
import type { RuleContract } from '../contracts.ts'
import { ruleFault, type RuleFault } from '../faults.ts'
import { fire, inputFaults, readyRow, type ReadyRow } from '../fire.ts'
import type { OutputRow, RuleTable, RuleTestCase } from '../table.ts'

/** The test cases that the table brings along pass. Call only when every cell parses. */
export function testCaseFaults(table: RuleTable, contract: RuleContract): readonly RuleFault[] {
  if (table.testCases.length === 0) return [ruleFault('noTestCases', table.id)]
  return runTestCases(table, contract).flatMap(({ faults }) => faults)
}

interface RanCase {
  readonly name: string
  /** The rows that fired; none where the case could not be asked. */
  readonly rows: readonly string[]
  readonly faults: readonly RuleFault[]
}

/** Each test case by itself, for whoever writes them: which rows fire, and what is wrong with it. */
export function runTestCases(table: RuleTable, contract: RuleContract): readonly RanCase[] {
  const rows = table.rows.flatMap((row) => readyRow(row, contract) ?? [])
  return table.testCases.map((testCase) => {
    const { name, expectRows, expectOutputs } = testCase
    const inputs = testInputs(table, testCase)
    const wrong = inputFaults(inputs, contract)
    if (wrong.length > 0)
      return { name, rows: [], faults: [ruleFault('testCaseMalformed', name, wrong.join(', '))] }
    const fired = fire(rows, inputs, contract)
    const faults =
      expectRows === undefined && expectOutputs === undefined
        ? [ruleFault('testCaseMalformed', name, 'expects nothing')]
        : failure(testCase, fired)
    return { name, rows: fired.map((row) => row.id), faults }
  })
}

export function testInputs(table: RuleTable, testCase: RuleTestCase): RuleTestCase['inputs'] {
  return { ...table.testDefaults, ...testCase.inputs }
}

function failure(testCase: RuleTestCase, fired: readonly ReadyRow[]): readonly RuleFault[] {
  const ids = fired.map((row) => row.id)
  const { expectRows, expectOutputs } = testCase
  if (expectRows !== undefined && expectRows.join('\n') !== ids.join('\n'))
    return [ruleFault('testCaseFails', testCase.name, `fired: ${ids.join(', ')}`)]
  const outputs = fired.map((row) => row.gives)
  if (expectOutputs !== undefined && !sameOutputs(expectOutputs, outputs))
    return [ruleFault('testCaseFails', testCase.name, JSON.stringify(outputs))]
  return []
}

function sameOutputs(expected: readonly OutputRow[], found: readonly OutputRow[]): boolean {
  return (
    expected.length === found.length &&
    expected.every((row, index) =>
      Object.entries(row).every(
        ([name, value]) => canonicalJson(value) === canonicalJson(found[index]?.[name] ?? null),
      ),
    )
  )
}
