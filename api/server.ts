/** Composition root of the API. Prints `ready` with its address once it takes requests. */
import closeWithGrace from 'close-with-grace'
import { productVersion, readConfig, type Config } from '../config.ts'
import { administer } from '../db/administer.ts'
import { createDatabase } from '../db/client.ts'
import { createFieldCipher } from '../db/encryption/field-cipher.ts'
import { createJobQueue } from '../db/enqueue.ts'
import { createExecute } from '../db/execute.ts'
import { codeNotice } from '../db/identity/code-notice.ts'
import { databaseReadiness } from '../db/readiness.ts'
import { createRuleEngine } from '../db/rules/engine.ts'
import { markTold } from '../db/told.ts'
import { createFileStore } from '../files/store.ts'
import { createLogger } from '../log.ts'
import { meterCommands } from '../telemetry/command-metrics.ts'
import { showConnections } from '../telemetry/connection-metrics.ts'
import { serveOperations } from '../telemetry/operations-server.ts'
import { judgeReadiness } from '../telemetry/readiness.ts'
import { createRegistry } from '../telemetry/registry.ts'
import { meterTells } from '../telemetry/tell-metrics.ts'
import { startTracing } from '../telemetry/traces/start-tracing.ts'
import { tracingClient } from '../telemetry/traces/temporal-tracing.ts'
import { traceCommands } from '../telemetry/traces/trace-commands.ts'
import { createTelling } from '../telling.ts'
import { createTemporal } from '../temporal.ts'
import { buildApp } from './app.ts'
import { drainer } from './drain.ts'
import { describeError } from '../db/unexpected-errors.ts'

/** Milliseconds that requests under way get before a stop becomes an end. */
const graceful = 12_000

async function start(config: Config): Promise<void> {
  const logger = createLogger(config, 'api')
  const tracing = await startTracing(config.traces, 'api', productVersion)
  const registry = createRegistry({ served: config.operations.port !== 0 })
  let stopping = false
  const database = createDatabase(config.databaseUrl, {
    onError: (error) => logger.warn({ error: describeError(error) }, 'idle connection lost'),
  })
  showConnections(registry, { main: database.$client })
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const queue = await createJobQueue(config.databaseUrl)
  const temporal = createTemporal(config, await tracingClient(tracing))
  const telling = createTelling({
    send: meterTells(registry, (told) => temporal.tell(told)),
    markTold: (told) => markTold(database, told),
  })
  const enqueue = queue.enqueue.bind(queue)
  const app = await buildApp({
    database,
    cipher,
    config,
    version: productVersion,
    logger,
    administer,
    execute: meterCommands(
      registry,
      traceCommands(
        createExecute({
          database,
          cipher,
          rules: createRuleEngine(),
          bank: {
            submitDeadlineMs: config.bank.timeoutMs,
            notFoundGraceMs: config.bank.notFoundGraceMs,
            dedupWindowMs: config.bank.dedupWindowMs,
          },
          enqueue,
        }),
      ),
    ),
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
    traced: tracing !== undefined,
  })
  const readDatabase = databaseReadiness(database)
  const operations = await serveOperations({
    ...config.operations,
    registry,
    readiness: async () =>
      judgeReadiness(
        { ...(await readDatabase()), temporal: await temporal.state() },
        { needsTemporal: false, stopping },
      ),
  })

  const drain = drainer(app)
  closeWithGrace({ delay: graceful, logger }, async ({ err }) => {
    if (err !== undefined) logger.error({ error: describeError(err) }, 'stopping after an error')
    stopping = true
    await drain()
    await telling.settle()
    await Promise.allSettled([
      queue.stop(),
      temporal.close(),
      database.$client.end(),
      operations.close(),
      tracing?.stop(),
    ])
  })

  const { host, port } = config.api
  const address = await app.listen({ host, port })
  process.stdout.write(`ready ${address}\n`)
}

await start(readConfig())
