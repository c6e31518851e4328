import { createServer, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import type { Readiness } from './readiness.ts'

export interface OperationsOptions {
  readonly host: string
  /** 0 serves nothing. */
  readonly port: number
  readonly registry: Registry
  /** Text of figures that are gathered elsewhere, such as in Temporal's core. */
  readonly more?: () => Promise<string>
  readonly readiness: () => Promise<Readiness>
  /** What cannot go on and needs somebody, by ids and codes. */
  readonly standstill?: () => readonly object[]
}

export interface OperationsServer {
  close(): Promise<void>
}

const notServed: OperationsServer = { close: async () => undefined }

/**
 * Metrics and health of a process for whoever runs it, on a port of its own: what is public never shows them, and
 * a network can keep customers away from this port. Rejected when the port is taken.
 */
export async function serveOperations(options: OperationsOptions): Promise<OperationsServer> {
  const { host, port } = options
  if (port === 0) return notServed
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000 }, (request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    answer(options, path, response).catch(() => {
      // What failed may quote what it failed on; whoever asks learns only that it did.
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(options: OperationsOptions, path: string, response: ServerResponse): Promise<void> {
  switch (path) {
    case '/metrics': {
      const [own, more] = await Promise.all([options.registry.metrics(), options.more?.() ?? ''])
      response.writeHead(200, { 'content-type': options.registry.contentType })
      response.end(own + more)
      return
    }
    case '/health/live':
      send(response, 200, { live: true })
      return
    case '/health/ready': {
      const readiness = await options.readiness()
      send(response, readiness.ready ? 200 : 503, readiness)
      return
    }
    case '/standstill':
      send(response, 200, { standstill: options.standstill?.() ?? [] })
      return
    default:
      send(response, 404, { code: 'notFound' })
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}
