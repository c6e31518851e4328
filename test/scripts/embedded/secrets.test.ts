import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../../config.ts'
import { keepSecrets } from '../../../scripts/embedded/secrets.ts'
import { serviceEnvironment } from '../../../scripts/embedded/services.ts'
import { type TemporaryFolder, temporaryFolder } from './stand-ins.ts'

let folder: TemporaryFolder

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const mode = (): number => statSync(join(folder.path, 'secrets.json')).mode & 0o777

describe('the secrets of a data folder', () => {
  it('are the same at every start', () => {
    const first = keepSecrets(folder.path)
    expect(keepSecrets(folder.path, '/the/cluster')).toEqual(first)
  })

  it('differ from one folder to the next', () => {
    const other = temporaryFolder()
    const values = Object.values(keepSecrets(folder.path))
    expect(Object.values(keepSecrets(other.path)).filter((value) => values.includes(value))).toEqual([])
    expect(new Set(values).size).toBe(values.length)
    other.remove()
  })

  it('can be read by their owner only, even after somebody opened them up', () => {
    keepSecrets(folder.path)
    expect(mode()).toBe(0o600)
    chmodSync(join(folder.path, 'secrets.json'), 0o644)
    keepSecrets(folder.path)
    expect(mode()).toBe(0o600)
  })

  it('gain what a later version needs and lose nothing', () => {
    const { messageGatewaySecret, ...older } = keepSecrets(folder.path)
    writeFileSync(join(folder.path, 'secrets.json'), JSON.stringify(older))
    const newer = keepSecrets(folder.path, '/the/cluster')
    expect(newer).toMatchObject(older)
    expect(newer.messageGatewaySecret).not.toBe(messageGatewaySecret)
    expect(keepSecrets(folder.path)).toEqual(newer)
  })

  it('are not made anew beside data that was written with others', () => {
    keepSecrets(folder.path)
    rmSync(join(folder.path, 'secrets.json'))
    expect(() => keepSecrets(folder.path, '/the/cluster')).toThrow(
      /secrets.json is gone.*remove \/the\/cluster/,
    )
  })

  it('satisfy the configuration of the services, who never get the rights of the owner', () => {
    const inherited = { DATABASE_OWNER_URL: 'postgres://owner@h/d', LOG_LEVEL: 'warn' }
    const addresses = {
      database: 'postgres://app@h/d',
      temporal: 'h:1',
      api: 'http://127.0.0.1:4000',
      apiPort: 4_000,
      bank: 'http://h:2',
      messageGateway: 'http://h:3',
    }
    const secrets = keepSecrets(folder.path)
    const config = readConfig(serviceEnvironment(inherited, addresses, secrets, folder.path, 'embedded'))
    expect(config).toMatchObject({
      mode: 'embedded',
      logLevel: 'warn',
      databaseOwnerUrl: 'postgres://app@h/d',
    })
    expect(config.api).toEqual({ host: '127.0.0.1', port: 4_000, publicUrl: 'http://127.0.0.1:4000' })
  })
})
