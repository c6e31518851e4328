/** The product's own programs: how each is started and what each is told. */
import { join } from 'node:path'
import type { ChildSpecification } from './processes/child.ts'
import { defaultDataFolder } from './data-folder.ts'
import type { Environment } from './environment.ts'
import type { Secrets } from './secrets.ts'

/** Where the parts are; all are known before the first one starts, the database's apart. */
export interface Addresses {
  readonly api: string
  readonly apiPort: number
  /** Host and port. */
  readonly temporal: string
  readonly bank: string
  readonly messageGateway: string
}

/** What is embedded may be filled with demonstration data; what somebody brought is production unless they say otherwise. */
export type Mode = 'embedded' | 'production'

/** The environment of `worker.ts`, `jobs.ts` and `api/server.ts`, as `config.ts` reads it. What was set outside stays. */
export function serviceEnvironment(
  inherited: Environment,
  addresses: Addresses & { readonly database: string },
  secrets: Secrets,
  dataFolder: string,
  mode: Mode,
): Environment {
  // The services never hold the owner's rights: they could alter what must only grow.
  const { DATABASE_OWNER_URL: _owner, ...environment } = inherited
  return {
    LIPEI_MODE: mode,
    API_HOST: '127.0.0.1',
    PUBLIC_URL: addresses.api,
    BANK_KEY_ID: 'lipei',
    BANK_SECRET: secrets.bankSecret,
    MESSAGE_GATEWAY_KEY_ID: 'lipei',
    MESSAGE_GATEWAY_SECRET: secrets.messageGatewaySecret,
    FIELD_KEYS: secrets.fieldKeys,
    LOOKUP_KEY: secrets.lookupKey,
    FILES_FOLDER: join(dataFolder, 'files'),
    // Shared by all data folders of the checkout, the passing ones of tests and fault runs too.
    WORKFLOW_BUNDLES: join(defaultDataFolder(inherited), 'cache', 'workflows'),
    ...environment,
    API_PORT: String(addresses.apiPort),
    BANK_URL: addresses.bank,
    MESSAGE_GATEWAY_URL: addresses.messageGateway,
    DATABASE_URL: addresses.database,
    TEMPORAL_ADDRESS: addresses.temporal,
  }
}

export interface Simulator {
  readonly port: number
  readonly secret: string
  /** Where it tells us what became of what we asked. */
  readonly callbackUrl: string
  readonly folder: string
}

/**
 * The environment of a program that stands for the outside world. It shares one
 * secret with us and is told none of the others.
 *
 * @param prefix of the variables: `BANK`, `MESSAGE_GATEWAY`.
 */
export function simulatorEnvironment(
  inherited: Environment,
  prefix: string,
  { port, secret, callbackUrl, folder }: Simulator,
): Environment {
  return {
    [`${prefix}_KEY_ID`]: 'lipei',
    [`${prefix}_SECRET`]: secret,
    ...inherited,
    [`${prefix}_PORT`]: String(port),
    [`${prefix}_JOURNAL`]: join(folder, 'journal.db'),
    [`${prefix}_CALLBACK_URL`]: callbackUrl,
  }
}

const scripts = {
  migration: 'scripts/migrate.ts',
  'demonstration-data': 'scripts/demonstration-data.ts',
  pages: 'scripts/build-pages.ts',
  bank: 'scripts/bank-simulator/server.ts',
  messages: 'scripts/message-simulator/server.ts',
  worker: 'worker.ts',
  jobs: 'jobs.ts',
  api: 'api/server.ts',
} as const

export type ServiceName = keyof typeof scripts

/**
 * @param codeFolder is the checkout whose program is run, by its full path, so that a process list tells checkouts apart.
 * @param preload is a module that is loaded before the program.
 */
export function service(
  name: ServiceName,
  codeFolder: string,
  dataFolder: string,
  environment: Environment,
  preload?: string,
): ChildSpecification {
  return {
    name,
    command: process.execPath,
    args: [join(codeFolder, 'quick-start.ts'), ...(preload === undefined ? [] : [preload])]
      .flatMap((module) => ['--import', module])
      .concat(join(codeFolder, scripts[name])),
    folder: codeFolder,
    environment,
    logFile: join(dataFolder, 'logs', `${name}.log`),
    ready: /^ready\b/,
    readyWithin: 60_000,
    stopWithin: 15_000,
  }
}
