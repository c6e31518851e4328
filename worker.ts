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
import { createBank } from './activities/bank/create-bank.ts'
import { createActivities } from './activities/create-activities.ts'
import { readConfig, type Config } from './config.ts'
import { readIntent } from './db/payments/read-intent.ts'
import { readState } from './db/reads/state.ts'
import { readTold } from './db/told.ts'
import { openFoundation } from './foundation.ts'
import { repeat } from './jobs/repeat.ts'
import { createLogger } from './log.ts'
import { signsOfLife } from './signs-of-life.ts'
import { createFailingClaims } from './telemetry/failing-claims.ts'
import { serveOperations } from './telemetry/operations-server.ts'
import { judgeReadiness } from './telemetry/readiness.ts'
import { type CoreMetrics, coreMetrics } from './telemetry/temporal-core-metrics.ts'
import { tracedWorkflows, tracingWorker } from './telemetry/traces/temporal-tracing.ts'
import { createDataConverter } from './temporal-codec.ts'
import { workflowBundle } from './workflow-bundle.ts'

async function start(config: Config): Promise<void> {
  const log = createLogger(config, 'worker')
  const core = config.operations.port === 0 ? undefined : await coreMetrics()
  Runtime.install({
    // The SDK's own lines quote errors; ours carry codes and ids only.
    logger: new DefaultLogger('WARN', ({ level, message }) => log.warn({ level }, message)),
    ...(core === undefined ? {} : { telemetryOptions: { metrics: exporter(core) } }),
  })
  const foundation = await openFoundation(config, 'worker', (error) =>
    log.warn({ fault: error.name }, 'idle connection lost'),
  )
  const { tracing, registry, database, moneyDatabase, cipher, temporal, telling } = foundation
  const failing = createFailingClaims(registry, (claim) => log.error(claim, 'a claim cannot go on'))
  const activities = createActivities({
    execute: failing.watch(foundation.execute),
    readTold: (claimId) => readTold(database, claimId),
    readState: (claimId) => readState(database, claimId),
    tell: (told) => telling.tell(told),
    startPayment: (payment) => temporal.startPayment(payment),
    bank: createBank(registry, config.bank),
    readIntent: (intentId) => readIntent(moneyDatabase, cipher, intentId),
  })
  const dataConverter = createDataConverter(config.payloadKeys)
  const code = await workflowBundle({ folder: config.workflowBundles, ...tracedWorkflows(tracing) })
  const connection = await NativeConnection.connect({ address: config.temporalAddress })
  const { interceptors: traced, ...sinks } = await tracingWorker(tracing)
  const worker = await Worker.create({
    connection,
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
    dataConverter,
    activities,
    workflowBundle: { code },
    // It stands twice in every workflow task's events, so it is as short as still says which code ran.
    buildId: createHash('sha256').update(code).digest('hex').slice(0, 12),
    ...sinks,
    interceptors: { activity: [signsOfLife, ...(traced?.activity ?? [])] },
    maxConcurrentActivityTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 20,
    // A task for a worker that died waits this long before another one gets it. For ten seconds after the death
    // such tasks still come up, so the usual ten more would leave a claim waiting for twenty.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    shutdownGraceTime: '5 seconds',
  })
  const operations = await serveOperations({
    ...config.operations,
    registry,
    ...(core === undefined ? {} : { more: () => core.read() }),
    standstill: () => failing.list(),
    readiness: async () =>
      judgeReadiness(await foundation.states(), {
        needsTemporal: true,
        stopping: worker.getState() !== 'RUNNING',
      }),
  })
  const fault = (error: unknown) =>
    log.warn({ work: 'failing', fault: error instanceof Error ? error.name : 'unknown' }, 'work failed')
  // Before the first command: what was told before the start is to be taken back by whatever succeeds.
  await failing.share(database).catch(fault)
  const sharing = repeat(config.operations.sampleIntervalMs, () => failing.share(database), fault)
  const running = worker.run()
  closeWithGrace({ delay: 15_000 }, async () => {
    worker.shutdown()
    await running.catch(() => {})
    await sharing.stop()
    await Promise.allSettled([foundation.close(), connection.close(), operations.close()])
  })
  process.stdout.write('ready worker\n')
  await running
}

function exporter({ bindAddress }: CoreMetrics): MetricsExporterConfig {
  return {
    prometheus: { bindAddress, countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true },
  }
}

await start(readConfig())
