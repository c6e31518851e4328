import { Type } from 'typebox'
import type { Config } from '../../config.ts'
import { refuse } from '../../domain/errors.ts'
import type { Api } from '../api.ts'
import { outboxPage, type ShownMessage } from '../outbox-page.ts'
import { closed, list, nullable } from '../schemas/values.ts'

/** As the simulator tells it: milliseconds since 1970. */
const instant = Type.Integer()

const query = closed({ phone: Type.Optional(Type.String({ maxLength: 20 })) })
const shown = closed({
  id: Type.String(),
  phone: Type.String(),
  template: Type.String(),
  text: Type.String(),
  acceptedAt: instant,
  deliveredAt: nullable(instant),
})
const most = 200
const deadline = 2000

/**
 * What telephones would have received, one-time codes included, read from the simulator of the gateway: without
 * it nobody could sign in to a demonstration. It exists in the embedded mode only; elsewhere there is no such page.
 */
export function outboxRoutes(app: Api, { mode, messages }: Pick<Config, 'mode' | 'messages'>): void {
  if (mode !== 'embedded') return
  const options = { action: 'public' } as const

  app.get(
    '/outbox',
    { config: options, schema: { hide: true, querystring: query } },
    async (request, reply) => {
      const phone = phoneOf(request.query.phone)
      const page = outboxPage(await read(messages.url, phone), phone)
      return reply.type('text/html; charset=utf-8').send(page)
    },
  )

  app.get(
    '/outbox.json',
    {
      config: options,
      schema: { hide: true, querystring: query, response: { 200: closed({ messages: list(shown) }) } },
    },
    async (request) => ({ messages: await read(messages.url, phoneOf(request.query.phone)) }),
  )
}

function phoneOf(typed: string | undefined): string | undefined {
  const plain = (typed ?? '').replaceAll(/[^0-9+-]/g, '')
  return plain === '' ? undefined : plain
}

interface Simulated {
  readonly id: string
  readonly phone: string
  readonly template: string
  readonly text: string
  readonly acceptedAt: number
  readonly deliveredAt: number | null
}

/** Newest first. A gateway that is not there for the moment is told as it is. */
async function read(gatewayUrl: string, phone: string | undefined): Promise<readonly ShownMessage[]> {
  const url = new URL('/control/messages', gatewayUrl)
  url.searchParams.set('limit', String(most))
  if (phone !== undefined) url.searchParams.set('phone', phone)
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(deadline), redirect: 'error' })
    const { messages } = (await response.json()) as { readonly messages: readonly Simulated[] }
    return messages.map(({ id, phone: to, template, text, acceptedAt, deliveredAt }) => {
      return { id, phone: to, template, text, acceptedAt, deliveredAt }
    })
  } catch {
    return refuse('temporarilyUnavailable')
  }
}
