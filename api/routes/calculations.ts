import { Type } from 'typebox'
import { calculate } from '../../domain/adjustment/sheet.ts'
import { calculateOrRefuse } from '../calculation.ts'
import type { Api } from '../api.ts'
import { sheetExample, sheetInput } from '../schemas/claim/sheet.ts'
import { closed } from '../schemas/values.ts'
import { nameCoverageFaults } from './claims/coverage-faults.ts'

const result = Type.Object(
  { outcome: Type.Unsafe<'calculated' | 'noWording'>({ type: 'string', enum: ['calculated', 'noWording'] }) },
  {
    additionalProperties: true,
    description: 'The sheet with every step: formula, inputs, clause, rounding.',
    examples: [calculate(sheetExample)],
  },
)

/** What would be paid if: the same engine as for claims, and nothing is kept. */
export function calculationRoutes(app: Api): void {
  app.post(
    '/calculations',
    {
      config: { action: 'calculate', idempotencyKey: false },
      preValidation: nameCoverageFaults,
      schema: {
        tags: ['sheets'],
        summary: 'Calculate without a claim 试算',
        body: closed({ input: sheetInput }),
        refusals: ['sheetFaults'],
        response: { 200: result },
      },
    },
    async ({ body: { input } }) => calculateOrRefuse(input),
  )
}
