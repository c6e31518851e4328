/** Workers beside that of the product, from other checkouts: how a deployment has them for a while. */
import { join } from 'node:path'
import type { Product } from '../../embedded/product.ts'
import { Child } from '../../embedded/processes/child.ts'
import { ProcessRecords } from '../../embedded/processes/process-records.ts'
import { service } from '../../embedded/services.ts'

export class Workers {
  readonly #product: Product
  readonly #children = new Map<string, Child>()

  constructor(product: Product) {
    this.#product = product
  }

  /** Started and ready. Its metrics are served nowhere: the product's worker has that port. */
  async start(name: string, codeFolder: string): Promise<void> {
    const { dataFolder } = this.#product
    const environment = { ...this.#product.environment, METRICS_PORT: '0' }
    const specification = service('worker', codeFolder, dataFolder, environment)
    const child = new Child(
      { ...specification, name, logFile: join(dataFolder, 'logs', `${name}.log`) },
      new ProcessRecords(join(dataFolder, `${name}.json`)),
    )
    this.#children.set(name, child)
    await child.start()
  }

  async stop(name: string): Promise<void> {
    await this.#children.get(name)?.stop()
  }

  async force(): Promise<void> {
    for (const child of this.#children.values()) await child.force()
  }
}
