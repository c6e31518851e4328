/**
 * The only reader of `process.env`. Every fault is listed at once and the
 * process stops: a service that starts with half a configuration fails later,
 * in the middle of somebody's claim.
 */
import { readFileSync } from 'node:fs'
import type { KeyRing } from './domain/privacy/key-ring.ts'

export interface BankConfig {
  readonly url: string
  readonly keyId: string
  readonly secret: Buffer
  /** How long "not found" may still become "paid" at this bank. */
  readonly notFoundGraceMs: number
  /** How long the bank takes the same reference with the same bytes for the same payment. */
  readonly dedupWindowMs: number
  /** Agreed ceiling for one worker process. */
  readonly requestsPerSecond: number
  readonly timeoutMs: number
}

export interface Config {
  /** `embedded`: everything was started by us on this machine, demonstration data allowed. */
  readonly mode: 'embedded' | 'production'
  readonly databaseUrl: string
  /** Owner role, used by migrations only. */
  readonly databaseOwnerUrl: string
  readonly temporalAddress: string
  readonly temporalNamespace: string
  readonly taskQueue: string
  readonly api: { readonly host: string; readonly port: number; readonly publicUrl: string }
  /** What one API process takes from one address and of one account; null for its own measure. */
  readonly requestsPerMinute: { readonly address: number | null; readonly account: number | null }
  /** Tries to sign in and codes sent, of one account and from one address, in their windows; null for its own measure. */
  readonly signIns: { readonly address: number | null; readonly account: number | null }
  /** Metrics and health for whoever runs the process; port 0 serves none. */
  readonly operations: { readonly host: string; readonly port: number; readonly sampleIntervalMs: number }
  readonly traces: {
    /** Of a collector that takes OTLP over HTTP; without one nothing is traced. */
    readonly endpoint: string | undefined
    /** Of the requests that bring no trace along, from 0 to 1. */
    readonly sampledShare: number
  }
  readonly bank: BankConfig
  /** The gateway that carries text messages to phones and tells when they arrived. */
  readonly messages: { readonly url: string; readonly keyId: string; readonly secret: Buffer }
  /** How often living rows are compared with running workflows; milliseconds. */
  readonly compareIntervalMs: number
  /** Folder of uploaded files, addressed by content. */
  readonly filesFolder: string
  /** What the process that draws the copies of one photograph may take before it is ended; megabytes. */
  readonly photographMegabytes: number
  /** Folder where the worker keeps its bundled workflows between starts; null bundles them anew each time. */
  readonly workflowBundles: string | null
  /** Folder of the built pages; null serves none. */
  readonly pagesFolder: string | null
  /** Encrypts fields in the database and uploaded files. */
  readonly fieldKeys: KeyRing
  /** Encrypts payloads in Temporal, whose histories keep their keys for as long as they are kept; `fieldKeys` unless set. */
  readonly payloadKeys: KeyRing
  /** Keyed hashes for look-up of encrypted values; never rotated together with the keys. */
  readonly lookupKey: Buffer
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

type Environment = Readonly<Record<string, string | undefined>>

class Reader {
  readonly faults: string[] = []
  readonly #environment: Environment

  constructor(environment: Environment) {
    this.#environment = environment
  }

  text(name: string, fallback?: string): string {
    const value = this.#environment[name] ?? fallback
    if (value !== undefined && value !== '') return value
    this.faults.push(`${name} is missing`)
    return ''
  }

  optional(name: string): string | null {
    return this.#environment[name] || null
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name, fallback)
    const found = allowed.find((candidate) => candidate === value)
    if (found !== undefined) return found
    this.faults.push(`${name} must be one of ${allowed.join(', ')}`)
    return fallback
  }

  url(name: string, protocols: readonly string[], fallback?: string): string {
    const value = this.text(name, fallback)
    if (value === '') return value
    const protocol = URL.canParse(value) ? new URL(value).protocol : undefined
    if (protocol === undefined || !protocols.includes(protocol)) {
      this.faults.push(`${name} must be a URL with ${protocols.join(' or ')}`)
    }
    return value
  }

  optionalUrl(name: string, protocols: readonly string[]): string | undefined {
    return this.#environment[name] ? this.url(name, protocols) : undefined
  }

  /** From 0 to 1. */
  share(name: string, fallback: number): number {
    const value = Number(this.text(name, String(fallback)))
    if (!(value >= 0 && value <= 1)) this.faults.push(`${name} must lie between 0 and 1`)
    return value
  }

  port(name: string, fallback: number): number {
    const value = Number(this.text(name, String(fallback)))
    if (!Number.isInteger(value) || value < 0 || value > 65_535) this.faults.push(`${name} must be a port`)
    return value
  }

