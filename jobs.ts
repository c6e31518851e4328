/** Composition root of the job runner: notices, photographs, statements, the sweep and the comparison. */
import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'
import { createBank } from './activities/bank/create-bank.ts'
import { readConfig, type Config } from './config.ts'
import { createFileStore } from './files/store.ts'
import { openFoundation } from './foundation.ts'
import { compare } from './jobs/compare.ts'
import { observe } from './jobs/observe.ts'
import { repeat } from './jobs/repeat.ts'
import { startRunner } from './jobs/runner.ts'
import { keepStandstillTasks } from './jobs/standstill-tasks.ts'
import { sweep } from './jobs/sweep.ts'
import { createLogger } from './log.ts'
import { SignedHttpGateway } from './messaging/signed-http-gateway.ts'
import { createComparisonMetrics, createJobMetrics } from './telemetry/job-metrics.ts'
import { serveOperations } from './telemetry/operations-server.ts'
import { judgeReadiness } from './telemetry/readiness.ts'
import { createStandstills } from './telemetry/standstills.ts'

const sweepPause = 500

async function start(config: Config): Promise<void> {
  const log = createLogger(config, 'jobs')
  const foundation = await openFoundation(config, 'jobs', (error) =>
    log.warn({ fault: faultOf(error) }, 'idle connection lost'),
  )
  const { registry, database, cipher, execute, temporal, send, telling } = foundation
  const bank = createBank(registry, config.bank)
  const runner = await startRunner({
    databaseUrl: config.databaseUrl,
    notices: { database, cipher, gateway: createGateway(config) },
    documents: {
      database,
      cipher,
      files: createFileStore(config.filesFolder, config.fieldKeys),
      limits: { memoryMegabytes: config.photographMegabytes },
    },
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
      await sweep({ database, send })
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
  const observation =
    config.operations.port === 0
      ? undefined
      : observe({
          database,
          registry,
          intervalMs: config.operations.sampleIntervalMs,
          onFailure: failure(log, 'observation'),
        })
  const standstills = createStandstills(
    registry,
    () => temporal.standstills(),
    (standstill) => log.error(standstill, 'a workflow cannot go on'),
  )
  const watching = repeat(
    config.operations.sampleIntervalMs,
    async () => {
      await standstills.refresh()
      await keepStandstillTasks(
        { database, execute, tell: (told) => telling.tell(told), onFailure: failure(log, 'standstill') },
        standstills.list(),
      )
    },
    failure(log, 'standstill'),
  )
  const operations = await serveOperations({
    ...config.operations,
    registry,
    readiness: async () => judgeReadiness(await foundation.states(), { needsTemporal: false }),
    standstill: () => standstills.list(),
  })
  closeWithGrace({ delay: 14_000 }, async () => {
    await Promise.allSettled([
      runner.stop(),
      sweeping.stop(),
      comparing.stop(),
      watching.stop(),
      observation?.stop(),
    ])
    await Promise.allSettled([foundation.close(), operations.close()])
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

await start(readConfig())
