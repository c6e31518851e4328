import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Backing, type Product, startProduct } from '../../../scripts/embedded/product.ts'
import { nothingBrought, standInCheckout, type TemporaryFolder, temporaryFolder } from './stand-ins.ts'

describe('a product with something between its services and what they stand on', () => {
  const elsewhere: Backing = {
    database: 'postgres://lipei_app@127.0.0.1:1/lipei',
    temporal: '127.0.0.1:2',
    bank: 'http://127.0.0.1:3',
  }
  let code: TemporaryFolder
  let product: Product
  let offered: Backing | undefined

  beforeAll(async () => {
    code = temporaryFolder()
    const preload = join(code.path, 'preload.mjs')
    writeFileSync(preload, `process.env.LOADED_FIRST = process.argv[1]`)
    product = await startProduct({
      codeFolder: standInCheckout(code.path),
      environment: nothingBrought,
      preload,
      between: async (direct) => {
        offered = direct
        return elsewhere
      },
    })
  })
  afterAll(async () => {
    await product.force()
    code.remove()
  })

  const told = async (): Promise<Record<string, string>> =>
    (await (await fetch(product.urls.api)).json()) as Record<string, string>

  it('tells its services the other addresses, and keeps the direct ones for whoever started it', async () => {
    expect(await told()).toMatchObject({
      DATABASE_URL: elsewhere.database,
      TEMPORAL_ADDRESS: elsewhere.temporal,
      BANK_URL: elsewhere.bank,
    })
    const { database, temporal, bank } = product.urls
    expect(offered).toEqual({ database, temporal, bank })
  })

  it('has them load a module first', async () => {
    expect((await told())['LOADED_FIRST']).toBe(join(code.path, 'api', 'server.ts'))
  })
})
