import { Type } from 'typebox'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { databaseReadiness } from '../plugins/readiness.ts'
import { closed, oneOf } from '../schemas/values.ts'

const check = oneOf(['ok', 'behind', 'unknown', 'unreachable'])
const readiness = closed({
  ready: Type.Boolean(),
  database: check,
  migrations: check,
  temporal: oneOf(['connected', 'unreachable'], 'Shown and not required: decisions are made without it.'),
})

/** For whoever runs the service: is the process alive, and should it be sent requests. */
export function healthRoutes(app: Api, { database, temporalState }: Dependencies): void {
  const readDatabase = databaseReadiness(database)

  app.get(
    '/health/live',
    {
      // A process that is busy is alive; only the readiness check may say "later".
      config: { action: 'public', pressureHandler: () => undefined },
      schema: {
        tags: ['health'],
        summary: 'The process answers',
        response: { 200: closed({ live: Type.Literal(true) }) },
      },
    },
    async () => ({ live: true as const }),
  )

  app.get(
    '/health/ready',
    {
      config: { action: 'public' },
      schema: {
        tags: ['health'],
        summary: 'The service can do its work',
        response: { 200: readiness, 503: readiness },
      },
    },
    async (_request, reply) => {
      const [state, temporal] = await Promise.all([readDatabase(), temporalState().catch(unreachable)])
      const ready = state.database === 'ok' && state.migrations !== 'behind'
      return reply.code(ready ? 200 : 503).send({ ready, ...state, temporal })
    },
  )
}

const unreachable = () => 'unreachable' as const
