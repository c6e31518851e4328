/** Composition root of the API. Prints `ready` with its address once it takes requests. */
import closeWithGrace from 'close-with-grace'
import { productVersion, readConfig, type Config } from '../config.ts'
import { administer } from '../db/administer.ts'
import { createDatabase } from '../db/client.ts'
import { createFieldCipher } from '../db/encryption/field-cipher.ts'
import { createJobQueue } from '../db/enqueue.ts'
import { createExecute } from '../db/execute.ts'
import { codeNotice } from '../db/identity/code-notice.ts'
import { createRuleEngine } from '../db/rules/engine.ts'
import { markTold } from '../db/told.ts'
import { createFileStore } from '../files/store.ts'
import { createLogger } from '../log.ts'
import { createTelling } from '../telling.ts'
import { createTemporal, type Temporal } from '../temporal.ts'
import { buildApp } from './app.ts'
import { drainer } from './drain.ts'
import { describeError } from './unexpected-errors.ts'

/** Milliseconds that requests under way get before a stop becomes an end. */
const graceful = 12_000

async function start(config: Config): Promise<void> {
  const logger = createLogger(config, 'api')
  const database = createDatabase(config.databaseUrl, {
    onError: (error) => logger.warn({ error: describeError(error) }, 'idle connection lost'),
  })
  const cipher = createFieldCipher(config.fieldKeys, config.lookupKey)
  const queue = await createJobQueue(config.databaseUrl)
  const temporal = createTemporal(config)
  const telling = createTelling({
    send: (told) => temporal.tell(told),
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
    execute: createExecute({
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
    tell: (told) => telling.tell(told),
    ask: (claimId) => temporal.ask(claimId),
    files: createFileStore(config.filesFolder, config.fieldKeys),
    sendCode: codeNotice(cipher, enqueue),
    enqueue,
    bankKeys: [{ id: config.bank.keyId, secret: config.bank.secret }],
    messageKeys: [{ id: config.messages.keyId, secret: config.messages.secret }],
    temporalState: () => temporalState(temporal),
  })

  const drain = drainer(app)
  closeWithGrace({ delay: graceful, logger }, async ({ err }) => {
    if (err !== undefined) logger.error({ error: describeError(err) }, 'stopping after an error')
    await drain()
    await telling.settle()
    await Promise.allSettled([queue.stop(), temporal.close(), database.$client.end()])
  })

  const { host, port } = config.api
  const address = await app.listen({ host, port })
  process.stdout.write(`ready ${address}\n`)
}

async function temporalState({ client }: Temporal): Promise<'connected' | 'unreachable'> {
  const asked = client.connection.withDeadline(Date.now() + 1000, () =>
    client.workflowService.getSystemInfo({}),
  )
  return asked.then(
    () => 'connected',
    () => 'unreachable',
  )
}

await start(readConfig())
