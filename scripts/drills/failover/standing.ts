/** A product on a database that somebody brought: two servers, and an address that can be led from one to the other. */
import { FaultProxy } from '../../faults/proxy/fault-proxy.ts'
import { AtHand } from '../at-hand.ts'
import type { Drill } from '../run-drill.ts'
import { killOutright, type Server, startPrimary, startStandby, stopServer } from './servers.ts'

const here = (port: number) => ({ host: '127.0.0.1', port })

export class Standing {
  readonly primary: Server
  /** What the product takes for its database. */
  readonly address: FaultProxy
  /** Between the two servers. */
  readonly line: FaultProxy
  readonly at: AtHand
  readonly #setting: Drill
  #standby: Server | undefined
  #primaryLives = true

  private constructor(primary: Server, address: FaultProxy, line: FaultProxy, at: AtHand, setting: Drill) {
    this.primary = primary
    this.address = address
    this.line = line
    this.at = at
    this.#setting = setting
  }

  static async start(setting: Drill): Promise<Standing> {
    const primary = await startPrimary(setting.folder('primary'))
    const address = await FaultProxy.listen(here(primary.port))
    const line = await FaultProxy.listen(here(primary.port))
    try {
      const at = await AtHand.start({
        dataFolder: setting.folder('product'),
        demonstration: true,
        environment: {
          DATABASE_URL: through(address, primary.postgres.appUrl),
          DATABASE_OWNER_URL: through(address, primary.postgres.ownerUrl),
        },
      })
      return new Standing(primary, address, line, at, setting)
    } catch (error) {
      await stopServer(primary)
      await Promise.all([address.close(), line.close()])
      throw error
    }
  }

  get standby(): Server {
    if (this.#standby === undefined) throw new Error('No server follows yet.')
    return this.#standby
  }

  async follow(): Promise<void> {
    this.#standby = await startStandby(this.primary, {
      dataFolder: this.#setting.folder('standby'),
      copy: this.#setting.folder('copy'),
      through: this.line.port,
    })
  }

  async killPrimary(): Promise<void> {
    this.#primaryLives = false
    await killOutright(this.primary)
  }

  /** Where whatever asks for the database is led to from now on. */
  leadToStandby(): void {
    this.address.lead(here(this.standby.port))
  }

  async end(): Promise<void> {
    await this.at.product.stop()
    if (this.#standby !== undefined) await stopServer(this.#standby)
    if (this.#primaryLives) await stopServer(this.primary)
    await Promise.all([this.address.close(), this.line.close()])
  }
}

function through({ port }: FaultProxy, url: string): string {
  return Object.assign(new URL(url), { port: String(port) }).href
}
