/**
 * The whole product on this machine: database, Temporal, bank simulator, worker,
 * job runner and API. `npm start` runs it on the kept folder and the usual
 * ports; demonstrations, fault runs and tests run it on free ones in a folder
 * that disappears.
 */
import { join } from 'node:path'
import { choosePorts } from './backing.ts'
import { checkoutFolder, defaultDataFolder, openDataFolder, temporaryDataFolder } from './data-folder.ts'
import { type Environment, inheritedEnvironment } from './environment.ts'
import { existingCluster } from './postgres/postgres.ts'
import { keepSecrets } from './secrets.ts'
import type { ServiceName } from './services.ts'
import { startAll } from './start-all.ts'
import { type ChildHandle, Supervisor } from './processes/supervisor.ts'

export interface ProductOptions {
  /** Kept after the stop. Without one, a temporary folder that is removed. */
  readonly dataFolder?: string
  /** The checkout that is run; this one unless another is given. */
  readonly codeFolder?: string
  /** `usual` takes the documented ports where they are free; `free` lets the system choose, which is the standard. */
  readonly ports?: 'usual' | 'free'
  /** Loads demonstration data into a database that is not ours, too. */
  readonly demonstration?: boolean
  /** Variables over those of this process. */
  readonly environment?: Environment
  /** Puts something between the services and what they stand on; the harness itself goes past it. */
  readonly between?: (direct: Backing) => Promise<Backing>
  /** A module that worker, job runner and API load before their own: how a fault run gets into them. */
  readonly preload?: string
  /** How long a program that keeps dying stays away at most; milliseconds, the supervisor's own limit unless told. */
  readonly longestPause?: number
  /** Hears what is done, step by step. */
  readonly report?: (progress: Progress) => void
  /** Stops what was started already; the promise is then rejected. */
  readonly abort?: AbortSignal
  /** As `abort`, at once and without asking. */
  readonly force?: AbortSignal
}

/** What the services stand on, as they are told of it. */
export interface Backing {
  /** Of the application's role. */
  readonly database: string
  /** Host and port. */
  readonly temporal: string
  readonly bank: string
}

export interface Progress {
  readonly text: string
  /** How long the step took; absent when the text is news, not a step. */
  readonly milliseconds?: number
}

export interface ProductUrls {
  readonly api: string
  readonly reference: string
  readonly outbox: string
  /** Host and port, as Temporal's clients want it. */
  readonly temporal: string
  /** Only of the embedded server. */
  readonly temporalUi?: string
  readonly database: string
  readonly databaseOwner: string
  /** Only of the embedded cluster. */
  readonly databaseReader?: string
  readonly bank: string
  readonly messageGateway: string
  /** Where each process shows its metrics and its health. */
  readonly metrics: Readonly<Record<'api' | 'worker' | 'jobs', string>>
}

export type ProgramName =
  | 'postgres'
  | 'temporal'
  | Exclude<ServiceName, 'migration' | 'demonstration-data' | 'pages'>

export interface Product {
  readonly urls: ProductUrls
  readonly dataFolder: string
  /** What the services were started with. */
  readonly environment: Environment
  child(name: ProgramName): ChildHandle
  /** Stops API, worker, jobs, bank, Temporal and PostgreSQL, in this order. */
  stop(): Promise<void>
  /** Ends everything at once. What was committed is safe all the same. */
  force(): Promise<void>
}

const stopOrder: readonly ProgramName[] = [
  'api',
  'worker',
  'jobs',
  'bank',
  'messages',
  'temporal',
  'postgres',
]

/** Node keeps what it made of our modules: a program that died is back a second sooner. */
function remembering(environment: Environment): Environment {
  return { NODE_COMPILE_CACHE: join(defaultDataFolder(environment), 'cache', 'modules'), ...environment }
}

/** Starts everything, waits until all of it is ready, and says where it is. Throws when a part cannot be started; nothing is left running then. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const report = options.report ?? (() => undefined)
  const inherited = remembering({ ...inheritedEnvironment(), ...options.environment })
  const folder =
    options.dataFolder === undefined ? await temporaryDataFolder() : await openDataFolder(options.dataFolder)
  const supervisor = new Supervisor(stopOrder, (text) => report({ text }), options.longestPause)
  const end = async (how: 'stop' | 'force'): Promise<void> => {
    folder.leave()
    await supervisor[how]()
    folder.release()
  }
  const abort = (): void => {
    folder.leave()
    void supervisor.stop()
  }
  const force = (): void => void supervisor.force()
  options.abort?.addEventListener('abort', abort)
  options.force?.addEventListener('abort', force)
  try {
    if (folder.ended.length > 0)
      report({ text: `Ended what a killed start had left: ${folder.ended.join(', ')}.` })
    const started = await startAll(
      {
        folder,
        codeFolder: options.codeFolder ?? checkoutFolder,
        inherited,
        secrets: keepSecrets(folder.path, existingCluster(folder.path)),
        ports: await choosePorts(options.ports ?? 'free', inherited),
        supervisor,
        between: options.between ?? (async (direct) => direct),
        preload: options.preload,
        step: async (title, work) => {
          const began = performance.now()
          const result = await work()
          report({ text: title(result), milliseconds: performance.now() - began })
          return result
        },
      },
      options.demonstration ?? false,
    )
    options.abort?.throwIfAborted()
    return { ...started, stop: () => end('stop'), force: () => end('force') }
  } catch (error) {
    await end('stop')
    throw error
  } finally {
    options.abort?.removeEventListener('abort', abort)
    options.force?.removeEventListener('abort', force)
  }
}
