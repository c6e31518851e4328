/**
 * The secrets of one data folder. They are made on the first start and kept:
 * what was encrypted with a key can be read with that key only.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Secrets {
  /** `id:base64`, as `config.ts` reads key rings. */
  readonly fieldKeys: string
  readonly lookupKey: string
  readonly bankSecret: string
  readonly messageGatewaySecret: string
  readonly superuserPassword: string
  readonly ownerPassword: string
  readonly appPassword: string
  readonly readerPassword: string
  /** Of Temporal's production server, where that shares the cluster. */
  readonly temporalPassword: string
}

function make(): Secrets {
  const key = (): string => randomBytes(32).toString('base64')
  const password = (): string => randomBytes(18).toString('base64url')
  return {
    fieldKeys: `k1:${key()}`,
    lookupKey: key(),
    bankSecret: key(),
    messageGatewaySecret: key(),
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
    readerPassword: password(),
    temporalPassword: password(),
  }
}

/**
 * Reads the secrets of this folder, or makes them on the first start.
 *
 * @param cluster is where a database that was written with older secrets lies,
 *   if there is one. New secrets would then hide a loss instead of showing it,
 *   so their absence is an error.
 */
export function keepSecrets(folder: string, cluster?: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file) && cluster !== undefined) {
    throw new Error(
      `${file} is gone, but the database that it belongs to is still there. Put the file back, or remove ${cluster} to begin anew.`,
    )
  }
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  // A later version may need a secret that the folder was not begun with.
  const secrets: Secrets = { ...make(), ...kept }
  const written = `${file}.${process.pid}`
  writeFileSync(written, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(written, file)
  return secrets
}
