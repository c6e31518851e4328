import type { FastifyBaseLogger } from 'fastify'
import type { Registry } from 'prom-client'
import type { Config } from '../config.ts'
import type { Told } from '../domain/claim/told.ts'
import type { FieldCipher } from '../db/encryption/field-cipher.ts'
import type { JobQueue } from '../db/enqueue.ts'
import type { Execute } from '../db/execute.ts'
import type { Administer } from '../db/identity/administration.ts'
import type { SendCode } from '../db/identity/codes.ts'
import type { Pools } from '../db/money-pool.ts'
import type { FileStore } from '../files/store.ts'
import type { SharedKey } from '../signed-http/signature.ts'
import type { ClaimAnswer } from '../workflows/messages.ts'
import type { RateLimits } from './plugins/rate-limits.ts'

/** What the composition root hands to the API; tests hand the same with other databases and limits. */
export interface Dependencies extends Pools {
  readonly cipher: FieldCipher
  readonly config: Pick<Config, 'lookupKey' | 'api' | 'mode' | 'messages'>
  /** Of the product, shown by the OpenAPI document. */
  readonly version: string
  /** Decides and writes a command on a claim, or refuses it. */
  readonly execute: Execute
  /** Tells the claim's workflow in the background; it never throws. */
  readonly tell: (told: Told) => void
  /** Asks the claim's workflow what it waits for; undefined when it does not answer in time. */
  readonly ask: (claimId: string) => Promise<ClaimAnswer | undefined>
  /** Uploaded papers and photographs, by the hash of their content. */
  readonly files: FileStore
  /** The same for what is no claim: people, roles, limits. */
  readonly administer: Administer
  readonly sendCode: SendCode
  readonly enqueue: JobQueue['enqueue']
  /** With which the bank signs its callbacks, and the message gateway its receipts. */
  readonly bankKeys: readonly SharedKey[]
  readonly messageKeys: readonly SharedKey[]
  readonly logger: FastifyBaseLogger
  /** Shown by the readiness check and never required by it: decisions are made without Temporal. */
  readonly temporalState: () => Promise<'connected' | 'unreachable'>
  /** True from the moment in which the process was asked to stop: it should be sent nothing more. */
  readonly isStopping?: () => boolean
  /** Where requests are counted. */
  readonly metrics?: Registry
  /** Whether each request is a span: something must have begun to trace. */
  readonly traced?: boolean
  readonly rateLimits?: Partial<RateLimits>
  /** Where the built pages are; without it there are none. */
  readonly pagesFolder?: string
  /** Milliseconds by which the event loop may lag before requests are put off; a second unless told, 0 for never. */
  readonly busyAfterMs?: number
}
