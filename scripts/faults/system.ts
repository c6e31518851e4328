/** The product of a run: on free ports, in a folder of its own, with proxies before what it stands on. */
import { join } from 'node:path'
import type { Environment } from '../embedded/environment.ts'
import { type Backing, type Product, type ProgramName, startProduct } from '../embedded/product.ts'
import { Arming } from './crash/arming.ts'
import type { Behind } from './nemesis/plan.ts'
import { FaultProxy } from './proxy/fault-proxy.ts'
import type { Whereabouts } from './run-folder.ts'

/** What the machine is set to must not lead the run to other servers. */
const nothingBrought = { DATABASE_URL: '', TEMPORAL_ADDRESS: '', BANK_URL: '', MESSAGE_GATEWAY_URL: '' }

/** A bank that answers within a second or not at all, and whose "not found" is final after two. */
const terms: Environment = {
  LOG_LEVEL: 'warn',
  BANK_TIMEOUT_MS: '1000',
  BANK_NOT_FOUND_GRACE_MS: '2000',
  BANK_REQUESTS_PER_SECOND: '60',
  COMPARE_INTERVAL_MS: '5000',
}
/** Between a death and the next start: a run is about what the product needs, not about waiting. */
const longestPause = 50

export interface SystemOptions {
  readonly dataFolder: string
  readonly crashFolder: string
  readonly codeFolder: string | undefined
  /** In place of the terms of a run. */
  readonly environment?: Environment | undefined
}

export class System {
  readonly product: Product
  readonly proxies: Readonly<Record<Behind, FaultProxy>>
  readonly arming: Arming

  private constructor(product: Product, proxies: Readonly<Record<Behind, FaultProxy>>, arming: Arming) {
    this.product = product
    this.proxies = proxies
    this.arming = arming
  }

  static async start({ dataFolder, crashFolder, codeFolder, environment }: SystemOptions): Promise<System> {
    const arming = new Arming(crashFolder)
    const standing = Promise.withResolvers<Readonly<Record<Behind, FaultProxy>>>()
    const product = await startProduct({
      dataFolder,
      ...(codeFolder === undefined ? {} : { codeFolder }),
      environment: { ...nothingBrought, ...terms, ...environment },
      longestPause,
      preload: arming.preload,
      between: async (direct) => {
        const proxies = await proxiesBefore(direct)
        standing.resolve(proxies)
        return throughProxies(direct, proxies)
      },
    })
    return new System(product, await standing.promise, arming)
  }

  /** Where the checker of a run finds what it reads. */
  get whereabouts(): Whereabouts {
    const { urls, environment, dataFolder } = this.product
    return {
      apiUrl: urls.api,
      databaseUrl: urls.databaseOwner,
      temporalAddress: urls.temporal,
      temporalNamespace: 'default',
      taskQueue: 'lipei',
      bankUrl: urls.bank,
      bankJournal: this.bankJournal,
      fieldKeys: environment['FIELD_KEYS'] ?? '',
      dataFolder,
      logsFolder: this.logsFolder,
    }
  }

  get logsFolder(): string {
    return join(this.product.dataFolder, 'logs')
  }

  get bankJournal(): string {
    return join(this.product.dataFolder, 'bank', 'journal.db')
  }

  /** To the program alone; false when it is down at the moment and hears nothing. */
  signal(target: ProgramName, signal: NodeJS.Signals): boolean {
    const child = this.product.child(target)
    if (child.pid === undefined) return false
    child.kill(signal)
    return true
  }

  async end(): Promise<void> {
    await this.product.force()
    await Promise.all(Object.values(this.proxies).map((proxy) => proxy.close()))
  }
}

async function proxiesBefore(direct: Backing): Promise<Readonly<Record<Behind, FaultProxy>>> {
  const before = (url: string) => {
    const { hostname: host, port } = new URL(url)
    return FaultProxy.listen({ host, port: Number(port) })
  }
  return {
    postgres: await before(direct.database),
    temporal: await before(`tcp://${direct.temporal}`),
    bank: await before(direct.bank),
  }
}

function throughProxies(direct: Backing, { postgres, temporal, bank }: System['proxies']): Backing {
  const through = (url: string, { port }: FaultProxy) => {
    const changed = new URL(url)
    changed.port = String(port)
    return changed.href.replace(/\/$/, '')
  }
  return {
    database: through(direct.database, postgres),
    temporal: `127.0.0.1:${temporal.port}`,
    bank: through(direct.bank, bank),
  }
}
