/** Composition root of the Temporal worker: workflows, and the activities that issue commands and talk to the bank. */
import {
  type MetricsExporterConfig,
  NativeConnection,
  Runtime,
  Worker,
  DefaultLogger,
} from '@temporalio/worker'
import closeWithGrace from 'close-with-grace'
import { createHash } from 'node:crypto'
import { meterBank } from './activities/bank/metered-bank.ts'
import { SignedHttpBank } from './activities/bank/signed-http-bank.ts'
import { createActivities } from './activities/create-activities.ts'
import { productVersion, readConfig, type Config } from './config.ts'
import { createDatabase } from './db/client.ts'
import { createFieldCipher } from './db/encryption/field-cipher.ts'
import { createJobQueue } from './db/enqueue.ts'
import { createExecute } from './db/execute.ts'
import { readIntent } from './db/payments/read-intent.ts'
import { databaseReadiness } from './db/readiness.ts'
import { createRuleEngine } from './db/rules/engine.ts'
import { markTold, readTold } from './db/told.ts'
import { createLogger } from './log.ts'
import { meterCommands } from './telemetry/command-metrics.ts'
import { showConnections } from './telemetry/connection-metrics.ts'
import { createFailingClaims } from './telemetry/failing-claims.ts'
import { serveOperations } from './telemetry/operations-server.ts'
import { judgeReadiness } from './telemetry/readiness.ts'
import { createRegistry } from './telemetry/registry.ts'
import { meterTells } from './telemetry/tell-metrics.ts'
import { type CoreMetrics, coreMetrics } from './telemetry/temporal-core-metrics.ts'
import { createDataConverter } from './temporal-codec.ts'
import { startTracing } from './telemetry/traces/start-tracing.ts'
import { tracedWorkflows, tracingClient, tracingWorker } from './telemetry/traces/temporal-tracing.ts'
import { traceCommands } from './telemetry/traces/trace-commands.ts'
import { createTelling } from './telling.ts'
import { createTemporal } from './temporal.ts'
import { workflowBundle } from './workflow-bundle.ts'

async function start(config: Config): Promise<void> {
  const log = createLogger(config, 'worker')
  const tracing = await startTracing(config.traces, 'worker', productVersion)
  const served = config.operations.port !== 0
  const registry = createRegistry({ served })
  const core = served ? await coreMetrics() : undefined
  Runtime.install({
    // The SDK's own lines quote errors; ours carry codes and ids only.
    logger: new DefaultLogger('WARN', ({ level, message }) => log.warn({ level }, message)),
    ...(core === undefined ? {} : { telemetryOptions: { metrics: exporter(core) } }),
  })
  const database = createDatabase(config.databaseUrl, {
    onError: (error) => log.warn({ fault: error.name }, 'idle connection lost'),
  })
  showConnections(registry, { main: database.$client })
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const queue = await createJobQueue(config.databaseUrl)
  const temporal = createTemporal(config, await tracingClient(tracing))
  const telling = createTelling({
    send: meterTells(registry, (told) => temporal.tell(told)),
    markTold: (told) => markTold(database, told),
  })
  const bank = {
    submitDeadlineMs: config.bank.timeoutMs,
    notFoundGraceMs: config.bank.notFoundGraceMs,
    dedupWindowMs: config.bank.dedupWindowMs,
  }
  const failing = createFailingClaims(registry, (claim) => log.error(claim, 'a claim cannot go on'))
  const metered = meterCommands(
    registry,
    traceCommands(
      createExecute({
        database,
        cipher,
        rules: createRuleEngine(),
        bank,
        enqueue: (tx, name, jobs) => queue.enqueue(tx, name, jobs),
      }),
    ),
  )
  const activities = createActivities({
    execute: failing.watch(metered),
    readTold: (claimId) => readTold(database, claimId),
    tell: (told) => telling.tell(told),
    startPayment: (payment) => temporal.startPayment(payment),
    bank: meterBank(registry, createBank(config)),
    readIntent: (intentId) => readIntent(database, cipher, intentId),
  })
  const dataConverter = createDataConverter(config.fieldKeys)
  const code = await workflowBundle({ folder: config.workflowBundles, ...tracedWorkflows(tracing) })
  const connection = await NativeConnection.connect({ address: config.temporalAddress })
  const worker = await Worker.create({
    connection,
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
    dataConverter,
    activities,
    workflowBundle: { code },
    // It stands twice in every workflow task's events, so it is as short as still says which code ran.
    buildId: createHash('sha256').update(code).digest('hex').slice(0, 12),
    ...(await tracingWorker(tracing)),
    maxConcurrentActivityTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 20,
    // A task for a worker that died waits this long before another one gets it. For ten seconds after the death
    // such tasks still come up, so the usual ten more would leave a claim waiting for twenty.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    shutdownGraceTime: '5 seconds',
  })
  const readDatabase = databaseReadiness(database)
  const operations = await serveOperations({
    ...config.operations,
    registry,
    ...(core === undefined ? {} : { more: () => core.read() }),
    standstill: () => failing.list(),
    readiness: async () =>
      judgeReadiness(
        { ...(await readDatabase()), temporal: await temporal.state() },
        { needsTemporal: true, stopping: worker.getState() !== 'RUNNING' },
      ),
  })
  const running = worker.run()
  closeWithGrace({ delay: 15_000 }, async () => {
    worker.shutdown()
    await running.catch(() => {})
    await telling.settle()
    await Promise.allSettled([
      queue.stop(),
      temporal.close(),
      connection.close(),
      database.$client.end(),
      operations.close(),
      tracing?.stop(),
    ])
  })
  process.stdout.write('ready worker\n')
  await running
}

function exporter({ bindAddress }: CoreMetrics): MetricsExporterConfig {
  return {
    prometheus: { bindAddress, countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true },
  }
}

function createBank({ bank }: Config): SignedHttpBank {
  return new SignedHttpBank(
    { url: bank.url, key: { id: bank.keyId, secret: bank.secret } },
    {
      dedupWindowMs: bank.dedupWindowMs,
      notFoundGraceMs: bank.notFoundGraceMs,
      referenceLength: 30,
      requestsPerSecond: bank.requestsPerSecond,
      submitTimeoutMs: bank.timeoutMs,
      queryTimeoutMs: bank.timeoutMs,
    },
  )
}

await start(readConfig())
