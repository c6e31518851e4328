import { channel } from 'node:diagnostics_channel'
import type { FastifyRequest } from 'fastify'
import type { ClaimCommand, CommandReply } from '../db/commands.ts'
import type { AnyClaimCommand } from '../db/commands.ts'
import type { CommandType } from '../domain/claim/commands.ts'
import type { Dependencies } from './dependencies.ts'
import { senderOf } from './sender.ts'

/** A command as a route knows it: the request itself says who sends it and under which key. */
export type RouteCommand<T extends CommandType> = Omit<ClaimCommand<T>, 'sender' | 'key' | 'requestId'>

const replyDue = channel('lipei:reply.due')

/**
 * Sends a route's command and returns its answer. The workflow is told afterwards and the answer does not wait
 * for it: what was decided is in the database, and the sweep tells what stays untold.
 */
export function commands({ execute, tell }: Dependencies) {
  return async <T extends CommandType>(
    request: FastifyRequest,
    command: RouteCommand<T>,
  ): Promise<CommandReply> => {
    const sent = { ...command, sender: senderOf(request), key: request.idempotencyKey, requestId: request.id }
    const executed = await execute(sent as unknown as AnyClaimCommand)
    if (executed.tellNeeded) tell(executed.told)
    replyDue.publish(command)
    return executed.reply
  }
}
