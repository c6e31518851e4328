/** What worker, job runner and API all stand on: the database, the command path, Temporal, and what is shown of them. */
import type { Registry } from 'prom-client'
import { productVersion, type Config } from './config.ts'
import { createDatabase, type Database } from './db/client.ts'
import { createFieldCipher, type FieldCipher } from './db/encryption/field-cipher.ts'
import { createJobQueue, type JobQueue } from './db/enqueue.ts'
import { createExecute, type Execute } from './db/execute.ts'
import { moneyConnections } from './db/money-pool.ts'
import { databaseReadiness } from './db/readiness.ts'
import { createRuleEngine } from './db/rules/engine.ts'
import { markTold } from './db/told.ts'
import { meterCommands } from './telemetry/command-metrics.ts'
import { showConnections } from './telemetry/connection-metrics.ts'
import type { PartStates } from './telemetry/readiness.ts'
import { createRegistry } from './telemetry/registry.ts'
import { meterTells, type Send } from './telemetry/tell-metrics.ts'
import { startTracing, type Tracing } from './telemetry/traces/start-tracing.ts'
import { tracingClient } from './telemetry/traces/temporal-tracing.ts'
import { traceCommands } from './telemetry/traces/trace-commands.ts'
import { createTelling, type Telling } from './telling.ts'
import { createTemporal, type Temporal } from './temporal.ts'

export interface Foundation {
  readonly tracing: Tracing | undefined
  readonly registry: Registry
  readonly database: Database
  /** The same over connections that nothing but money uses. */
  readonly moneyDatabase: Database
  readonly cipher: FieldCipher
  readonly queue: JobQueue
  /** Counted and traced, as whoever issues commands in this process has to. */
  readonly execute: Execute
  readonly temporal: Temporal
  /** Tells at once, and is done when Temporal has it. */
  readonly send: Send
  readonly telling: Telling
  /** How the parts are at this moment. */
  readonly states: () => Promise<PartStates>
  /** Lets go of everything; what is on its way is told first. */
  readonly close: () => Promise<void>
}

/** @param onLostConnection hears of connections that died while nobody used them. */
export async function openFoundation(
  config: Config,
  process: 'api' | 'worker' | 'jobs',
  onLostConnection: (error: Error) => void,
): Promise<Foundation> {
  const tracing = await startTracing(config.traces, process, productVersion)
  const registry = createRegistry({ served: config.operations.port !== 0 })
  const database = createDatabase(config.databaseUrl, { onError: onLostConnection })
  const moneyDatabase = createDatabase(config.databaseUrl, {
    maxConnections: moneyConnections,
    onError: onLostConnection,
  })
  showConnections(registry, { main: database.$client, money: moneyDatabase.$client })
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const queue = await createJobQueue(config.databaseUrl)
  const temporal = createTemporal(config, await tracingClient(tracing))
  const send = meterTells(registry, (told) => temporal.tell(told))
  const telling = createTelling({ send, markTold: (told) => markTold(database, told) })
  const execute = createExecute({
    database,
    moneyDatabase,
    cipher,
    rules: createRuleEngine(),
    bank: {
      submitDeadlineMs: config.bank.timeoutMs,
      notFoundGraceMs: config.bank.notFoundGraceMs,
      dedupWindowMs: config.bank.dedupWindowMs,
    },
    enqueue: (tx, name, jobs) => queue.enqueue(tx, name, jobs),
  })
  // A process whose other connections are all at work says "later" to some; it is no reason to send it nothing.
  const readDatabase = databaseReadiness(moneyDatabase)
  return {
    tracing,
    registry,
    database,
    moneyDatabase,
    cipher,
    queue,
    execute: meterCommands(registry, traceCommands(execute)),
    temporal,
    send,
    telling,
    states: async () => ({ ...(await readDatabase()), temporal: await temporal.state() }),
    async close() {
      await telling.settle()
      await Promise.allSettled([
        queue.stop(),
        temporal.close(),
        database.$client.end(),
        moneyDatabase.$client.end(),
        tracing?.stop(),
      ])
    },
  }
}
