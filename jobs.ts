/** Composition root of the job runner: notices, photographs, statements, the sweep and the comparison. */
import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'
import { meterBank } from './activities/bank/metered-bank.ts'
import { SignedHttpBank } from './activities/bank/signed-http-bank.ts'
import { productVersion, readConfig, type Config } from './config.ts'
import { createDatabase } from './db/client.ts'
import { createFieldCipher } from './db/encryption/field-cipher.ts'
import { createJobQueue } from './db/enqueue.ts'
import { createExecute } from './db/execute.ts'
import { databaseReadiness } from './db/readiness.ts'
import { createRuleEngine } from './db/rules/engine.ts'
import { markTold } from './db/told.ts'
import { createFileStore } from './files/store.ts'
import { compare } from './jobs/compare.ts'
import { observe } from './jobs/observe.ts'
import { repeat } from './jobs/repeat.ts'
import { startRunner } from './jobs/runner.ts'
import { sweep } from './jobs/sweep.ts'
import { createLogger } from './log.ts'
import { meterCommands } from './telemetry/command-metrics.ts'
import { showConnections } from './telemetry/connection-metrics.ts'
import { createComparisonMetrics, createJobMetrics } from './telemetry/job-metrics.ts'
import { serveOperations } from './telemetry/operations-server.ts'
import { judgeReadiness } from './telemetry/readiness.ts'
import { createRegistry } from './telemetry/registry.ts'
import { meterTells } from './telemetry/tell-metrics.ts'
import { SignedHttpGateway } from './messaging/signed-http-gateway.ts'
import { startTracing } from './telemetry/traces/start-tracing.ts'
import { tracingClient } from './telemetry/traces/temporal-tracing.ts'
import { traceCommands } from './telemetry/traces/trace-commands.ts'
import { createTelling } from './telling.ts'
import { createTemporal } from './temporal.ts'

const sweepPause = 500

async function start(config: Config): Promise<void> {
  const log = createLogger(config, 'jobs')
  const tracing = await startTracing(config.traces, 'jobs', productVersion)
  const served = config.operations.port !== 0
  const registry = createRegistry({ served })
  const database = createDatabase(config.databaseUrl, {
    onError: (error) => log.warn({ fault: error.name }, 'idle connection lost'),
  })
  showConnections(registry, { main: database.$client })
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const queue = await createJobQueue(config.databaseUrl)
  const temporal = createTemporal(config, await tracingClient(tracing))
  const tell = meterTells(registry, (told) => temporal.tell(told))
  const telling = createTelling({
    send: tell,
    markTold: (told) => markTold(database, told),
  })
  const execute = meterCommands(
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
        enqueue: (tx, name, jobs) => queue.enqueue(tx, name, jobs),
      }),
    ),
  )
  const bank = meterBank(registry, createBank(config))
  const runner = await startRunner({
    databaseUrl: config.databaseUrl,
    notices: { database, cipher, gateway: createGateway(config) },
    documents: { database, cipher, files: createFileStore(config.filesFolder, config.fieldKeys) },
    statements: {
      database,
      execute,
      tell: (told) => telling.tell(told),
      fetchStatement: (day) => bank.statement(day),
    },
    metrics: createJobMetrics(registry),
    onFailure: (error, name) => log.warn({ queue: name, fault: faultOf(error) }, 'job failed'),
  })
  const sweeping = repeat(
    sweepPause,
    async () => {
      await sweep({ database, send: tell })
    },
    failure(log, 'sweep'),
  )
  const comparison = createComparisonMetrics(registry)
  const comparing = repeat(
    config.compareIntervalMs,
    async () => {
      const missing = await compare({ database, temporal, onFailure: failure(log, 'comparison') })
      comparison.compared(missing)
      if (missing.claimsTold + missing.paymentsStarted > 0) log.warn(missing, 'missing workflows started')
    },
    failure(log, 'comparison'),
  )
  const observation = served
    ? observe({
        database,
        temporal,
        registry,
        intervalMs: config.operations.sampleIntervalMs,
        onStandstill: (standstill) => log.error(standstill, 'a workflow cannot go on'),
        onFailure: failure(log, 'observation'),
      })
    : undefined
  const readDatabase = databaseReadiness(database)
  const operations = await serveOperations({
    ...config.operations,
    registry,
    readiness: async () =>
      judgeReadiness(
        { ...(await readDatabase()), temporal: await temporal.state() },
        { needsTemporal: false },
      ),
    standstill: () => observation?.standstills() ?? [],
  })
  closeWithGrace({ delay: 14_000 }, async () => {
    await Promise.allSettled([runner.stop(), sweeping.stop(), comparing.stop(), observation?.stop()])
    await telling.settle()
    await Promise.allSettled([
      queue.stop(),
      temporal.close(),
      database.$client.end(),
      operations.close(),
      tracing?.stop(),
    ])
  })
  process.stdout.write('ready jobs\n')
}

/** The name of an error and no more: what it says may quote what was being written. */
function faultOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

function failure(log: Logger, work: string) {
  return (error: unknown) => log.warn({ work, fault: faultOf(error) }, 'work failed')
}

function createGateway({ messages }: Config): SignedHttpGateway {
  return new SignedHttpGateway({
    url: messages.url,
    key: { id: messages.keyId, secret: messages.secret },
  })
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
