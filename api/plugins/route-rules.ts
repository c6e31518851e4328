import type { RouteOptions } from 'fastify'
import { assert } from '../../domain/errors.ts'
import { permissions } from '../../domain/permissions.ts'
import type { Api } from '../api.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Methods that some route has at this path; empty when there is no such path. */
    methodsAt(path: string): readonly string[]
  }
}

interface Place {
  readonly pattern: RegExp
  readonly methods: readonly string[]
}

/** Remembers where routes are, so that a wrong method is told from a wrong path. */
export function rememberRoutes(app: Api): void {
  const places: Place[] = []
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = url.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/:\w+/g, '[^/]+')
    places.push({ pattern: new RegExp(`^${pattern}$`), methods: [method].flat() })
  })
  app.decorate('methodsAt', (path: string) => [
    ...new Set(places.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)),
  ])
}

/**
 * What every route owes, looked at before it is added: the row of the permission table that it falls under, and
 * bodies, queries and paths that admit no field which nobody reads. A route that owes something stops the start.
 */
export function requireRules(app: Api): void {
  app.addHook('onRoute', (route) => {
    const name = `${[route.method].flat().join('|')} ${route.url}`
    const action = route.config?.action
    assert(action !== undefined, `${name} names no action of the permission table`)
    assert(
      action === 'public' || action === 'signedIn' || Object.hasOwn(permissions, action),
      `${name} names ${action}, which has no row in the permission table`,
    )
    for (const part of ['body', 'querystring', 'params'] as const) {
      const open = openObject(schemaOf(route, part))
      assert(open === undefined, `${name} admits unknown fields in its ${part}${open ?? ''}`)
    }
  })
}

function schemaOf(route: RouteOptions, part: 'body' | 'querystring' | 'params'): unknown {
  return route.schema?.[part]
}

/** Where a schema has an object that takes any field; undefined when nowhere. */
function openObject(schema: unknown, path = ''): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined
  const object = schema as Record<string, unknown>
  if (object['type'] === 'object' && object['additionalProperties'] === undefined) {
    // A map of free keys says so by its patterns; anything else is closed by hand.
    return object['patternProperties'] === undefined ? path : undefined
  }
  for (const [key, member] of Object.entries(object)) {
    const open = openObject(member, `${path}/${key}`)
    if (open !== undefined) return open
  }
  return undefined
}
