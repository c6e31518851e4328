import { Server } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Api } from './api.ts'

/** Milliseconds for what is under way, and for requests that are in a socket but not read yet. */
const longest = 2000
/** Milliseconds. A turn of the event loop that finds nothing to do is shorter. */
const idleTurn = 0.05
/** Milliseconds, after which a busy server is closed in the middle of its work. */
const longestSearch = 500

/**
 * Prepares an API that has not started for a stop without a broken request. Closing an HTTP server ends
 * connections that have no request yet, also those whose request lies unread in the socket. So we first only stop
 * to accept, answer what comes on open connections with "connection: close", and close when they have gone.
 */
export function drainer(app: Api): () => Promise<void> {
  let draining = false
  app.addHook('onSend', async (_request, reply, payload) => {
    if (draining) void reply.header('connection', 'close')
    return payload
  })

  const openConnections = () =>
    new Promise<number>((resolve) => app.server.getConnections((error, count) => resolve(error ? 0 : count)))

  return async () => {
    draining = true
    await idleMoment()
    // The method of the socket server, not the one of the HTTP server, which would end idle connections now.
    Server.prototype.close.call(app.server)
    const until = Date.now() + longest
    while (Date.now() < until && (await openConnections()) > 0) await sleep(20)
    await app.close().catch((error: unknown) => {
      // It is closed already: that is what we did ourselves.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SERVER_NOT_RUNNING') throw error
    })
  }
}

/**
 * What the kernel has connected and we have not taken yet would be reset. So we close directly after a turn in which
 * we looked for connections and had nothing else to do: hardly one comes in so short a time.
 */
async function idleMoment(): Promise<void> {
  const until = performance.now() + longestSearch
  for (let began = performance.now(); began < until; began = performance.now()) {
    await nextTurn()
    if (performance.now() - began < idleTurn) return
  }
}
