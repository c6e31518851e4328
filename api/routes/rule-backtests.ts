import { Type } from 'typebox'
import { runBacktest } from '../../db/rules/run-backtest.ts'
import { ruleTableIds } from '../../domain/rules/contracts.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { ruleDocument } from '../schemas/rules.ts'
import { closed, id, list, nullable, oneOf } from '../schemas/values.ts'
import { isoInstant } from '../wire.ts'

/** Enough to see a pattern; the counts are of all. */
const mostSamples = 20

const count = Type.Integer({ minimum: 0 })
const anything = Type.Unknown({ description: 'A value of this output; null where the side says nothing.' })
const subject = nullable(Type.String({ description: 'The check, item or rung that it is about.' }))

const report = closed({
  decisions: Type.Integer({ minimum: 0, description: 'Decisions that the draft was asked.' }),
  claims: count,
  changedDecisions: count,
  changedClaims: count,
  notComparable: Type.Integer({
    minimum: 0,
    description: 'Decisions whose stored inputs no longer fit the columns of the table.',
  }),
  outputs: list(
    closed({
      output: Type.String(),
      subject,
      decisions: count,
      transitions: list(closed({ from: anything, to: anything, decisions: count })),
    }),
    'By which outputs, most decisions first.',
  ),
  amounts: list(
    closed({
      name: Type.String(),
      risen: count,
      fallen: count,
      netMinor: nullable(Type.Integer({ description: 'Rises less falls; null when it is 2^53 or more.' })),
      largestRiseMinor: count,
      largestFallMinor: count,
    }),
    'By how much in fen, where an answer comes to an amount.',
  ),
  samples: list(
    closed({
      caseNumber: Type.String(),
      at: wireInstant,
      usedVersion: Type.Integer(),
      usedRows: list(Type.String()),
      draftRows: list(Type.String()),
      inputs: Type.Record(Type.String(), anything),
      differences: list(closed({ output: Type.String(), subject, from: anything, to: anything })),
    }),
    `The first ${mostSamples} that were found, the newest first.`,
  ),
  milliseconds: count,
})

/** What a draft would change, before anybody depends on it. */
export function ruleBacktestRoutes(app: Api, { database }: Dependencies): void {
  app.post(
    '/rules/:table/backtests',
    {
      config: { action: 'manageRules', idempotencyKey: false },
      schema: {
        tags: ['rules'],
        summary: 'Try a draft on closed claims 规则回测',
        params: closed({ table: oneOf(ruleTableIds, 'A decision table.') }),
        body: closed({
          draft: Type.Union([closed({ document: ruleDocument }), closed({ versionId: id })]),
          most: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 200_000,
              default: 50_000,
              description: 'The newest so many decisions are asked.',
            }),
          ),
        }),
        refusals: ['ruleTableInvalid'],
        response: { 200: report },
      },
    },
    async (request, reply) => {
      const { draft, most = 50_000 } = request.body
      const begun = performance.now()
      const found = await runBacktest(database, request.params.table, draft, {
        most,
        samples: mostSamples,
        wanted: () => !reply.raw.destroyed,
      })
      const samples = found.samples.map((sample) => ({ ...sample, at: isoInstant(sample.at) }))
      return { ...found, samples, milliseconds: Math.round(performance.now() - begun) }
    },
  )
}
