import { createServer } from 'node:net'

/** Tries to listen; answers the port that was got, or nothing when it is taken. */
async function listen(port: number): Promise<number | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined))
    })
  })
}

/**
 * A port of 127.0.0.1 that is free at this moment.
 *
 * @param usual is taken when it is free, so that addresses stay the same from
 *   one start to the next; without it the system chooses.
 * @param taken were promised to somebody who does not listen yet.
 */
export async function freePort(usual?: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  if (usual !== undefined && !taken.has(usual) && (await listen(usual)) !== undefined) return usual
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = await listen(0)
    if (port !== undefined && !taken.has(port)) return port
  }
  throw new Error('No free port was found on 127.0.0.1.')
}
