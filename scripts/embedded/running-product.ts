/** The product that `npm start` runs on a data folder, for scripts that speak to it from another process. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from './environment.ts'
import { addressFile, type RememberedAddresses } from './foreground.ts'
import { databaseName, existingCluster, superuser } from './postgres/postgres.ts'
import type { Secrets } from './secrets.ts'
import { serviceEnvironment } from './services.ts'

export interface RunningCluster {
  readonly folder: string
  readonly superuserUrl: string
  readonly appUrl: string
}

/** Throws when no server of our own runs on the folder. */
export function runningCluster(dataFolder: string): RunningCluster {
  const folder = existingCluster(dataFolder)
  const pidFile = join(folder ?? '', 'postmaster.pid')
  if (folder === undefined || !existsSync(pidFile))
    throw new Error(`No product with a database of its own runs from ${dataFolder}.`)
  const port = readFileSync(pidFile, 'utf8').split('\n')[3]
  const { superuserPassword, appPassword } = secretsOf(dataFolder)
  const url = (role: string, password: string, name: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${name}`
  return {
    folder,
    superuserUrl: url(superuser, superuserPassword, 'postgres'),
    appUrl: url('lipei_app', appPassword, databaseName),
  }
}

/** The environment of its services. Throws when it does not run. */
export function environmentOfRunning(dataFolder: string, inherited: Environment): Environment {
  const { appUrl } = runningCluster(dataFolder)
  const addresses = JSON.parse(readFileSync(join(dataFolder, addressFile), 'utf8')) as RememberedAddresses
  const { port } = new URL(addresses.api)
  const known = { ...addresses, apiPort: Number(port), database: appUrl }
  return serviceEnvironment(inherited, known, secretsOf(dataFolder), dataFolder, 'embedded')
}

function secretsOf(dataFolder: string): Secrets {
  return JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')) as Secrets
}
