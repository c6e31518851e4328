import type { FastifyRequest } from 'fastify'
import type { CommandReply } from '../../../db/commands.ts'
import type { CommandType } from '../../../domain/claim/commands.ts'
import { commands, type RouteCommand } from '../../commands.ts'
import type { Dependencies } from '../../dependencies.ts'
import { refusingOnTheWire } from '../../wire.ts'

/** Sends a command on a claim; what it is answered or refused with tells instants as text. */
export function sendCommand(dependencies: Dependencies) {
  const send = commands(dependencies)
  return <T extends CommandType>(request: FastifyRequest, command: RouteCommand<T>): Promise<CommandReply> =>
    refusingOnTheWire(send(request, command))
}
