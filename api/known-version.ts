import type { FastifyRequest } from 'fastify'

/** The version that the reader has already, as one of our own ETags; empty when it has none. */
export function knownVersion({ headers }: FastifyRequest): string {
  return /^(?:W\/)?"([\w.]{1,60})"$/.exec(headers['if-none-match'] ?? '')?.[1] ?? ''
}
