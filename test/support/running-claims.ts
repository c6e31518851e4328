/** Claims that run: a World with a Temporal worker, the bank's simulator and telling, as in production. */
import type { ClientInterceptors } from '@temporalio/client'
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { BankSettings } from '../../activities/bank/gateway.ts'
import { createActivities, type Activities } from '../../activities/create-activities.ts'
import type { AnyClaimCommand, ClaimCommand, Executed } from '../../db/commands.ts'
import { readIntent } from '../../db/payments/read-intent.ts'
import { readState } from '../../db/reads/state.ts'
import { markTold, readTold } from '../../db/told.ts'
import type { CommandType } from '../../domain/claim/commands.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { Told } from '../../domain/claim/told.ts'
import type { KeyRing } from '../../domain/privacy/key-ring.ts'
import { createDataConverter } from '../../temporal-codec.ts'
import { createTelling, type Telling } from '../../telling.ts'
import { createTemporal, type Temporal } from '../../temporal.ts'
import { claimWorkflowId, type ClaimAnswer } from '../../workflows/messages.ts'
import { RunningSimulator } from '../activities/bank/run-simulator.ts'
import { publicTestKeys } from './public-test-keys.ts'
import { quietRuntime } from './quiet-runtime.ts'
import { testTemporal, type TestTemporal } from './temporal.ts'
import { type Member, systemAsker, World } from './world.ts'

quietRuntime()

type Issued<T extends CommandType> = Omit<ClaimCommand<T>, 'type' | 'body' | 'sender' | 'key' | 'claimId'>

interface RunningOptions {
  /** What tracing puts around the client and into the worker. */
  readonly interceptors?: ClientInterceptors
  readonly worker?: Partial<WorkerOptions>
  /** Another server than that of the run. */
  readonly temporal?: TestTemporal
  readonly bank?: Partial<BankSettings>
  /** Puts something between workflows and activities: a failure at the wrong moment. */
  readonly between?: (activities: Activities) => Activities
  /** Those of the stored histories unless given. */
  readonly payloadKeys?: KeyRing
  /** People wait until the workflow has done what it has to do after each decision: no two tells merge. */
  readonly paced?: boolean
}

export class RunningClaims {
  readonly world: World
  readonly bank: RunningSimulator
  readonly temporal: Temporal
  readonly taskQueue: string
  readonly telling: Telling
  readonly #options: RunningOptions
  readonly #address: string
  readonly #namespace: string
  #silent = 0
  #worker: Worker | undefined
  #running: Promise<void> | undefined
  #connection: NativeConnection | undefined

  private constructor(world: World, bank: RunningSimulator, options: RunningOptions) {
    const { address, namespace, taskQueue } = options.temporal ?? testTemporal()
    this.#options = options
    this.world = world
    this.bank = bank
    this.taskQueue = taskQueue
    this.#address = address
    this.#namespace = namespace
    this.temporal = createTemporal(
      {
        temporalAddress: address,
        temporalNamespace: namespace,
        taskQueue,
        payloadKeys: options.payloadKeys ?? publicTestKeys,
      },
      options.interceptors,
    )
    this.telling = createTelling({
      send: (told) => this.temporal.tell(told),
      markTold: (told) => markTold(world.database, told),
    })
  }

  static async start(options: RunningOptions = {}): Promise<RunningClaims> {
    const [world, bank] = await Promise.all([World.create(), new RunningSimulator().start()])
    const running = new RunningClaims(world, bank, options)
    await running.startWorker()
    return running
  }

