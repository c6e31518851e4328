import type { FastifyRequest } from 'fastify'
import type { Sender } from '../db/commands.ts'

/** Who sends the command of a request; their rights are read again where it is decided. */
export function senderOf({ identity }: FastifyRequest): Sender {
  const { kind, personId, accountId } = identity
  return { kind, personId, accountId }
}
