import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTable } from '../../../db/rules/compile.ts'
import type { RuleContract } from '../../../domain/rules/contracts.ts'
import type { InputField } from '../../../domain/rules/fields.ts'
import { fire, readyRow } from '../../../domain/rules/fire.ts'
import { rowSpace } from '../../../domain/rules/lint/row-space.ts'
import { testInputs } from '../../../domain/rules/lint/test-cases.ts'
import type { RuleInput, RuleTable } from '../../../domain/rules/table.ts'
import { seedNames, seedTable } from './seed-documents.ts'

/** What the grammar says must fire, by the domain's own matcher. */
function expectedRows(table: RuleTable, contract: RuleContract, inputs: Record<string, RuleInput>) {
  const rows = table.rows.flatMap((row) => readyRow(row, contract) ?? [])
  return fire(rows, inputs, contract).map((row) => row.id)
}

function anyInput(field: InputField, edges: readonly RuleInput[]): fc.Arbitrary<RuleInput> {
  const known: fc.Arbitrary<RuleInput> =
    field.kind === 'boolean'
      ? fc.boolean()
      : field.kind === 'choice'
        ? fc.constantFrom(...field.values)
        : fc.oneof(fc.constantFrom(...edges), fc.integer({ min: field.min, max: Number.MAX_SAFE_INTEGER }))
  return field.unknown === true ? fc.oneof({ weight: 5, arbitrary: known }, fc.constant(null)) : known
}

describe.each(seedNames)('the engine with the table %s', (name) => {
  const { table, contract } = seedTable(name)
  const compiled = compileTable(table)

  it('fires the rows that each of its test cases expects', async () => {
    expect(table.testCases.length).toBeGreaterThan(3)
    for (const testCase of table.testCases) {
      const fired = await compiled.run(testInputs(table, testCase))
      expect(
        fired.map((row) => row.id),
        testCase.name,
      ).toEqual(testCase.expectRows)
    }
  })

  it('means by every cell what the grammar means, at every bound and with unknown facts', async () => {
    const rows = table.rows.flatMap((row) => readyRow(row, contract) ?? [])
    const space = new Map(rowSpace(rows, contract).map((column) => [column.name, column.values]))
    const edges = (input: string) =>
      [...(space.get(input) ?? [0]), Number.MAX_SAFE_INTEGER].flatMap((value) =>
        typeof value === 'number' && value > 0 ? [value - 1, value] : [value],
      )
    const inputs = fc.record(
      Object.fromEntries(
        Object.entries(contract.inputs).map(([input, field]) => [input, anyInput(field, edges(input))]),
      ),
    )
    await fc.assert(
      fc.asyncProperty(inputs, async (asked) => {
        const fired = await compiled.run(asked)
        expect(fired.map((row) => row.id)).toEqual(expectedRows(table, contract, asked))
      }),
      { numRuns: 300 },
    )
  })
})
