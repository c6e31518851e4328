import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { refuse } from '../../domain/errors.ts'
import type { Api } from '../api.ts'

/** Where pages live. No route of the API begins with one of these, so neither can hide the other. */
const faces = [
  { under: '/my', page: 'customer/index.html' },
  { under: '/staff', page: 'staff/index.html' },
] as const

/**
 * The pages of the browser application, as they were built. Their files are named by their content and kept for ever;
 * the page itself is asked for each time, so that a new version is seen at the next visit. Every address under a face
 * answers a navigation with its page, which finds its own way; whoever asks for anything but a page gets a problem.
 * To be added before the rules for routes: the library's routes cannot name an action.
 */
export async function pageRoutes(app: Api, folder: string, mode: Config['mode']): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, action: 'public' }
      route.schema = { ...route.schema, hide: true }
    })
    await scope.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      index: false,
      decorateReply: true,
      allowedPath: (path) => !/\.(?:br|gz)$/.test(path),
    })
    scope.get('/', async (_request, reply) => reply.redirect('/my', 302))
    // What the pages cannot know from their own build.
    scope.get('/my/settings.json', async () => ({ outbox: mode === 'embedded' }))
    // It lies beside the page that it keeps, and is asked for each time so that a new version is seen.
    scope.get('/my/offline.js', async (_request, reply) => {
      void reply.header('cache-control', 'no-cache').header('service-worker-allowed', '/my')
      return reply.sendFile('offline.js', folder, { cacheControl: false })
    })
    scope.get('/favicon.ico', async (_request, reply) => reply.code(204).send())
    for (const { under, page } of faces) {
      const answer = async (request: FastifyRequest, reply: FastifyReply) => {
        if (!wantsPage(request)) refuse('notFound')
        void reply.header('cache-control', 'no-cache').header('vary', 'accept')
        return reply.sendFile(page, folder, { cacheControl: false })
      }
      scope.get(under, answer)
      scope.get(`${under}/*`, answer)
    }
  })
}

/** What a browser sends when a person goes somewhere; `fetch` and tools ask for anything at all. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html')
}
