import scalar from '@scalar/fastify-api-reference'
import { createHash } from 'node:crypto'
import type { Api } from '../api.ts'

/** The reference page shows the document and calls nobody but us: no fonts, proxy or telemetry from elsewhere. */
const configuration = {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
} as const

/**
 * The document and a page to read it. To be added before the rules for routes: the page's routes are made by a
 * library and cannot name an action, so they get theirs here.
 */
export async function referenceRoutes(app: Api): Promise<void> {
  app.get(
    '/openapi.json',
    { config: { action: 'public' }, schema: { hide: true } },
    async (_request, reply) => reply.type('application/json').send(app.swagger()),
  )
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, action: 'public' }
    })
    scope.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload !== 'string' || !String(reply.getHeader('content-type')).startsWith('text/html'))
        return payload
      // The page configures itself in an inline script; exactly that one may run, named by its hash.
      const policy = String(reply.getHeader('content-security-policy'))
      const allowed = `script-src 'self' ${inlineScriptHashes(payload).join(' ')}`
      void reply.header('content-security-policy', policy.replace("script-src 'self'", allowed))
      return payload
    })
    await scope.register(scalar, { routePrefix: '/reference', configuration: { ...configuration } })
  })
}

function inlineScriptHashes(page: string): string[] {
  return [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
}
