import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asUser } from '../../../scripts/embedded/postgres/postgres.ts'
import { type Product, type Progress, startProduct } from '../../../scripts/embedded/product.ts'
import {
  aliveIn,
  nothingBrought,
  standInCheckout,
  type TemporaryFolder,
  temporaryFolder,
} from './stand-ins.ts'

const reached = async (url: string): Promise<Record<string, string>> =>
  (await (await fetch(url)).json()) as Record<string, string>

describe('the product', () => {
  let code: TemporaryFolder
  let product: Product
  const progress: Progress[] = []

  beforeAll(async () => {
    code = temporaryFolder()
    product = await startProduct({
      codeFolder: standInCheckout(code.path),
      environment: { ...nothingBrought, LOG_LEVEL: 'error' },
      report: (step) => progress.push(step),
    })
  })
  afterAll(async () => {
    await product.stop()
    code.remove()
  })

  it('is up with everything in it, and says how long each step took', () => {
    expect([...aliveIn(product.dataFolder)].toSorted()).toEqual([
      'api',
      'bank',
      'jobs',
      'messages',
      'postgres',
      'temporal',
      'worker',
    ])
    expect(progress.every((step) => (step.milliseconds ?? 0) > 0)).toBe(true)
    expect(progress.map((step) => step.text)).toContain('Demonstration data in place')
  })

  it('migrates before anything relies on the database', async () => {
    const { rows } = await asUser(product.urls.databaseOwner, (client) =>
      client.query('select * from migrated'),
    )
    expect(rows).toHaveLength(1)
  })

  it('tells its services where everything is, but not how to become the owner of the database', async () => {
    const told = await reached(product.urls.api)
    expect(told).toMatchObject({
      LIPEI_MODE: 'embedded',
      LOG_LEVEL: 'error',
      DATABASE_URL: product.urls.database,
      TEMPORAL_ADDRESS: product.urls.temporal,
      BANK_URL: product.urls.bank,
      MESSAGE_GATEWAY_URL: product.urls.messageGateway,
      PUBLIC_URL: product.urls.api,
    })
    expect(told).not.toHaveProperty('DATABASE_OWNER_URL')
  })

  it.each([
    ['bank', 'BANK'],
    ['messageGateway', 'MESSAGE_GATEWAY'],
  ] as const)('shares one secret with the %s and none of the others', async (name, prefix) => {
    const told = await reached(product.urls[name])
    const own = `${prefix}_SECRET`
    expect(told[own]).toBe(product.environment[own])
    const ours = ['BANK_SECRET', 'MESSAGE_GATEWAY_SECRET', 'FIELD_KEYS', 'LOOKUP_KEY', 'DATABASE_URL']
    expect(ours.filter((secret) => told[secret])).toEqual([own])
    expect(told[`${prefix}_CALLBACK_URL`]).toMatch(`${product.urls.api}/`)
  })

  it('brings a killed API back under the same address', async () => {
    const api = product.child('api')
    const before = api.pid
    api.kill()
    await expect
      .poll(() => reached(product.urls.api).catch(() => undefined), { timeout: 5_000 })
      .toBeDefined()
    expect(api.pid).not.toBe(before)
  })
})

describe('a start that fails', () => {
  it('names the program and shows its last words, and leaves nothing running', async () => {
    const code = temporaryFolder()
    const data = temporaryFolder()
    const broken = { 'worker.ts': "process.stderr.write('no task queue\\n'); process.exit(2)\n" }
    const environment = nothingBrought
    const options = { codeFolder: standInCheckout(code.path, broken), dataFolder: data.path, environment }
    await expect(startProduct(options)).rejects.toThrow(/worker ended with 2[\s\S]*no task queue/)
    expect(aliveIn(data.path)).toEqual([])
    expect(existsSync(join(data.path, 'supervisor.lock'))).toBe(false)
    code.remove()
    data.remove()
  })

  it('never loads demonstration data into a database that somebody brought, unless told to', async () => {
    const code = temporaryFolder()
    const ran = join(code.path, 'demonstration-ran')
    const changed = {
      'scripts/migrate.ts': '',
      'scripts/demonstration-data.ts': `import { writeFileSync } from 'node:fs'\nwriteFileSync('${ran}', process.env.LIPEI_MODE)\n`,
    }
    const codeFolder = standInCheckout(code.path, changed)
    const environment = {
      ...nothingBrought,
      DATABASE_URL: 'postgres://x@127.0.0.1:1/x',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    }
    const careful = await startProduct({ codeFolder, environment })
    expect(careful.environment).toMatchObject({
      LIPEI_MODE: 'production',
      DATABASE_URL: environment.DATABASE_URL,
    })
    expect(existsSync(ran)).toBe(false)
    await careful.stop()
    const demonstration = await startProduct({ codeFolder, environment, demonstration: true })
    expect(existsSync(ran)).toBe(true)
    await demonstration.stop()
    code.remove()
  })
})
