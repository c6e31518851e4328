import type { FastifyRequest } from 'fastify'
import type { Static, TObject, TProperties, TSchema } from 'typebox'
import type { CommandType } from '../../../domain/claim/commands.ts'
import type { Api } from '../../api.ts'
import type { RouteCommand } from '../../commands.ts'
import type { Dependencies } from '../../dependencies.ts'
import { commandReply } from '../../schemas/claim/values.ts'
import { closed, id } from '../../schemas/values.ts'
import { answer } from '../../wire.ts'
import { sendCommand } from './send-command.ts'

interface Asked<Params, Body> {
  readonly params: Params
  readonly body: Body
  readonly request: FastifyRequest
}

type Sent<T extends CommandType> = Omit<RouteCommand<T>, 'type' | 'claimId'>

interface CommandRoute<T extends CommandType, Params extends TProperties, Body extends TSchema> {
  /** After `/claims/:claimId`. */
  readonly path: string
  readonly method?: 'POST' | 'PUT'
  readonly summary: string
  readonly description?: string
  /** What the path names besides the claim. */
  readonly params?: Params
  readonly body: Body
  readonly headers?: TSchema
  /** Looks at the body before its schema does. */
  readonly preValidation?: (request: FastifyRequest) => Promise<void>
  /** 201 when something was created that can be found again. */
  readonly status?: 200 | 201
  readonly command: (asked: Asked<Static<TObject<Params>>, Static<Body>>) => Sent<T> | Promise<Sent<T>>
}

/** Adds routes that send one command each: the command's own row of the permission table is the route's. */
export function commandRoutes(app: Api, dependencies: Dependencies) {
  const send = sendCommand(dependencies)
  return <T extends CommandType, Params extends TProperties, Body extends TSchema>(
    type: T,
    route: CommandRoute<T, Params, Body>,
  ): void => {
    const { path, method = 'POST', summary, description, headers, preValidation, status = 200 } = route
    app.route({
      method,
      url: `/claims/:claimId${path}`,
      config: { action: type },
      ...(preValidation === undefined ? {} : { preValidation }),
      schema: {
        tags: ['claims'],
        summary,
        ...(description === undefined ? {} : { description }),
        ...(headers === undefined ? {} : { headers }),
        params: closed({ claimId: id, ...route.params }),
        body: route.body,
        response: { [status]: commandReply },
      },
      handler: async (request, reply) => {
        const params = request.params as Static<TObject<Params>> & { readonly claimId: string }
        const body = request.body as Static<Body>
        const sent = await route.command({ params, body, request })
        const command = { type, claimId: params.claimId, ...sent } as RouteCommand<T>
        return answer(reply, status, await send(request, command))
      },
    })
  }
}
