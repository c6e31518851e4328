import { Type } from 'typebox'

const example = {
  id: 'surveyNeed',
  version: 3,
  effectiveFrom: '2026-04-01',
  rows: [{ id: 'large', when: { amountMinor: '> 1000000' }, gives: { required: true } }],
  testCases: [{ name: 'large', inputs: { amountMinor: 2_000_000 }, expected: { required: true } }],
}

/** The table as docs/decision-tables.md describes it; the linter of tables says what is wrong, cell by cell. */
export const ruleDocument = Type.Unsafe<Record<string, unknown>>({
  type: 'object',
  additionalProperties: true,
  description: 'A decision table, see docs/decision-tables.md. Faults are listed with their places.',
  examples: [example],
})
