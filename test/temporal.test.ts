import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Told } from '../domain/claim/told.ts'
import { createTemporal } from '../temporal.ts'
import { publicTestKeys } from './support/public-test-keys.ts'

/** Takes every connection and says nothing: the worst kind of being away. */
let blackHole: Server
let address: string
const sockets: Socket[] = []

beforeAll(async () => {
  blackHole = createServer((socket) => void sockets.push(socket))
  await new Promise<void>((listening) => blackHole.listen(0, '127.0.0.1', listening))
  const bound = blackHole.address()
  address = `127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
})

afterAll(() => {
  for (const socket of sockets) socket.destroy()
  blackHole.close()
})

describe('a Temporal server that takes the connection and never answers', () => {
  it('is not called before it is needed, fails a tell within its deadline, and leaves a question open', async () => {
    const temporal = createTemporal({
      temporalAddress: address,
      temporalNamespace: 'default',
      taskQueue: 'nobody',
      fieldKeys: publicTestKeys,
    })
    await new Promise((resume) => setTimeout(resume, 50))
    expect(sockets).toHaveLength(0)
    const began = performance.now()
    const told = { claimId: 'one', stage: 'report', epoch: 1, version: 1 } as Told
    const [telling, answer] = await Promise.allSettled([temporal.tell(told), temporal.ask('one')])
    expect(telling.status).toBe('rejected')
    expect(answer).toEqual({ status: 'fulfilled', value: undefined })
    expect(performance.now() - began).toBeLessThan(6000)
    expect(sockets.length).toBeGreaterThan(0)
    await temporal.close()
  })
})