  count(name: string, fallback: number): number {
    const value = Number(this.text(name, String(fallback)))
    if (!Number.isSafeInteger(value) || value <= 0)
      this.faults.push(`${name} must be a whole number above zero`)
    return value
  }

  optionalCount(name: string): number | null {
    return this.optional(name) === null ? null : this.count(name, 0)
  }

  secret(name: string): Buffer {
    const value = this.text(name)
    const bytes = Buffer.from(value, 'base64')
    if (value !== '' && bytes.length < 32) this.faults.push(`${name} must be at least 32 bytes in base64`)
    return bytes
  }

  /** `id:base64,id:base64`; the first one writes. */
  keyRing(name: string): KeyRing {
    const keys = new Map<string, Buffer>()
    let current = ''
    for (const part of this.text(name).split(',')) {
      const [id, encoded] = part.split(':')
      const bytes = Buffer.from(encoded ?? '', 'base64')
      if (id === undefined || id === '' || bytes.length !== 32) {
        this.faults.push(`${name} must list id:key with 32 bytes a key in base64`)
        continue
      }
      if (current === '') current = id
      keys.set(id, bytes)
    }
    return { current, keys }
  }
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Reads the environment, or throws one error that names every fault. */
export function readConfig(environment: Environment = process.env): Config {
  const read = new Reader(environment)
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const port = read.port('API_PORT', 3000)
  const config: Config = {
    mode: read.oneOf('LIPEI_MODE', ['embedded', 'production'], 'production'),
    databaseUrl,
    databaseOwnerUrl: read.url('DATABASE_OWNER_URL', ['postgres:', 'postgresql:'], databaseUrl),
    temporalAddress: read.text('TEMPORAL_ADDRESS'),
    temporalNamespace: read.text('TEMPORAL_NAMESPACE', 'default'),
    taskQueue: read.text('TASK_QUEUE', 'lipei'),
    api: {
      host: read.text('API_HOST', '127.0.0.1'),
      port,
      publicUrl: read.url('PUBLIC_URL', ['http:', 'https:'], `http://127.0.0.1:${port}`),
    },
    requestsPerMinute: {
      address: read.optionalCount('API_REQUESTS_PER_MINUTE_OF_ADDRESS'),
      account: read.optionalCount('API_REQUESTS_PER_MINUTE_OF_ACCOUNT'),
    },
    signIns: {
      address: read.optionalCount('API_SIGN_INS_OF_ADDRESS'),
      account: read.optionalCount('API_SIGN_INS_OF_ACCOUNT'),
    },
    operations: {
      host: read.text('METRICS_HOST', '127.0.0.1'),
      port: read.port('METRICS_PORT', 0),
      sampleIntervalMs: read.count('METRICS_SAMPLE_INTERVAL_MS', 15_000),
    },
    traces: {
      endpoint: read.optionalUrl('OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']),
      sampledShare: read.share('OTEL_TRACES_SAMPLER_ARG', 1),
    },
    bank: {
      url: read.url('BANK_URL', ['http:', 'https:']),
      keyId: read.text('BANK_KEY_ID', 'lipei'),
      secret: read.secret('BANK_SECRET'),
      notFoundGraceMs: read.count('BANK_NOT_FOUND_GRACE_MS', 600_000),
      dedupWindowMs: read.count('BANK_DEDUP_WINDOW_MS', 86_400_000),
      requestsPerSecond: read.count('BANK_REQUESTS_PER_SECOND', 20),
      timeoutMs: read.count('BANK_TIMEOUT_MS', 10_000),
    },
    messages: {
      url: read.url('MESSAGE_GATEWAY_URL', ['http:', 'https:']),
      keyId: read.text('MESSAGE_GATEWAY_KEY_ID', 'lipei'),
      secret: read.secret('MESSAGE_GATEWAY_SECRET'),
    },
    compareIntervalMs: read.count('COMPARE_INTERVAL_MS', 300_000),
    filesFolder: read.text('FILES_FOLDER'),
    photographMegabytes: read.count('PHOTOGRAPH_MEMORY_MB', 700),
    workflowBundles: read.optional('WORKFLOW_BUNDLES'),
    pagesFolder: read.optional('PAGES_FOLDER'),
    fieldKeys: read.keyRing('FIELD_KEYS'),
    payloadKeys: read.keyRing(environment['PAYLOAD_KEYS'] ? 'PAYLOAD_KEYS' : 'FIELD_KEYS'),
    lookupKey: read.secret('LOOKUP_KEY'),
    logLevel: read.oneOf('LOG_LEVEL', logLevels, 'info'),
  }
  if (read.faults.length > 0) throw new Error(`The configuration has faults:\n- ${read.faults.join('\n- ')}`)
  return config
}

/** The version in package.json, shown by the API and written into logs. */
export const productVersion: string = (
  JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }
).version
