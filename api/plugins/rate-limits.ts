import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/errors.ts'
import type { Api } from '../api.ts'

interface Limit {
  readonly max: number
  /** Milliseconds. */
  readonly timeWindow: number
}

const minutes = (count: number) => count * 60_000

/**
 * How often something may be asked for. Sign-in is limited by account and address together: somebody who tries
 * passwords from elsewhere does not lock the owner out. Counted in this process; a second process counts anew.
 */
export const rateLimits = {
  /** Everything from one address; an office of several hundred people shares one. */
  address: { max: 6000, timeWindow: minutes(1) },
  /** Everything of one account, whatever session or address. */
  account: { max: 1200, timeWindow: minutes(1) },
  signIn: { max: 10, timeWindow: minutes(15) },
  signInAddress: { max: 300, timeWindow: minutes(15) },
  code: { max: 5, timeWindow: minutes(60) },
  codeAddress: { max: 60, timeWindow: minutes(60) },
} as const satisfies Record<string, Limit>

export type RateLimits = Readonly<Record<keyof typeof rateLimits, Limit>>

interface Measure {
  readonly address: number | null
  readonly account: number | null
}

/** Other limits for everything, and for signing in, from one address or of one account; null leaves one as it is. */
export function configuredLimits(requests: Measure, signIns: Measure): Partial<RateLimits> {
  const measures = {
    address: requests.address,
    account: requests.account,
    signIn: signIns.account,
    signInAddress: signIns.address,
    code: signIns.account,
    codeAddress: signIns.address,
  } satisfies Record<keyof RateLimits, number | null>
  const changed = Object.entries(measures).flatMap(([name, max]) => {
    const { timeWindow } = rateLimits[name as keyof RateLimits]
    return max === null ? [] : [[name, { max, timeWindow }] as const]
  })
  return Object.fromEntries(changed)
}

/** Counts a request, and refuses it with `tooManyRequests` when its key has had too many. */
export type Limiter = (request: FastifyRequest) => Promise<void>

export interface Limiters {
  readonly address: Limiter
  readonly account: Limiter
  /** Of a name that is in the request; keys are compared without regard to case and width. */
  by(limit: keyof RateLimits, name?: (request: FastifyRequest) => string): Limiter
}

export async function createLimiters(app: Api, changed: Partial<RateLimits> = {}): Promise<Limiters> {
  await app.register(rateLimit, { global: false, cache: 50_000 })
  const limits: RateLimits = { ...rateLimits, ...changed }

  function limiter(limit: Limit, key: (request: FastifyRequest) => string): Limiter {
    const count = app.createRateLimit({ ...limit, keyGenerator: key })
    return async (request) => {
      const counted = await count(request)
      if (!counted.isAllowed && counted.isExceeded) {
        throw new DomainError('tooManyRequests', { retryAfterSeconds: counted.ttlInSeconds })
      }
    }
  }

  const address = (request: FastifyRequest) => normalizeIP(request.ip)
  return {
    address: limiter(limits.address, address),
    account: limiter(limits.account, (request) => request.signedIn?.accountId ?? address(request)),
    by: (limit, name) =>
      limiter(limits[limit], (request) =>
        name === undefined
          ? address(request)
          : `${address(request)} ${name(request).normalize('NFKC').trim().toLowerCase()}`,
      ),
  }
}
