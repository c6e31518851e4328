import { Type } from 'typebox'
import { contractOf, ruleContracts, ruleTableIds } from '../../domain/rules/contracts.ts'
import { type RuleFault, ruleFaultTexts } from '../../domain/rules/faults.ts'
import { lintTable } from '../../domain/rules/lint/lint-table.ts'
import { runTestCases } from '../../domain/rules/lint/test-cases.ts'
import { readRuleTable } from '../../domain/rules/shape.ts'
import type { Api } from '../api.ts'
import { ruleDocument } from '../schemas/rules.ts'
import { closed, list, oneOf } from '../schemas/values.ts'

const params = closed({ table: oneOf(ruleTableIds, 'A decision table.') })

const column = closed({
  name: Type.String(),
  kind: Type.String(),
  values: Type.Optional(list(Type.String(), 'The words that it may be.')),
  optional: Type.Boolean({ description: 'Whether it may be unknown (an input) or null (an output).' }),
})

const fault = closed({
  code: oneOf(Object.keys(ruleFaultTexts)),
  at: Type.String({ description: 'Row, row.column, test case or table.' }),
  detail: Type.Optional(Type.String()),
  text: closed({ zh: Type.String(), en: Type.String() }),
})

/** What an editor of tables asks while somebody writes: columns, faults, test cases. Nothing is stored. */
export function ruleCheckRoutes(app: Api): void {
  app.get(
    '/rules/:table/columns',
    {
      config: { action: 'readRules' },
      schema: {
        tags: ['rules'],
        summary: 'The columns of a table 规则列定义',
        params,
        response: {
          200: closed({
            hitPolicy: oneOf(['first', 'collect', 'firstOfEach']),
            inputs: list(column),
            outputs: list(column),
          }),
        },
      },
    },
    async ({ params: { table } }) => {
      const { hitPolicy, inputs, outputs } = ruleContracts[table]
      return { hitPolicy, inputs: columnsOf(inputs), outputs: columnsOf(outputs) }
    },
  )

  app.post(
    '/rules/:table/checks',
    {
      config: { action: 'readRules', idempotencyKey: false },
      schema: {
        tags: ['rules'],
        summary: 'Check a draft and run its test cases 校验草稿并运行测试用例',
        params,
        body: closed({ document: ruleDocument }),
        response: {
          200: closed({
            faults: list(fault),
            cases: list(
              closed({ name: Type.String(), rows: list(Type.String()), faults: list(fault) }),
              'The rows that fire for each test case; none while a cell cannot be read.',
            ),
          }),
        },
      },
    },
    async ({ body: { document } }) => {
      const table = readRuleTable(document)
      const contract = 'code' in table ? undefined : contractOf(table.id)
      const cases = 'code' in table || contract === undefined ? [] : runTestCases(table, contract)
      return {
        faults: lintTable(document).map(worded),
        cases: cases.map(({ faults, ...rest }) => ({ ...rest, faults: faults.map(worded) })),
      }
    },
  )
}

function worded(found: RuleFault) {
  return { ...found, text: ruleFaultTexts[found.code] }
}

type Field = (typeof ruleContracts)[keyof typeof ruleContracts]['inputs' | 'outputs']

function columnsOf(fields: Field) {
  return Object.entries(
    fields as Readonly<
      Record<string, { kind: string; values?: readonly string[]; unknown?: true; nullable?: true }>
    >,
  ).map(([name, { kind, values, unknown, nullable }]) => ({
    name,
    kind,
    ...(values === undefined ? {} : { values }),
    optional: (unknown ?? nullable) === true,
  }))
}