  async startWorker(): Promise<void> {
    const { world } = this
    const activities = createActivities({
      execute: world.execute,
      readTold: (claimId) => readTold(world.database, claimId),
      readState: (claimId) => readState(world.database, claimId),
      tell: (told) => this.telling.tell(told),
      startPayment: (payment) => this.temporal.startPayment(payment),
      bank: this.bank.gateway({ notFoundGraceMs: 300, ...this.#options.bank }),
      readIntent: (intentId) => readIntent(world.database, world.cipher, intentId),
    })
    this.#connection = await NativeConnection.connect({ address: this.#address })
    this.#worker = await Worker.create({
      connection: this.#connection,
      namespace: this.#namespace,
      taskQueue: this.taskQueue,
      dataConverter: createDataConverter(this.#options.payloadKeys ?? publicTestKeys),
      workflowBundle: { codePath: inject('workflowBundle') },
      buildId: 'test',
      activities: this.#options.between?.(activities) ?? activities,
      shutdownGraceTime: '1 second',
      ...this.#options.worker,
    })
    this.#running = this.#worker.run()
  }

  async stopWorker(): Promise<void> {
    this.#worker?.shutdown()
    await this.#running
    await this.#connection?.close()
    this.#worker = undefined
  }

  async close(): Promise<void> {
    if (this.#worker !== undefined) await this.stopWorker()
    await this.telling.settle()
    await this.temporal.close()
    await this.bank.end('SIGTERM')
    await this.world.close()
  }

  /** Does something without telling the workflows of it, as when whoever told died before. */
  async silently<T>(work: () => Promise<T>): Promise<T> {
    this.#silent += 1
    try {
      return await work()
    } finally {
      this.#silent -= 1
    }
  }

  /** Executes and tells, as the API does. */
  async send(command: AnyClaimCommand): Promise<Executed> {
    const executed = await this.world.execute(command)
    if (executed.tellNeeded && this.#silent === 0) this.telling.tell(executed.told)
    if (this.#options.paced === true) await this.known(executed.told.claimId)
    return executed
  }

  /** A command of a person on a claim. */
  async by<T extends CommandType>(
    sender: Member,
    claimId: string,
    type: T,
    body: ClaimCommand<T>['body'],
    more: Issued<T> = {},
  ): Promise<Executed> {
    return this.send({
      type,
      body,
      sender,
      claimId,
      key: randomUUID(),
      ...more,
    } as unknown as AnyClaimCommand)
  }

  async bySystem<T extends CommandType>(
    claimId: string,
    type: T,
    body: ClaimCommand<T>['body'],
  ): Promise<Executed> {
    return this.send({
      type,
      body,
      sender: systemAsker,
      claimId,
      key: randomUUID(),
    } as unknown as AnyClaimCommand)
  }

  /**
   * Waits until the workflow knows the claim's newest version, and gives what it knows beside what the row
   * says. Asks seldom: each question is work for the worker that the test waits for.
   */
  async known(
    claimId: string,
    within = 15_000,
  ): Promise<{ readonly asked: ClaimAnswer; readonly row: Told }> {
    const deadline = Date.now() + within
    for (;;) {
      const asked = await this.temporal.ask(claimId)
      const row = await readTold(this.world.database, claimId)
      if (asked?.told?.version === row.version && asked.doing === null) return { asked, row }
      if (Date.now() > deadline) {
        throw new Error(`The workflow knows ${JSON.stringify(asked)} of ${JSON.stringify(row)}`)
      }
      await new Promise((resume) => setTimeout(resume, 100))
    }
  }

  /** Waits until the claim's workflow has come to its end. */
  async ended(claimId: string): Promise<void> {
    await this.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).result()
  }

  async state(claimId: string): Promise<ClaimState> {
    return readState(this.world.database, claimId)
  }

  /** Waits until the claim's state fulfils a condition that the workflow or the bank brings about. */
  async until(
    claimId: string,
    fulfilled: (state: ClaimState) => boolean,
    within = 15_000,
  ): Promise<ClaimState> {
    const deadline = Date.now() + within
    for (;;) {
      const state = await this.state(claimId)
      if (fulfilled(state)) return state
      if (Date.now() > deadline) {
        throw new Error(`Waited in vain; the claim is in ${state.stage} with ${JSON.stringify(state.tasks)}`)
      }
      await new Promise((resume) => setTimeout(resume, 25))
    }
  }
}
