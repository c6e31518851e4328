/** The product's own programs: how each is started and what each is told. */
import { join } from 'node:path'
import type { ChildSpecification } from './child.ts'
import type { Environment } from './environment.ts'
import type { Secrets } from './secrets.ts'

export interface Addresses {
  /** As the application's role. */
  readonly database: string
  readonly temporal: string
  readonly apiPort: number
  readonly bank: string
}

/** What is embedded may be filled with demonstration data; what somebody brought is production unless they say otherwise. */
export type Mode = 'embedded' | 'production'

/** The environment of `worker.ts`, `jobs.ts` and `api/server.ts`, as `config.ts` reads it. What was set outside stays. */
export function serviceEnvironment(
  inherited: Environment,
  addresses: Addresses,
  secrets: Secrets,
  dataFolder: string,
  mode: Mode,
): Environment {
  // The services never hold the owner's rights: they could alter what must only grow.
  const { DATABASE_OWNER_URL: _owner, ...environment } = inherited
  return {
    LIPEI_MODE: mode,
    API_HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${addresses.apiPort}`,
    BANK_KEY_ID: 'lipei',
    BANK_SECRET: secrets.bankSecret,
    FIELD_KEYS: secrets.fieldKeys,
    LOOKUP_KEY: secrets.lookupKey,
    FILES_FOLDER: join(dataFolder, 'files'),
    ...environment,
    API_PORT: String(addresses.apiPort),
    BANK_URL: addresses.bank,
    DATABASE_URL: addresses.database,
    TEMPORAL_ADDRESS: addresses.temporal,
  }
}

/** The bank is the outside world: it shares one secret with us and sees none of the others. */
export function bankEnvironment(
  inherited: Environment,
  secrets: Secrets,
  bank: { readonly port: number; readonly callbackUrl: string; readonly folder: string },
): Environment {
  return {
    BANK_KEY_ID: 'lipei',
    BANK_SECRET: secrets.bankSecret,
    ...inherited,
    BANK_PORT: String(bank.port),
    BANK_JOURNAL: join(bank.folder, 'journal.db'),
    BANK_CALLBACK_URL: bank.callbackUrl,
  }
}

const scripts = {
  migration: 'scripts/migrate.ts',
  'demonstration-data': 'scripts/demonstration-data.ts',
  bank: 'scripts/bank-simulator/server.ts',
  worker: 'worker.ts',
  jobs: 'jobs.ts',
  api: 'api/server.ts',
} as const

export type ServiceName = keyof typeof scripts

/** @param codeFolder is the checkout whose program is run, by its full path, so that a process list tells checkouts apart. */
export function service(
  name: ServiceName,
  codeFolder: string,
  dataFolder: string,
  environment: Environment,
): ChildSpecification {
  return {
    name,
    command: process.execPath,
    args: [join(codeFolder, scripts[name])],
    folder: codeFolder,
    environment,
    logFile: join(dataFolder, 'logs', `${name}.log`),
    ready: /^ready\b/,
    readyWithin: 60_000,
    stopWithin: 15_000,
  }
}
