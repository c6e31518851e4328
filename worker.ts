/** Composition root of the Temporal worker: workflows, and the activities that issue commands and talk to the bank. */
import { NativeConnection, Runtime, Worker, DefaultLogger, bundleWorkflowCode } from '@temporalio/worker'
import closeWithGrace from 'close-with-grace'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { SignedHttpBank } from './activities/bank/signed-http-bank.ts'
import { createActivities } from './activities/create-activities.ts'
import { readConfig, type Config } from './config.ts'
import { createDatabase } from './db/client.ts'
import { createFieldCipher } from './db/encryption/field-cipher.ts'
import { createJobQueue } from './db/enqueue.ts'
import { createExecute } from './db/execute.ts'
import { readIntent } from './db/payments/read-intent.ts'
import { createRuleEngine } from './db/rules/engine.ts'
import { markTold, readTold } from './db/told.ts'
import { createLogger } from './log.ts'
import { createDataConverter } from './temporal-codec.ts'
import { createTelling } from './telling.ts'
import { createTemporal } from './temporal.ts'

const workflowsPath = fileURLToPath(new URL('workflows/index.ts', import.meta.url))

async function start(config: Config): Promise<void> {
  const log = createLogger(config, 'worker')
  // The SDK's own lines quote errors; ours carry codes and ids only.
  Runtime.install({ logger: new DefaultLogger('WARN', ({ level, message }) => log.warn({ level }, message)) })
  const database = createDatabase(config.databaseUrl, {
    onError: (error) => log.warn({ fault: error.name }, 'idle connection lost'),
  })
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const queue = await createJobQueue(config.databaseUrl)
  const temporal = createTemporal(config)
  const telling = createTelling({
    send: (told) => temporal.tell(told),
    markTold: (told) => markTold(database, told),
  })
  const bank = {
    submitDeadlineMs: config.bank.timeoutMs,
    notFoundGraceMs: config.bank.notFoundGraceMs,
    dedupWindowMs: config.bank.dedupWindowMs,
  }
  const execute = createExecute({
    database,
    cipher,
    rules: createRuleEngine(),
    bank,
    enqueue: (tx, name, jobs) => queue.enqueue(tx, name, jobs),
  })
  const activities = createActivities({
    execute,
    readTold: (claimId) => readTold(database, claimId),
    tell: (told) => telling.tell(told),
    bank: createBank(config),
    readIntent: (intentId) => readIntent(database, cipher, intentId),
  })
  const dataConverter = createDataConverter(config.fieldKeys)
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, ...dataConverterPaths(dataConverter) })
  const connection = await NativeConnection.connect({ address: config.temporalAddress })
  const worker = await Worker.create({
    connection,
    namespace: config.temporalNamespace,
    taskQueue: config.taskQueue,
    dataConverter,
    activities,
    workflowBundle,
    // It stands twice in every workflow task's events, so it is as short as still says which code ran.
    buildId: createHash('sha256').update(workflowBundle.code).digest('hex').slice(0, 12),
    maxConcurrentActivityTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 20,
    // A task for a worker that died waits this long before another one gets it. For ten seconds after the death
    // such tasks still come up, so the usual ten more would leave a claim waiting for twenty.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    shutdownGraceTime: '5 seconds',
  })
  const running = worker.run()
  closeWithGrace({ delay: 15_000 }, async () => {
    worker.shutdown()
    await running.catch(() => {})
    await telling.settle()
    await Promise.allSettled([queue.stop(), temporal.close(), connection.close(), database.$client.end()])
  })
  process.stdout.write('ready worker\n')
  await running
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

function dataConverterPaths({ failureConverterPath }: { readonly failureConverterPath?: string }) {
  return failureConverterPath === undefined ? {} : { failureConverterPath }
}

await start(readConfig())
