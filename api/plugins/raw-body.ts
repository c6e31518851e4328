import type { Api } from '../api.ts'

/** A statement of the other side is small; more is not read. */
const mostBytes = 65_536

/**
 * Routes whose body is signed: it is handed on byte by byte, because parsed and written again it no longer fits
 * its signature. They are in a scope of their own, so that every other route goes on taking parsed JSON.
 */
export async function withRawBody(app: Api, addRoutes: (scope: Api) => void): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    )
    addRoutes(scope)
  })
}

/** The bytes of a body that `withRawBody` has taken; none when nothing was sent. */
export function rawBodyOf({ body }: { readonly body: unknown }): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
