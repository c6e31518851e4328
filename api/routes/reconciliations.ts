import { type Static, Type } from 'typebox'
import { statementQueue } from '../../db/queues.ts'
import { readFindings, today } from '../../db/statements/read-findings.ts'
import { refuse } from '../../domain/errors.ts'
import { isCivilDate } from '../../domain/time/civil-date.ts'
import type { CivilDate } from '../../domain/time/instant.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { wireInstant } from '../schemas/claim/values.ts'
import { closed, fenAmount, id, list, nullable } from '../schemas/values.ts'
import { onTheWire } from '../wire.ts'

const day = Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, examples: ['2026-11-24'] })
const dayOnly = closed({ day })
const line = closed({
  lineId: Type.String(),
  kind: Type.String({
    description: '`executed` or `returned` at the bank; `unseen` where it shows nothing.',
  }),
  ref: Type.String(),
  amountMinor: fenAmount,
  at: wireInstant,
  finding: Type.String(),
  ownerRole: nullable(Type.String()),
  dueAt: nullable(wireInstant),
  intentId: nullable(id),
  claimId: nullable(id),
})
const quarantined = closed({
  messageId: Type.String(),
  ref: Type.String(),
  receivedAt: wireInstant,
  quarantine: nullable(Type.String()),
})
const answer = closed({
  day,
  statement: nullable(
    Type.String({
      description: '`received`, `receivedInPart` while the day runs, `statementMissing`; null: not asked.',
    }),
  ),
  lines: list(line),
  quarantined: list(quarantined, 'Callbacks of the day that fit nothing we know.'),
})

/** The close of a day: what the bank's statement says against what we hold for paid. */
export function reconciliationRoutes(app: Api, dependencies: Dependencies): void {
  const { database, enqueue } = dependencies
  const administer = administration(dependencies)
  const tags = ['payments']

  app.get(
    '/reconciliations',
    {
      config: { action: 'reconcile' },
      schema: {
        tags,
        summary: 'What a day of the bank has shown 对账结果',
        querystring: dayOnly,
        response: { 200: answer },
      },
    },
    async (request) =>
      onTheWire(await readFindings(database, checked(request.query.day))) as Static<typeof answer>,
  )

  app.post(
    '/reconciliations',
    {
      config: { action: 'reconcile' },
      schema: {
        tags,
        summary: 'Fetch a statement now and compare it 发起对账',
        description: 'The answer says that it was ordered; what it shows is read with GET.',
        body: dayOnly,
        response: { 202: dayOnly },
      },
    },
    async (request, reply) => {
      const wanted = checked(request.body.day)
      if (wanted > (await today(database))) refuseDay()
      const ordered = await administer(request, async (tx) => {
        await enqueue(tx, statementQueue, [{ day: wanted }])
        return { day: wanted }
      })
      return reply.code(202).send(ordered)
    },
  )
}

function checked(text: string): CivilDate {
  return isCivilDate(text) ? text : refuseDay()
}

function refuseDay(): never {
  const text = { zh: '不是可对账的日期。', en: 'This is no day that can be reconciled.' }
  return refuse('malformed', { fields: [{ path: '/day', reason: 'format', text }] })
}
