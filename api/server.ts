/** Composition root of the API. Prints `ready` with its address once it takes requests. */
import closeWithGrace from 'close-with-grace'
import { productVersion, readConfig, type Config } from '../config.ts'
import { administer } from '../db/administer.ts'
import { codeNotice } from '../db/identity/code-notice.ts'
import { describeError } from '../db/unexpected-errors.ts'
import { createFileStore } from '../files/store.ts'
import { openFoundation } from '../foundation.ts'
import { createLogger } from '../log.ts'
import { serveOperations } from '../telemetry/operations-server.ts'
import { judgeReadiness } from '../telemetry/readiness.ts'
import { buildApp } from './app.ts'
import { configuredLimits } from './plugins/rate-limits.ts'
import { drainer } from './drain.ts'

/** Milliseconds that requests under way get before a stop becomes an end. */
const graceful = 12_000

async function start(config: Config): Promise<void> {
  const logger = createLogger(config, 'api')
  const foundation = await openFoundation(config, 'api', (error) =>
    logger.warn({ error: describeError(error) }, 'idle connection lost'),
  )
  const { tracing, registry, database, moneyDatabase, cipher, queue, execute, temporal, telling } = foundation
  let stopping = false
  const enqueue = queue.enqueue.bind(queue)
  const app = await buildApp({
    database,
    moneyDatabase,
    cipher,
    config,
    version: productVersion,
    logger,
    administer,
    execute,
    tell: (told) => telling.tell(told),
    ask: (claimId) => temporal.ask(claimId),
    files: createFileStore(config.filesFolder, config.fieldKeys),
    sendCode: codeNotice(cipher, enqueue),
    enqueue,
    bankKeys: [{ id: config.bank.keyId, secret: config.bank.secret }],
    messageKeys: [{ id: config.messages.keyId, secret: config.messages.secret }],
    temporalState: () => temporal.state(),
    isStopping: () => stopping,
    metrics: registry,
    rateLimits: configuredLimits(config.requestsPerMinute, config.signIns),
    traced: tracing !== undefined,
    ...(config.pagesFolder === null ? {} : { pagesFolder: config.pagesFolder }),
  })
  const operations = await serveOperations({
    ...config.operations,
    registry,
    readiness: async () => judgeReadiness(await foundation.states(), { needsTemporal: false, stopping }),
  })

  const drain = drainer(app)
  closeWithGrace({ delay: graceful, logger }, async ({ err }) => {
    if (err !== undefined) logger.error({ error: describeError(err) }, 'stopping after an error')
    stopping = true
    await drain()
    await Promise.allSettled([foundation.close(), operations.close()])
  })

  const { host, port } = config.api
  const address = await app.listen({ host, port })
  process.stdout.write(`ready ${address}\n`)
}

await start(readConfig())
