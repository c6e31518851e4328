import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Whether the port can be listened on. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** Below what systems give to whoever asks for any port: one that was promised here is still free seconds later. */
const blocks = { first: 20_000, count: 600, ports: 20 }

/** What is left of the blocks of this process. */
const left: number[] = []

/** Listens on the first port of a block as long as this process lives, which keeps other processes off the others. */
async function guard(first: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen({ port: first, host: '127.0.0.1', exclusive: true }, () => {
      server.unref()
      resolve(true)
    })
  })
}

async function takeBlock(): Promise<void> {
  for (let attempt = 0; attempt < blocks.count; attempt += 1) {
    const first = blocks.first + randomInt(blocks.count) * blocks.ports
    if (!(await guard(first))) continue
    for (let port = first + 1; port < first + blocks.ports; port += 1) left.push(port)
    return
  }
  throw new Error('No free port was found on 127.0.0.1.')
}

/**
 * A port of 127.0.0.1 that is free, and is given to nobody else by this
 * function in any process while this one lives.
 *
 * @param usual is taken when it is free, so that addresses stay the same from
 *   one start to the next; that one is promised to nobody.
 * @param taken were promised to somebody who does not listen yet.
 */
export async function freePort(usual?: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  if (usual !== undefined && !taken.has(usual) && (await isFree(usual))) return usual
  for (;;) {
    const port = left.shift()
    if (port === undefined) await takeBlock()
    else if (!taken.has(port) && (await isFree(port))) return port
  }
}
