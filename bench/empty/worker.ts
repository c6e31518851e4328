/** A worker with the product's workflows and activities that do nothing but answer as a recorded claim was answered. */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { readFileSync } from 'node:fs'
import type { Activities } from '../../activities/create-activities.ts'
import { readConfig } from '../../config.ts'
import { inheritedEnvironment } from '../../scripts/embedded/environment.ts'
import { createDataConverter } from '../../temporal-codec.ts'
import { createTemporal } from '../../temporal.ts'
import { workflowBundle } from '../../workflow-bundle.ts'
import { claimOf, type Script, since } from './script.ts'

/** To whoever drives: the workflow of the claim was answered so many times, or its money is at the bank. */
export interface Progress {
  readonly claimId: string
  readonly answered?: number
  readonly paid?: true
}

const config = readConfig()
const script = JSON.parse(readFileSync(inheritedEnvironment()['BENCH_SCRIPT'] ?? '', 'utf8')) as Script
const answers = script.told.filter(({ by }) => by === 'workflow')
const answered = new Map<string, number>()
const say = (progress: Progress): void => void process.send?.(progress)

const temporal = createTemporal(config)
const activities: Activities = {
  async readClaim({ claimId }) {
    const [first] = script.told
    if (first === undefined) throw new Error('The script is empty.')
    return since(claimId, script, first.news)
  },
  async issueCommand({ claimId, type }) {
    const count = answered.get(claimId) ?? 0
    const answer = answers[count]
    if (answer === undefined) throw new Error(`The workflow wants ${type} beyond the end of the script.`)
    answered.set(claimId, count + 1)
    say({ claimId, answered: count + 1 })
    return { told: since(claimId, script, answer.news), refused: null }
  },
  async takeFastTrack({ stage }) {
    throw new Error(`The recorded claim was not on the fast track in ${stage}.`)
  },
  async issuePaymentCommand({ type }) {
    if (type !== 'gatePayment') throw new Error(`The bank answers here, so that nobody wants ${type}.`)
    return { refused: null, reply: { sendable: true, fence: 1, deadline: Date.now() + 20_000 } }
  },
  startPayment: (payment) => temporal.startPayment(payment),
  async submitPayment({ intentId }) {
    say({ claimId: claimOf(intentId), paid: true })
    return { status: 'paid' }
  },
  async queryPayment({ intentId }) {
    throw new Error(`The payment ${intentId} was paid at once.`)
  },
}

Runtime.install({ logger: new DefaultLogger('ERROR') })
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: config.temporalAddress }),
  namespace: config.temporalNamespace,
  taskQueue: config.taskQueue,
  dataConverter: createDataConverter(config.fieldKeys),
  activities,
  workflowBundle: { code: await workflowBundle({ folder: config.workflowBundles }) },
  buildId: 'empty',
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentLocalActivityExecutions: 20,
})
process.on('SIGTERM', () => worker.shutdown())
process.stdout.write('ready empty\n')
await worker.run()
await temporal.close()
if (process.connected) process.disconnect()
