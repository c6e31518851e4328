import { Type } from 'typebox'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import { databaseReadiness } from '../../db/readiness.ts'
import { judgeReadiness } from '../../telemetry/readiness.ts'
import { closed, oneOf } from '../schemas/values.ts'

const part = oneOf(['process', 'database', 'migrations', 'temporal'])
const readiness = closed({
  ready: Type.Boolean(),
  missing: Type.Array(part, { description: 'Without these nothing is done at all.' }),
  degraded: Type.Array(part, { description: 'These are away, and the work goes on without them.' }),
  database: oneOf(['ok', 'unreachable']),
  migrations: oneOf(['ok', 'behind', 'unknown']),
  temporal: oneOf(['connected', 'unreachable'], 'Shown and not required: decisions are made without it.'),
})

/** For whoever runs the service: is the process alive, and should it be sent requests. */
export function healthRoutes(app: Api, dependencies: Dependencies): void {
  const { database, moneyDatabase = database, temporalState, isStopping } = dependencies
  // While all other connections are at work this process still moves money, so it must not be taken out of service.
  const readDatabase = databaseReadiness(moneyDatabase)

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
      const [state, temporal] = await Promise.all([readDatabase(), temporalState()])
      const found = judgeReadiness(
        { ...state, temporal },
        { needsTemporal: false, stopping: isStopping?.() ?? false },
      )
      return reply.code(found.ready ? 200 : 503).send(found)
    },
  )
}
